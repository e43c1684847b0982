import Files
package import Tables
import Units

/// The list of claims on which two sides differ.
package struct DifferenceFile {
  private let draft: TableWriter

  /// Opens the file, which is replaced as a whole or not at all.
  package init(_ path: String, _ style: TableStyle = TableStyle()) throws(TableError) {
    draft = try TableWriter(path: path, DifferencesFile.outline, style)
  }

  /// Adds a claim; the cells of a side that does not have it stay empty.
  package func add(_ difference: Difference) throws(TableError) {
    let household = [difference.a, difference.b].compactMap { $0?.household }.first { !$0.isEmpty }
    let cells = DifferencesFile.cells { role in
      switch role {
      case .claim: difference.claim
      case .household: household
      case .outcomeA: difference.a?.outcome.rawValue
      case .reasonA: difference.a?.reason
      case .payoutA: difference.a?.payout.description
      case .outcomeB: difference.b?.outcome.rawValue
      case .reasonB: difference.b?.reason
      case .payoutB: difference.b?.payout.description
      case .difference: difference.more.description
      }
    }
    try draft.add(cells)
  }

  /// Puts the file in its place.
  package func commit() throws(TableError) {
    try draft.commit()
  }

  /// Gives up: the file is what it was.
  package func abandon() { draft.abandon() }
}
