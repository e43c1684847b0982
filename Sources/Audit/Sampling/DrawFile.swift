package import Casebook
import Files
package import Tables
import Units

/// The files that a draw writes: the sample, to be filled in, its record, and on request all that could be drawn.
package enum DrawFile {
  /// Where the record of a sample's draw stands.
  package static func record(of sample: String) -> String { sample + ".draw.json" }

  /// Writes the sample and its record.
  package static func write(
    _ draw: Draw, book: String, to path: String, _ style: TableStyle = TableStyle()
  ) throws(CasebookError) {
    do throws(TableError) {
      let record = try OutputFile(path: record(of: path))
      let draft = try TableWriter(path: path, SampleFile.outline, style)
      for drawn in draw.cases { try draft.add(SampleFile.SampledCase(drawn).cells) }
      let bytes = DrawRecord.bytes(of: draw, book: book)
      try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(TableError) in
        try unsafe record.write(buffer)
      }
      // A sample that is there has its record.
      try record.commit()
      try draft.commit()
    } catch { throw .file(error) }
  }

  /// Writes all that could be drawn, for somebody who draws again without the casebook.
  package static func write(
    _ population: [DecidedCase], to path: String, _ style: TableStyle = TableStyle()
  ) throws(CasebookError) {
    do throws(TableError) {
      let draft = try TableWriter(path: path, PopulationFile.outline, style)
      for decided in population {
        try draft.add(
          PopulationFile.cells { role in
            switch role {
            case .casefile: "\(decided.number)"
            case .claim: decided.claimID
            case .household: decided.household
            case .township: decided.township
            case .decided: decided.decidedOn.description
            case .payout: decided.payout.description
            }
          })
      }
      try draft.commit()
    } catch { throw .file(error) }
  }
}

extension SampleFile.SampledCase {
  /// The row of a case that was drawn.
  init(_ drawn: DrawnCase) {
    let decided = drawn.decided
    self.init(
      casefile: decided.number, claim: decided.claimID, household: decided.household,
      township: decided.township, stratum: drawn.stratum, payout: decided.payout, chance: drawn.chance,
      outOf: drawn.outOf)
  }
}
