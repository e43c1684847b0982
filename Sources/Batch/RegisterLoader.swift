import Claims
import Files
import Pipeline
import Rules
import Tables
import Units

/// Loads the register: every worker reads blocks, one at a time enters their rows.
final class RegisterLoader: BlockWork {
  private let reader: RowReader
  private let blocks: BlockReader
  private let progress: BatchProgress
  private let shared: SharedRegister
  private let adjudicator: Adjudicator
  private let reading: HouseholdReading
  private let block = Block()
  private var rows: [Register.Entry] = []
  private var rejects: [Reject] = []
  /// What of the block is held against its rows of totals.
  private var totals = BlockTotals()
  private var runOn: (count: Int, firstLine: Int) = (0, 0)
  private var lineCount = 0
  private var emptyRows = 0

  init(
    _ source: TableSource, _ blocks: BlockReader, into shared: SharedRegister, _ adjudicator: Adjudicator,
    _ progress: BatchProgress
  ) {
    reader = RowReader(source, columns: HouseholdsFile.adjudicated)
    self.blocks = blocks
    self.shared = shared
    self.adjudicator = adjudicator
    self.progress = progress
    reading = HouseholdReading(adjudicator.scheme)
  }

  func take() throws(BatchError) -> Bool {
    do { return try blocks.next(into: block) } catch { throw .file(error) }
  }

  func prepare() {
    reading.beginBlock()
    var scanner = unsafe reader.begin(block)
    rejects.removeAll(keepingCapacity: true)
    totals = BlockTotals()
    // Taken out while they are filled: each row looks at nothing but its own.
    var rows: [Register.Entry] = []
    swap(&rows, &self.rows)
    rows.removeAll(keepingCapacity: true)
    while true {
      let shape = unsafe scanner.next()
      if shape == .none { break }
      unsafe read(shape, scanner, into: &rows)
    }
    swap(&rows, &self.rows)
    runOn = unsafe scanner.runOn
    lineCount = unsafe scanner.lineCount
    emptyRows = unsafe scanner.emptyRows
  }

  private func read(_ shape: RowShape, _ scanner: RowScanner, into rows: inout [Register.Entry]) {
    let row = unsafe reading.read(shape, scanner)
    if !row.isReadable, let reject = row.reject { rejects.append(reject) }
    guard let id = unsafe row.id else {
      if let row = row.totals { totals.meet(row) }
      return
    }
    let facts = row.facts
    if row.isReadable { totals.add(facts.income ?? .zero) }
    let eligibility = adjudicator.eligibility(
      group: facts.group, members: facts.members, income: facts.income, dwellings: facts.dwellings,
      businesses: facts.businesses, vehicles: facts.vehicles)
    let counts = Register.Assets(
      dwellings: facts.dwellings, businesses: facts.businesses, vehicles: facts.vehicles)
    unsafe rows.append(
      Register.Entry(
        id, row.isReadable ? eligibility : .unclear, row.isReadable ? counts : Register.Assets()))
  }

  func commit() throws(BatchError) {
    progress.note(bytes: block.fileEnd, rows: rows.count)
    shared.register.enter(rows)
    shared.notes.rows.noteRunOn(runOn, after: shared.lines, reader)
    shared.totals.take(totals, after: shared.lines, reader, &shared.notes.rows)
    for index in rejects.indices { rejects[index].settle(after: shared.lines, reader) }
    shared.rejects += rejects
    shared.lines += lineCount
    shared.notes.emptyRows += emptyRows
  }

  /// How many cells of the rows read wore another dress.
  var dress: DressCount { reading.dress }

  func finish() {}
  func deliver() throws(BatchError) {}
}

/// What the loaders of one register share; used in turn.
final class SharedRegister {
  let register: Register
  var lines: Int
  var rejects: [Reject] = []
  var notes: TableNotes
  /// Holds its totals against its households.
  var totals = TotalsLedger([HouseholdsFile.field(.income).column])
  /// How many cells were read in another dress.
  var dress = DressCount()

  init(_ register: Register, _ source: TableSource) {
    self.register = register
    lines = source.headerLines
    notes = source.notes(besides: HouseholdsFile.columns)
  }
}
