package import Tables
package import Units

extension Dress {
  /// The first day on which an event is believed: an earlier one is a slip of the pen.
  package static let earliestEvent = {
    guard let day = Day(year: 1990, month: 1, day: 1) else { preconditionFailure("there was such a day") }
    return day
  }()

  /// What is wrong with the day of an event before that.
  package static let longPast = Wording(
    zh: "早于 \(earliestEvent)：这么早的事不在保障范围内，年份多半写错了",
    en: "before \(earliestEvent): no scheme covers so early an event; the year is likely to be a slip")

  /// What is wrong with a day after the day of the run.
  package static let future = Wording(zh: "晚于理算当天", en: "later than the day of the run")

  /// The day in a cell whose outer dress is off: with dashes, slashes, points or 年月日, or as eight digits; a time of
  /// midnight may stand behind it.
  package static func day(_ cell: Cell, _ worn: inout DressKinds) -> Day? {
    if let plain = unsafe Day.parse(cell.start, count: cell.count) { return plain }
    var digits = unsafe DayText(cell)
    guard let day = unsafe digits.day(), unsafe digits.endsAtMidnight() else { return nil }
    worn.insert(DressKinds(.day))
    return day
  }
}

/// The parts of a day's text, one after another.
@unsafe
private struct DayText {
  private let cell: Cell
  private var index = 0

  init(_ cell: Cell) { unsafe self.cell = unsafe cell }

  mutating func day() -> Day? {
    guard let (year, length) = unsafe number(8) else { return nil }
    if length == 8 { return Day(year: year / 10_000, month: year / 100 % 100, day: year % 100) }
    guard length == 4 else { return nil }
    let before = unsafe index
    unsafe skipSpaces()
    if unsafe take("年") {
      unsafe skipSpaces()
      guard let (month, _) = unsafe number(2) else { return nil }
      unsafe skipSpaces()
      guard unsafe take("月") else { return nil }
      unsafe skipSpaces()
      guard let (day, _) = unsafe number(2) else { return nil }
      unsafe skipSpaces()
      guard unsafe take("日") || take("号") else { return nil }
      return Day(year: year, month: month, day: day)
    }
    unsafe index = before
    guard let separator = ["-", "/", "."].first(where: { unsafe take($0) }),
      let (month, _) = unsafe number(2), unsafe take(separator), let (day, _) = unsafe number(2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Whether nothing more comes, or a time of midnight: `00:00:00`, with or without its seconds.
  mutating func endsAtMidnight() -> Bool {
    if unsafe index == cell.count { return true }
    let before = unsafe index
    unsafe skipSpaces()
    if unsafe index == before { guard unsafe take("T") else { return false } }
    guard let (hour, _) = unsafe number(2), hour == 0 else { return false }
    for part in 0..<2 {
      if part == 1, unsafe index == cell.count { return true }
      guard unsafe take(":"), let (value, length) = unsafe number(2), value == 0, length == 2 else {
        return false
      }
    }
    return unsafe index == cell.count
  }

  /// A number of at most so many digits, and no digit behind it.
  private mutating func number(_ most: Int) -> (value: Int, length: Int)? {
    let start = unsafe index
    var value = 0
    while unsafe index < cell.count, unsafe cell.start[index] &- 0x30 < 10 {
      if unsafe index - start == most { return nil }
      value = unsafe value * 10 + Int(cell.start[index] - 0x30)
      unsafe index += 1
    }
    return unsafe index == start ? nil : (value, index - start)
  }

  private mutating func skipSpaces() {
    while unsafe index < cell.count, unsafe cell.start[index] == 0x20 { unsafe index += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard unsafe index + count <= cell.count else { return false }
    for place in 0..<count where unsafe cell.start[index + place] != text.utf8Start[place] { return false }
    unsafe index += count
    return true
  }
}
