import Claims
import Rules
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
  package let forecast: FundForecast?
  /// Paid and committed as a share of the contributions, in thousandths, rounded half up; `nil` without contributions.
  package let lossRatio: Int?

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
    let spent = state.paid + state.committed
    return FundStatus(
      contributed: state.contributed, called: state.called, paid: state.paid, committed: state.committed,
      left: state.left, waiting: try waitingForMoney(), forecast: try forecast(on: day, left: state.left),
      lossRatio: state.contributed > .zero
        ? Int(FundStatus.divided(Int128(spent.fen) * 1000, by: Int128(state.contributed.fen))) : nil)
  }

  private func forecast(on day: Day, left: Yuan) throws(CasebookError) -> FundForecast? {
    let start = scheme.policyYearStart
    let year = PolicyYear(containing: day, start: start)
    guard let first = try firstContribution(), let days = year.days(start) else { return nil }
    let from = max(days.lowerBound, first)
    guard from <= day else { return nil }
    let promised = try promised(within: from...day)
    return FundForecast(from: from, to: day, end: days.upperBound, promised: promised, left: left)
  }
}

extension FundStatus {
  /// A quotient of two amounts that are not negative, rounded half up; the largest 64 bits hold where it is larger.
  fileprivate static func divided(_ dividend: Int128, by divisor: Int128) -> Int64 {
    Int64(clamping: (2 * dividend + divisor) / (2 * divisor))
  }
}
