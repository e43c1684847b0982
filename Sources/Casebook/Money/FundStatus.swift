import Claims
import Journal
import Rules
package import Units

/// How the fund stands on a day, and where it is heading.
package struct FundStatus: Hashable, Sendable {
  /// What the county has contributed, and what it was called on to add in all.
  package let contributed: Yuan
  package let called: Yuan
  /// What it was called on for and has not contributed.
  package let owed: Yuan
  /// What is in accounts, and what is promised and not there yet.
  package let paid: Yuan
  package let committed: Yuan
  /// What is neither.
  package let left: Yuan
  /// What households owe back that was paid for decisions since taken back; no part of what is left.
  package let receivable: Yuan
  /// The cases of which something waits for the fund, and what waits.
  package let waitingCases: Int
  package let waiting: Yuan
  /// What the policy year comes to at this pace; `nil` before its first contribution.
  package let forecast: FundForecast?

  /// Paid and committed as a share of the contributions, in thousandths, rounded half up; `nil` without contributions.
  package var lossRatio: Int? {
    guard contributed > .zero else { return nil }
    let (spent, whole) = (Int128(paid.fen) + Int128(committed.fen), Int128(contributed.fen))
    return Int(clamping: (2 * spent * 1000 + whole) / (2 * whole))
  }
}

extension Casebook {
  /// How the fund stands on a day, with a forecast from then: all of it is told of that day, whatever was recorded of later
  /// ones.
  package func fund(on day: Day) throws(CasebookError) -> FundStatus {
    if let last = try lastDay(), last > day { return try pastFund(on: day) }
    let state = try currentState()
    let waiting = try waitingForMoney()
    var answered = Yuan.zero
    if state.entries > 0 {
      try entries(in: 1...state.entries, of: [.contribute]) { (entry) throws(CasebookError) in
        answered += try entry.read(ContributeStatement.self).answers ?? .zero
      }
    }
    let forecast = try forecast(
      on: day, since: try firstContribution(), left: state.left, waiting: waiting.amount
    ) { (days) throws(CasebookError) in try decided(within: days) }
    return FundStatus(
      contributed: state.contributed, called: state.owed + answered, owed: state.owed, paid: state.paid,
      committed: state.committed, left: state.left, receivable: try receivable(),
      waitingCases: waiting.cases, waiting: waiting.amount, forecast: forecast)
  }

  /// The same from the journal: what is derived is only known of the last day.
  func pastFund(on day: Day) throws(CasebookError) -> FundStatus {
    var fold = FundFold(upTo: day)
    let count = try currentState().entries
    if count > 0 {
      try entries(in: 1...count, of: FundFold.kinds) { (entry) throws(CasebookError) in try fold.take(entry) }
    }
    let waiting = fold.waiting
    let forecast = try forecast(
      on: day, since: fold.firstContribution, left: fold.left, waiting: waiting.amount
    ) { (days) throws(CasebookError) in fold.decided(from: days.lowerBound) }
    return FundStatus(
      contributed: fold.contributed, called: fold.called, owed: fold.owed, paid: fold.paid,
      committed: fold.committed, left: fold.left, receivable: fold.receivable,
      waitingCases: waiting.cases, waiting: waiting.amount, forecast: forecast)
  }

  private func forecast(
    on day: Day, since first: Day?, left: Yuan, waiting: Yuan,
    decided: (ClosedRange<Day>) throws(CasebookError) -> Yuan
  ) throws(CasebookError) -> FundForecast? {
    let start = scheme.policyYearStart
    let year = PolicyYear(containing: day, start: start)
    guard let first, let days = year.days(start) else { return nil }
    let from = max(days.lowerBound, first)
    guard from <= day else { return nil }
    return FundForecast(
      from: from, to: day, end: days.upperBound, decided: try decided(from...day), left: left,
      waiting: waiting)
  }
}
