import Batch
import Casebook
import Tables
import Units

/// Reads a file of decisions or payouts, row by row.
struct DecisionFile {
  /// A row as it was read, or what is wrong with it.
  enum Row {
    case decision(ComparedDecision)
    case fault(Sheet.Fault)
  }

  private let path: String
  private let encoding: TableEncoding?

  init(_ path: String, encoding: TableEncoding?) {
    self.path = path
    self.encoding = encoding
  }

  private static let columns = [
    Column("claim_id", "申请编号"), Column("payout", "赔付金额"), Column("outcome", "决定", isRequired: false),
    Column("reason", "理由", isRequired: false), Column("household_id", "户编号", isRequired: false),
  ]

  /// Hands out every row.
  ///
  /// - Returns: whether the file says outcomes, by its header or in a row.
  func rows(_ body: (Row) throws(CasebookError) -> Void) throws(CasebookError) -> Bool {
    let source = try open()
    let reader = RowReader(source, columns: DecisionFile.columns)
    let block = Block()
    var lines = source.headerLines
    var saysOutcomes = source.layout.columnOfRole[2] > 0
    let blocks: BlockReader
    do { blocks = try source.blocks(size: 1 << 18) } catch { throw .file(error) }
    while try DecisionFile.next(blocks, block) {
      lines += try DecisionFile.read(block, reader, lines) { (row) throws(CasebookError) in
        if case .decision(let decision) = row, decision.outcome != .unsaid { saysOutcomes = true }
        try body(row)
      }
    }
    return saysOutcomes
  }

  private func open() throws(CasebookError) -> TableSource {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: DecisionFile.columns, encoding: encoding, diagnostics: &diagnostics)
      if let source { return source }
    } catch { throw .file(error) }
    throw .input(diagnostics)
  }

  private static func next(_ blocks: BlockReader, _ block: Block) throws(CasebookError) -> Bool {
    do { return try blocks.next(into: block) } catch { throw .file(error) }
  }

  /// Reads the rows of a block.
  ///
  /// - Returns: how many lines it has.
  private static func read(
    _ block: Block, _ reader: RowReader, _ lines: Int, _ body: (Row) throws(CasebookError) -> Void
  ) throws(CasebookError) -> Int {
    var scanner = unsafe reader.begin(block)
    while true {
      let shape = unsafe scanner.next()
      if shape == .none { return unsafe scanner.lineCount }
      try body(unsafe row(shape, scanner, line: lines + scanner.line + 1))
    }
  }

  private static func row(_ shape: RowShape, _ scanner: RowScanner, line: Int) -> Row {
    func fault(_ problem: RowProblem, _ role: Int?) -> Row {
      unsafe .fault(
        Sheet.Fault(
          line: line, column: role.map { unsafe scanner.column(of: $0) } ?? scanner.faultColumn,
          field: role.map { columns[$0].name } ?? "",
          value: role.map { unsafe scanner.cells[$0].string } ?? "",
          problem: problem.rawValue, what: problem.name))
    }
    if let role = unsafe scanner.badlyEncodedRole { return fault(.badEncoding, role) }
    if shape != .whole { return fault(RowProblem(shape), nil) }
    let (claim, payout) = unsafe (scanner.cells[0], scanner.cells[1])
    if unsafe claim.isMissing { return fault(.missing, 0) }
    if unsafe claim.count > 255 { return fault(.badID, 0) }
    if unsafe payout.isMissing { return fault(.missing, 1) }
    guard let amount = unsafe Yuan.parse(payout.start, count: payout.count, signed: false) else {
      return fault(.badAmount, 1)
    }
    guard amount <= Yuan.claimLimit else { return fault(.amountOutOfRange, 1) }
    let outcome: ComparedOutcome
    switch unsafe scanner.cells[2].string {
    case "": outcome = .unsaid
    case "approved", "赔付": outcome = .approved
    case "denied", "不予赔付": outcome = .denied
    case "pended", "待补材料": outcome = .pended
    default: return fault(.unknownWord, 2)
    }
    return unsafe .decision(
      ComparedDecision(
        claim: claim.string, household: scanner.cells[4].string, outcome: outcome,
        reason: scanner.cells[3].string, payout: amount))
  }
}
