package import Units

/// A policy year is closed: what was open of it goes on or is ended, and nothing new begins for an event of its days.
package struct CloseYearStatement: JournalStatement {
  package static let kind = EntryKind.closeYear

  /// The year's days, the first and the last among them.
  package let days: ClosedRange<Day>
  /// The cases of the year that were open and go on, ascending.
  package let carried: [Int]
  /// Those that are withdrawn with it, ascending, and why; no reason where there are none.
  package let ended: [Int]
  package let reason: String?

  package init(_ days: ClosedRange<Day>, carried: [Int] = [], ended: [Int] = [], reason: String? = nil) {
    self.days = days
    self.carried = carried
    self.ended = ended
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    days = try payload.days()
    carried = try payload.numbers("carried")
    ended = try payload.numbers("ended")
    reason = try payload.optionalText("reason")
  }

  package func write(to payload: inout Payload) {
    payload.set(days)
    payload.set("carried", carried.map { "\($0)" })
    payload.set("ended", ended.map { "\($0)" })
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [reason].compactMap { $0 } }
}

extension PayloadReader {
  /// The days of a policy year, the first and the last among them.
  func days() throws(MissingMember) -> ClosedRange<Day> {
    let (first, last) = (try day("first_day"), try day("last_day"))
    guard first <= last else { throw MissingMember(key: "last_day") }
    return first...last
  }
}

extension Payload {
  /// Says the days of a policy year.
  mutating func set(_ days: ClosedRange<Day>) {
    set("first_day", days.lowerBound)
    set("last_day", days.upperBound)
  }
}
