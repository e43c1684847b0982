import Claims
import Files
import Journal
import Rules
import Sealing
import Store
import Tables
import Units

/// What the workers on one file of confirmed claims share. What changes is used in turn.
@safe
final class ClaimsRun {
  let recording: Recording
  let book: Casebook
  let source: TableSource
  let blocks: BlockReader
  private let decider: ClaimsDecider
  /// The costs that cases of before hold, whatever their claims' ids.
  private let held: HeldCosts
  private let hasher: Sealing.Hasher
  /// What is written for every claim, prepared once.
  private var rows: BatchRows?
  /// The households whose cases the actor may not decide.
  let own: Set<String>
  /// The policy years that were closed.
  let closed: [ClosedYear]
  /// The canonical beginning of every entry's bytes after its number, and the words of the scheme as JSON strings.
  let form: DecideForm
  let progress: (_ bytes: Int, _ claims: Int) -> Void

  private(set) var lines: Int
  private(set) var counts: [Reason: Int] = [:]
  private(set) var promised = Yuan.zero
  /// What of it waits for the fund.
  private(set) var waiting = Yuan.zero
  private(set) var claims = 0
  var faults: [Reject] = []
  /// Claims whose costs cases of before may hold already.
  private(set) var twins: [ClaimTwin] = []
  /// What the rows of the file gave rise to.
  var notes = RowNotes()
  /// Holds its totals against its claims.
  var totals = TotalsLedger([ClaimsFile.field(.amount).column])

  init(
    _ recording: Recording, _ source: TableSource, _ blocks: BlockReader, own: Set<String>,
    _ progress: @escaping (Int, Int) -> Void
  ) throws(CasebookError) {
    self.recording = recording
    book = recording.book
    self.source = source
    self.blocks = blocks
    self.own = own
    self.progress = progress
    hasher = Sealing.Hasher(recording.state.algorithm)
    decider = try ClaimsDecider(
      recording.book, on: recording.on, after: recording.state, nextEntry: recording.state.entries + 1)
    closed = try book.closedYears()
    held = try HeldCosts(book, decider.households)
    form = DecideForm(
      book.scheme, recordedAt: recording.recordedAt, on: recording.on, actor: recording.actor.name,
      role: recording.actor.role, digest: recording.state.scheme)
    lines = source.headerLines
  }

  /// All households as they are known.
  var households: KnownHouseholds { decider.households }

  // MARK: Deciding, in turn

  /// Decides the claims of a block in their order.
  func decide(_ block: inout [BatchClaim], _ faults: [Reject], lines count: Int) throws(CasebookError) {
    self.faults += faults
    lines += count
    claims += block.count
    for index in block.indices {
      try decider.decide(&block[index])
      counts[block[index].reason, default: 0] += 1
      promised += block[index].payout
      if let twin = held.twin(of: block[index]) { twins.append(twin) }
      if block[index].state == .exhausted { waiting += block[index].payout }
    }
  }

  // MARK: Recording, in turn

  /// Records a decided claim: the rows of the journal and of its case, and what it makes of the casebook's state.
  ///
  /// - Parameter payload: the entry's, in canonical form.
  func record(
    _ claim: BatchClaim, payload: UnsafeRawBufferPointer, leaf: Digest
  ) throws(CasebookError) {
    do throws(StoreError) {
      let rows: BatchRows
      if let prepared = self.rows { rows = prepared } else { rows = try prepare() }
      try unsafe rows.enter(claim, payload: payload)
    } catch { throw .store(error) }
    recording.state.tree.append(leaf: leaf, hasher)
    recording.state.lastRecordedAt = recording.recordedAt
    recording.state.note(claim)
  }

  private func prepare() throws(StoreError) -> BatchRows {
    let rows = try BatchRows(
      book, by: recording.actor, on: recording.on, recordedAt: recording.recordedAt,
      scheme: recording.state.scheme)
    self.rows = rows
    return rows
  }

  /// Lets go of what it writes with.
  func close() { rows = nil }
}
