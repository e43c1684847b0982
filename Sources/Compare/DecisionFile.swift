package import Files
package import Tables
import Units

/// Reads a file of decisions or payouts, row by row.
package struct DecisionFile {
  /// A row as it was read, or what is wrong with it.
  package enum Reading {
    case decision(ComparedDecision)
    case fault(Reject)
    case totals(TotalsRow)
  }

  private let path: String
  private let reading: TableReading

  package init(_ path: String, _ reading: TableReading) {
    self.path = path
    self.reading = reading
  }

  /// A list of payouts will do: what decides, and why, is held against the other side where it is there.
  private static let columns = FileColumns<DetailFile>(
    required: [.claim, .payout], optional: [.outcome, .reason, .household])

  private let amounts = TableAmounts(
    columns.columns, id: columns[.claim], amounts: [columns[.payout]])

  /// Hands out every row.
  ///
  /// - Parameters:
  ///   - failing: how whoever takes the rows says that the file cannot be read.
  ///   - notes: receives what the rows give rise to.
  /// - Returns: whether the file says outcomes, by its header or in a row.
  package func rows<Failure: Error>(
    failing: (FileError) -> Failure, notes: inout RowNotes, _ body: (Reading) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let source: TableSource
    let blocks: BlockReader
    do throws(FileError) { (source, blocks) = try open() } catch { throw failing(error) }
    let reader = RowReader(source, columns: DecisionFile.columns.columns)
    let block = Block()
    var ledger = TotalsLedger([DetailFile.field(.payout).column])
    var lines = source.headerLines
    var saysOutcomes = source.has(DecisionFile.columns[.outcome])
    while true {
      do throws(TableError) {
        guard try blocks.next(into: block) else {
          ledger.close(&notes)
          return saysOutcomes
        }
      } catch { throw failing(.file(error)) }
      var totals = BlockTotals()
      let before = lines
      lines += try read(block, reader, lines, &notes) { (row) throws(Failure) in
        switch row {
        case .decision(let decision):
          if decision.outcome != .unsaid { saysOutcomes = true }
          totals.add(decision.payout)
        case .totals(let row): totals.meet(row)
        case .fault: break
        }
        try body(row)
      }
      ledger.take(totals, after: before, reader, &notes)
    }
  }

  private func open() throws(FileError) -> (TableSource, BlockReader) {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: DecisionFile.columns.columns, reading, diagnostics: &diagnostics)
      if let source { return (source, try source.blocks(size: 1 << 18)) }
    } catch { throw .file(error) }
    throw .input(diagnostics)
  }

  /// Reads the rows of a block.
  ///
  /// - Returns: how many lines it has.
  private func read<Failure: Error>(
    _ block: Block, _ reader: RowReader, _ lines: Int, _ notes: inout RowNotes,
    _ body: (Reading) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    var scanner = unsafe reader.begin(block)
    while true {
      let shape = unsafe scanner.next()
      if shape == .none {
        unsafe notes.noteRunOn(scanner.runOn, after: lines, reader)
        return unsafe scanner.lineCount
      }
      try body(unsafe row(shape, scanner, line: reader.line(lines + scanner.line + 1)))
    }
  }

  private func row(_ shape: RowShape, _ scanner: RowScanner, line: TableLine) -> Reading {
    func cell(_ role: DetailFile.Role) -> Cell { unsafe scanner.cells[DecisionFile.columns[role]] }
    func fault(_ problem: RowProblem, _ place: Int?) -> Reading {
      unsafe .fault(
        Reject(
          CellPlace(
            line, column: place.map { unsafe scanner.column(of: $0) } ?? scanner.faultColumn,
            field: place.map { DecisionFile.columns.columns[$0].name } ?? "",
            value: place.map { unsafe scanner.cells[$0].string } ?? ""),
          problem))
    }
    func fault(_ problem: RowProblem, _ role: DetailFile.Role) -> Reading {
      fault(problem, DecisionFile.columns[role])
    }
    if let place = unsafe scanner.badlyEncodedRole { return fault(.badEncoding, place) }
    if let totals = unsafe amounts.totals(shape, scanner) { return .totals(totals) }
    if let place = unsafe amounts.split(shape, scanner) { return fault(.splitAmount, place) }
    if shape != .whole { return fault(RowProblem(shape), nil) }
    let (claim, payout) = unsafe (cell(.claim), cell(.payout))
    if unsafe claim.isMissing { return fault(.missing, .claim) }
    if unsafe claim.count > Dress.longestID { return fault(.badID, .claim) }
    if unsafe payout.isMissing { return fault(.missing, .payout) }
    guard let amount = unsafe Yuan.parse(payout.start, count: payout.count, signed: false) else {
      return fault(.badAmount, .payout)
    }
    guard amount <= Yuan.claimLimit else { return fault(.amountOutOfRange, .payout) }
    let outcome: ComparedOutcome
    switch unsafe cell(.outcome).string {
    case "": outcome = .unsaid
    case "approved", "赔付": outcome = .approved
    case "denied", "不予赔付": outcome = .denied
    case "pended", "待补材料": outcome = .pended
    default: return fault(.unknownWord, .outcome)
    }
    return unsafe .decision(
      ComparedDecision(
        claim: claim.string, household: cell(.household).string, outcome: outcome,
        reason: cell(.reason).string, payout: amount))
  }
}
