import Claims
import Files
import Rules
import Tables
import Units

/// What the workers on one claims table share. What changes is used in turn.
@safe
final class ClaimStream {
  let adjudicator: Adjudicator
  let register: Register
  /// For claims whose household is not there.
  let likeIDs: LikeIDs
  let source: TableSource
  let blocks: BlockReader
  let progress: BatchProgress
  let accounts: Accounts
  var ids: ClaimIDs
  /// The claims that corrections name, where the claims may have such.
  let corrections: Corrections?
  let writer: DecisionWriter
  /// Receives the decisions, in order.
  let output: TableOutput
  /// Receives the rejects, in order.
  let rejects: RejectStream
  /// What each household is paid, where somebody wants to know.
  let payouts: PayoutList?
  /// The list in which households are looked up by resident IDs, where one was given.
  let residents: MemberTable?
  /// The columns that the rows are read by.
  let columns: [Column]
  /// The last day an event can have.
  let lastDay: Day?
  /// Sees every decided row, in order.
  let observer: ((borrowing ClaimInWork, DecisionWriter.Money, _ line: Int, _ person: String) -> Void)?

  /// How many lines were committed.
  var lines: Int
  var claims = 0
  /// What of the table was left out.
  var notes: TableNotes
  /// Holds its totals against its claims.
  var totals = TotalsLedger([ClaimsFile.field(.amount).column])
  /// Those whose households are not on the register.
  var missing = MissingHouseholds()
  /// The id of the last claim, while ids ascend.
  var lastID: [UInt8] = []
  /// Whether every id is entered in ``ids``: from the first on that does not ascend.
  var entersIDs = false

  init(
    _ adjudicator: Adjudicator, _ register: Register, _ likeIDs: LikeIDs, _ source: TableSource,
    _ blocks: BlockReader,
    _ progress: BatchProgress, _ earlier: EarlierRuns, _ corrections: Corrections?, _ writer: DecisionWriter,
    output: TableOutput,
    rejects: RejectStream, payouts: PayoutList?, residents: MemberTable?, lastDay: Day?,
    observer: ((borrowing ClaimInWork, DecisionWriter.Money, _ line: Int, _ person: String) -> Void)?
  ) {
    self.adjudicator = adjudicator
    self.register = register
    self.likeIDs = likeIDs
    self.source = source
    self.blocks = blocks
    self.progress = progress
    accounts = earlier.accounts
    ids = earlier.ids
    self.corrections = corrections
    self.writer = writer
    self.output = output
    self.rejects = rejects
    self.payouts = payouts
    self.residents = residents
    self.lastDay = lastDay
    self.observer = observer
    lines = source.headerLines
    let columns = ClaimsFile.columns(
      lookedUp: residents != nil, needsPersons: adjudicator.needsPersons)
    self.columns = columns
    notes = source.notes(besides: columns)
  }

  /// Reads rows, for one worker.
  func newReading() -> ClaimReading {
    ClaimReading(adjudicator.scheme, notAfter: lastDay, residents: residents)
  }

  /// How many claims there will be, as far as that can be told from those read up to a byte of their file; not so many that
  /// room for them would be a burden if they do not come.
  func expectedClaims(after end: Int) -> Int {
    guard let size = source.file.size, end > 0 else { return claims }
    return min(1 << 24, claims * min(1 << 24, size / end + 1))
  }

  /// Whether an id ascends from the last one.
  func follows(_ id: Cell) -> Bool {
    guard !lastID.isEmpty else { return true }
    let padded = lastID + Array(repeating: 0, count: PackedID.most)
    return unsafe padded.withUnsafeBufferPointer { last in
      guard let base = last.baseAddress else { return true }
      return unsafe OrderedID(Cell(start: base, count: lastID.count)).precedes(OrderedID(id))
    }
  }
}
