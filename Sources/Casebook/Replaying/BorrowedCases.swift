import Claims
import Journal
import Rules
import Store
import Units

/// Cases of batches whose rows in the file are already what the journal makes of them: they are not written down again until
/// somebody asks for them, which in most casebooks of a million claims nobody does.
struct BorrowedCases {
  /// The file's own rows, in the order of their numbers.
  private var rows: Statement?
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
      rows = try book.database.prepare(
        "SELECT \(Casefile.columns) FROM main.casefile WHERE number >= ? ORDER BY number")
      rows?.bind(1, claim.number)
    }
    guard let rows else { return false }
    while reached < claim.number {
      guard try rows.step() else {
        reached = .max  // done; asked again, it would begin anew
        return false
      }
      reached = rows.int(0)
    }
    guard reached == claim.number, rows.holds(claim, batch, book) else { return false }
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
      let copy = try book.database.prepare(
        "INSERT INTO temp.casefile SELECT * FROM main.casefile WHERE number BETWEEN ? AND ?")
      copy.bind(1, range.lowerBound)
      copy.bind(2, range.upperBound)
      try copy.run()
    }
    ranges = []
  }
}

extension Statement {
  /// Whether a row of ``Casefile/columns`` is that of a claim of a batch as it was decided.
  fileprivate func holds(_ claim: BatchClaim, _ batch: ShadowBatch, _ book: Casebook) -> Bool {
    let scheme = book.scheme
    let isPended = claim.state == .pended
    return holds(1, claim.id) && holds(2, claim.household) && holds(3, claim.person)
      && holds(4, scheme.perils[claim.peril].id) && holds(5, claim.cause.map { scheme.causes[$0].id })
      && holds(6, claim.day.description) && holds(7, claim.amount.fen)
      && holds(8, claim.compensated.map { $0 ? 1 : 0 }) && holds(9, EntryKind.decide.rawValue) && isNull(10)
      && holds(11, claim.state.rawValue) && holds(12, batch.dayText) && isNull(13)
      && holds(14, isPended ? CaseState.confirmed.rawValue : nil) && holds(15, claim.reason.code)
      && holds(16, claim.reason.isCounted ? 1 : 0)
      && holds(17, claim.money.map { scheme.benefits[$0.benefitIndex].id })
      && holds(18, claim.money.map { Int64($0.policyYear.began) })
      && holds(19, claim.money?.accumulator.fen) && holds(20, claim.payout.fen) && isNull(21)
      && holds(22, Int64(claim.entry)) && holds(23, Int64(claim.entry)) && holds(24, batch.role)
  }
}
