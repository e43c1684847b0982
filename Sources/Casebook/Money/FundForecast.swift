package import Units

/// What the policy year comes to if it goes on as it began: linear in days.
package struct FundForecast: Hashable, Sendable {
  /// From the policy year's beginning or the first contribution, whichever is later.
  package let from: Day
  package let to: Day
  /// The policy year's last day.
  package let end: Day
  /// What was decided to be paid in these days and still stands, whether or not the fund reaches for it yet.
  package let decided: Yuan
  /// What is left of the fund on the last of these days, and what waits for it then.
  package let left: Yuan
  package let waiting: Yuan

  /// A forecast on the day `to`; it lies neither before `from` nor after `end`.
  package init(from: Day, to: Day, end: Day, decided: Yuan, left: Yuan, waiting: Yuan) {
    precondition(from <= to && to <= end, "a forecast is made on a day of its policy year")
    self.from = from
    self.to = to
    self.end = end
    self.decided = decided
    self.left = left
    self.waiting = waiting
  }

  /// How many days ``decided`` was decided in, and how many there will have been at the end.
  package var days: (soFar: Int, whole: Int) { (to - from + 1, end - from + 1) }

  /// ``decided`` × days of the whole ÷ days so far, both ends counted, rounded half up to the fen.
  package var decidedByEnd: Yuan {
    let (soFar, whole) = (Int128(days.soFar), Int128(days.whole))
    return Yuan(fen: Int64(clamping: (2 * Int128(decided.fen) * whole + soFar) / (2 * soFar)))
  }

  /// What is free for what is still to be decided; below zero, what the fund lacks for what waits.
  package var free: Yuan { left - waiting }

  /// What would then be left of the fund, with all paid that waits; below zero, what it would lack.
  package var leftAtEnd: Yuan { free - (decidedByEnd - decided) }

  /// After how many days from ``to`` what is free is used up: free × days so far ÷ decided, rounded up; `nil` where
  /// nothing was decided.
  package var daysLeft: Int64? {
    guard decided > .zero else { return nil }
    let (rest, pace) = (Int128(max(free.fen, 0)), Int128(decided.fen))
    return Int64(clamping: (rest * Int128(days.soFar) + pace - 1) / pace)
  }

  /// The day on which what is free is used up; `nil` where that is never, or beyond the calendar.
  package var usedUpOn: Day? { daysLeft.flatMap { Int(exactly: $0) }.flatMap { to.adding(days: $0) } }
}
