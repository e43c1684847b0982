import Claims
import Journal
import Rules
import Store
import Units

/// Cases of batches whose rows in the file are already what the journal makes of them: they are not written down again until
/// somebody asks for them, which in most casebooks of a million claims nobody does.
struct BorrowedCases {
  /// The file's own rows, in the order of their numbers.
  private var rows: Cursor<CaseColumn>?
  /// The number of the row that was read last; 0 before the first.
  private var reached = 0
  /// Numbers of borrowed cases, in ascending order.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// How many there are.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether the file's row of a decided claim's case is what it should be, so that it can be borrowed.
  ///
  /// Cases come in ascending order.
  mutating func borrow(_ claim: BatchClaim, _ batch: ShadowBatch, _ book: Casebook) throws(StoreError) -> Bool
  {
    guard claim.number > reached else { return false }
    if rows == nil {
      rows = try book.database.cursor(CaseColumn.kept) { $0(CaseColumn.number, claim.number) }
    }
    guard let rows else { return false }
    while reached < claim.number {
      guard try rows.next() else {
        reached = .max  // done; asked again, it would begin anew
        return false
      }
      reached = rows.row.int(.number)
    }
    guard reached == claim.number, rows.row.holds(claim, batch, book) else { return false }
    if let last = ranges.last, last.upperBound + 1 == claim.number {
      ranges[ranges.count - 1] = last.lowerBound...claim.number
    } else {
      ranges.append(claim.number...claim.number)
    }
    return true
  }

  /// Writes down what was borrowed: from now on somebody may ask for it.
  mutating func giveBack(_ book: Casebook) throws(StoreError) {
    guard !ranges.isEmpty else { return }
    rows?.reset()
    rows = nil
    reached = ranges.last?.upperBound ?? 0
    for range in ranges {
      try book.statements.run(CaseColumn.givingBack) { $0(.number, within: range) }
    }
    ranges = []
  }
}

extension Row<CaseColumn> {
  /// Whether the row is that of a claim of a batch as it was decided.
  fileprivate func holds(_ claim: BatchClaim, _ batch: ShadowBatch, _ book: Casebook) -> Bool {
    let scheme = book.scheme
    let isPended = claim.state == .pended
    return holds(.claimID, claim.id) && holds(.household, claim.household) && holds(.person, claim.person)
      && holds(.peril, scheme.perils[claim.peril].id)
      && holds(.cause, claim.cause.map { scheme.causes[$0].id })
      && holds(.incurredOn, claim.day.description) && holds(.amount, claim.amount.fen)
      && holds(.compensated, claim.compensated.map { $0 ? 1 : 0 })
      && holds(.way, EntryKind.decide.rawValue) && isNull(.personal)
      && holds(.state, claim.state.rawValue) && holds(.since, batch.dayText) && isNull(.until)
      && holds(.resume, isPended ? CaseState.confirmed.rawValue : nil) && holds(.reason, claim.reason.code)
      && holds(.counted, claim.reason.isCounted ? 1 : 0)
      && holds(.benefit, claim.money.map { scheme.benefits[$0.benefitIndex].id })
      && holds(.policyYear, claim.money.map { Int64($0.policyYear.began) })
      && holds(.accumulator, claim.money?.accumulator.fen) && holds(.payout, claim.payout.fen)
      && isNull(.payment) && holds(.openedEntry, Int64(claim.entry))
      && holds(.decidedEntry, Int64(claim.entry)) && holds(.approvedAs, batch.role)
  }
}
