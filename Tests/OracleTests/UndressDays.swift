import Foundation

// Days, and words that say whether something is so.
extension Undress {
  /// A day in whatever form; a time of midnight is none of it.
  static func day(_ dressed: Bytes) -> CalendarDay? { cell(dressed, .number).flatMap { bareDay($0) } }

  /// A day in an undressed cell.
  static func bareDay(_ cell: Bytes) -> CalendarDay? {
    if let plain = ReadCells.day(cell) { return plain }
    var scan = Scan(withoutMidnight(cell))
    if let eight = scan.digits(8...8) {
      let (year, month) = (eight.prefix(4), eight.dropFirst(4).prefix(2))
      return scan.isDone ? ReadCells.calendarDay(year, month, eight.suffix(2)) : nil
    }
    guard let year = scan.digits(4...4) else { return nil }
    for separator in ["-", "/", "."] as [StaticString] where scan.take(separator) {
      guard let month = scan.digits(1...2), scan.take(separator), let day = scan.digits(1...2), scan.isDone
      else {
        return nil
      }
      return ReadCells.calendarDay(year, month, day)
    }
    scan.passSpaces()
    guard scan.take("年") else { return nil }
    scan.passSpaces()
    guard let month = scan.digits(1...2) else { return nil }
    scan.passSpaces()
    guard scan.take("月") else { return nil }
    scan.passSpaces()
    guard let day = scan.digits(1...2) else { return nil }
    scan.passSpaces()
    guard scan.take("日") || scan.take("号"), scan.isDone else { return nil }
    return ReadCells.calendarDay(year, month, day)
  }

  private static let midnights = ["00:00:00", "0:00:00", "00:00", "0:00"].map { Bytes(of: $0) }

  /// The text without a time of midnight at its end, which stands behind spaces or a `T`.
  private static func withoutMidnight(_ text: Bytes) -> Bytes {
    guard text.contains(UInt8(ascii: ":")) else { return text }
    for midnight in midnights where text.suffix(midnight.count).elementsEqual(midnight) {
      var day = text.dropLast(midnight.count)
      if day.last == UInt8(ascii: "T") { return Bytes(day.dropLast()) }
      guard day.last == 0x20 else { continue }
      while day.last == 0x20 { day.removeLast() }
      return Bytes(day)
    }
    return text
  }

  /// Whether an event can have been on a day: from 1990 to today.
  static func isBelieved(_ day: CalendarDay) -> Bool { day.year >= 1990 && day <= today }

  /// In China.
  private static let today: CalendarDay = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }()

  private static let answers: [Bytes: Answer] = {
    var answers: [Bytes: Answer] = [:]
    for word in ["yes", "是", "有", "√", "Y", "1"] { answers[Bytes(of: word)] = .yes }
    for word in ["no", "否", "无", "×", "N", "0"] { answers[Bytes(of: word)] = .no }
    return answers
  }()

  /// Whether an undressed cell says yes or no.
  static func bareAnswer(_ cell: Bytes) -> Answer? { answers[cell] }
}
