package import Units

/// What the policy year comes to if it goes on as it began: linear in days.
package struct FundForecast: Hashable, Sendable {
  /// From the policy year's beginning or the first contribution, whichever is later.
  package let from: Day
  package let to: Day
  /// The policy year's last day.
  package let end: Day
  /// What was decided to be paid in these days and still stands.
  package let promised: Yuan
  /// What is left of the fund on the last of these days.
  package let left: Yuan

  /// A forecast on the day `to`; it lies neither before `from` nor after `end`.
  package init(from: Day, to: Day, end: Day, promised: Yuan, left: Yuan) {
    precondition(from <= to && to <= end, "a forecast is made on a day of its policy year")
    self.from = from
    self.to = to
    self.end = end
    self.promised = promised
    self.left = left
  }

  /// How many days ``promised`` was made in, and how many there will have been at the end.
  package var days: (soFar: Int, whole: Int) { (to - from + 1, end - from + 1) }

  /// ``promised`` × days of the whole ÷ days so far, both ends counted, rounded half up to the fen.
  package var promisedByEnd: Yuan {
    let (soFar, whole) = (Int128(days.soFar), Int128(days.whole))
    return Yuan(fen: Int64(clamping: (2 * Int128(promised.fen) * whole + soFar) / (2 * soFar)))
  }

  /// What would then be left of the fund; below zero, what it would lack.
  package var leftAtEnd: Yuan { left - (promisedByEnd - promised) }

  /// After how many days from ``to`` what is left is used up: left × days so far ÷ promised, rounded up; `nil` where
  /// nothing was promised.
  package var daysLeft: Int64? {
    guard promised > .zero else { return nil }
    let (rest, pace) = (Int128(max(left.fen, 0)), Int128(promised.fen))
    return Int64(clamping: (rest * Int128(days.soFar) + pace - 1) / pace)
  }

  /// The day on which what is left is used up; `nil` where that is never, or beyond the calendar.
  package var usedUpOn: Day? { daysLeft.flatMap { Int(exactly: $0) }.flatMap { to.adding(days: $0) } }
}
