import Claims
import Rules
import Store
package import Units

/// How the fund stands, and where it is heading.
package struct FundStatus: Hashable, Sendable {
  /// What came in: contributions, and calls on the county.
  package let contributed: Yuan
  package let called: Yuan
  /// What is in accounts, and what is promised and not there yet.
  package let paid: Yuan
  package let committed: Yuan
  /// What is neither.
  package let left: Yuan
  /// Cases approved that wait for the next contribution, and what they come to.
  package let waiting: (cases: Int, amount: Yuan)
  /// What the policy year comes to at this pace; `nil` before its first contribution.
  package let forecast: Forecast?
  /// Paid and committed as a share of the contributions, in thousandths, rounded half up; `nil` without contributions.
  package let lossRatio: Int?

  /// What the policy year comes to if it goes on as it began: linear in days.
  package struct Forecast: Hashable, Sendable {
    /// From the policy year's beginning or the first contribution, whichever is later.
    package let from: Day
    package let to: Day
    /// The policy year's last day.
    package let end: Day
    /// What was decided to be paid in these days.
    package let promised: Yuan
    /// ``promised`` × days of the whole ÷ days so far, both ends counted, rounded half up to the fen.
    package let promisedByEnd: Yuan
    /// What would then be left of the fund; below zero, what it would lack.
    package let leftAtEnd: Yuan

    /// How many days ``promised`` was made in, and how many there will have been at the end.
    package var days: (soFar: Int, whole: Int) { (to - from + 1, end - from + 1) }
  }

  package static func == (a: FundStatus, b: FundStatus) -> Bool {
    a.contributed == b.contributed && a.called == b.called && a.paid == b.paid && a.committed == b.committed
      && a.left == b.left && a.waiting == b.waiting && a.forecast == b.forecast && a.lossRatio == b.lossRatio
  }

  package func hash(into hasher: inout Hasher) {
    for amount in [contributed, called, paid, committed, left, waiting.amount] { hasher.combine(amount) }
    hasher.combine(waiting.cases)
    hasher.combine(forecast)
    hasher.combine(lossRatio)
  }
}

extension Casebook {
  /// How the fund stands now, with a forecast from what was decided up to a day.
  package func fund(on day: Day) throws(CasebookError) -> FundStatus {
    let state = try currentState()
    let waiting = try reading { () throws(StoreError) in
      try statements["SELECT count(*), coalesce(sum(payout), 0) FROM casefile WHERE state = 'exhausted'"].rows
      {
        (cases: $0.int(0), amount: Yuan(fen: $0.int64(1)))
      }.first
    }
    let spent = state.paid + state.committed
    return FundStatus(
      contributed: state.contributed, called: state.called, paid: state.paid, committed: state.committed,
      left: state.left, waiting: waiting ?? (0, .zero), forecast: try forecast(on: day, left: state.left),
      lossRatio: state.contributed > .zero
        ? Int(FundStatus.divided(Int128(spent.fen) * 1000, by: Int128(state.contributed.fen))) : nil)
  }

  private func forecast(on day: Day, left: Yuan) throws(CasebookError) -> FundStatus.Forecast? {
    let start = scheme.policyYearStart
    let year = PolicyYear(containing: day, start: start)
    let first = try reading { () throws(StoreError) in
      try statements["SELECT happened_on FROM journal WHERE kind = 'contribute' ORDER BY number LIMIT 1"].rows
      {
        Day($0.text(0))
      }.first ?? nil
    }
    guard let first, let beginning = Day(year: year.began, month: start.month, day: start.day),
      let end = Day(year: year.began + 1, month: start.month, day: start.day)?.adding(days: -1)
    else { return nil }
    let from = max(beginning, first)
    guard from <= day else { return nil }
    let promised = try scalar(
      """
      SELECT sum(c.payout) FROM casefile c JOIN journal j ON j.number = c.decided_entry
      WHERE c.counted = 1 AND c.state <> 'exhausted' AND j.happened_on BETWEEN ? AND ?
      """
    ) { query in
      query.bind(1, from.description)
      query.bind(2, day.description)
    }
    let byEnd = Yuan(
      fen: FundStatus.divided(Int128(promised) * Int128(end - from + 1), by: Int128(day - from + 1)))
    return FundStatus.Forecast(
      from: from, to: day, end: end, promised: Yuan(fen: promised), promisedByEnd: byEnd,
      leftAtEnd: left - (byEnd - Yuan(fen: promised)))
  }
}

extension FundStatus {
  /// A quotient of two amounts that are not negative, rounded half up; the largest 64 bits hold where it is larger.
  fileprivate static func divided(_ dividend: Int128, by divisor: Int128) -> Int64 {
    Int64(clamping: (2 * dividend + divisor) / (2 * divisor))
  }
}
