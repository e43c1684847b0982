/// A day that exists.
struct CalendarDay: Hashable, Comparable {
  let year: Int
  let month: Int
  let day: Int

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    if month == 2 { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  /// Whether the calendar has a day.
  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= days(inMonth: month, of: year)
  }

  /// `2018-03-05`.
  var isoText: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

/// The syntax of cells, as the article on file formats words it. A cell comes trimmed and not empty.
enum ReadCells {
  static let zero = UInt8(ascii: "0")
  private static let comma = UInt8(ascii: ",")

  static func trimmed(_ cell: ArraySlice<UInt8>) -> Bytes {
    let space = UInt8(ascii: " ")
    var rest = cell
    while rest.first == space { rest.removeFirst() }
    while rest.last == space { rest.removeLast() }
    return Bytes(rest)
  }

  /// Digits only, at least one; nil otherwise. More than eighteen significant digits stand for 10^18, which is out of
  /// every range.
  static func digits(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    var value = 0
    for byte in text {
      guard byte >= zero, byte <= zero + 9 else { return nil }
      value = min(1_000_000_000_000_000_000, min(value, 100_000_000_000_000_000) * 10 + Int(byte - zero))
    }
    return value
  }

  /// Yuan: ASCII digits, optional `.d` or `.dd`, thousands commas only where well placed, no exponent.
  static func money(_ cell: ArraySlice<UInt8>, minusAllowed: Bool, decimals most: Int = 2) -> Rational? {
    let isNegative = minusAllowed && cell.first == UInt8(ascii: "-")
    var whole = isNegative ? cell.dropFirst() : cell
    var (shares, fraction) = (1, 0)
    if let point = whole.firstIndex(of: UInt8(ascii: ".")) {
      let decimals = whole[(point + 1)...]
      guard (1...most).contains(decimals.count), let value = digits(decimals) else { return nil }
      for _ in decimals { shares *= 10 }
      fraction = value
      whole = whole[..<point]
    }
    if whole.contains(comma) {
      // Three digits behind every comma, and one to three before the first.
      for (behind, byte) in whole.reversed().enumerated() where (byte == comma) != (behind % 4 == 3) {
        return nil
      }
      if whole.first == comma { return nil }
      whole.removeAll { $0 == comma }
    }
    guard let yuan = digits(whole) else { return nil }
    let value = Rational(Int128(yuan) * Int128(shares) + Int128(fraction), over: Int128(shares))
    return isNegative ? .zero - value : value
  }

  /// A count: one to nine ASCII digits.
  static func count(_ cell: Bytes) -> Int? { cell.count <= 9 ? digits(cell[...]) : nil }

  /// `2018-03-05` or `2018/3/5`, and the day must exist.
  static func day(_ cell: Bytes) -> CalendarDay? {
    var scan = Scan(cell)
    guard let year = scan.digits(4...4) else { return nil }
    if scan.take("-") {
      guard let month = scan.digits(2...2), scan.take("-"), let day = scan.digits(2...2), scan.isDone else {
        return nil
      }
      return calendarDay(year, month, day)
    }
    guard scan.take("/"), let month = scan.digits(1...2), scan.take("/"), let day = scan.digits(1...2),
      scan.isDone
    else { return nil }
    return calendarDay(year, month, day)
  }

  /// The day that three numbers name, if it exists.
  static func calendarDay(
    _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>
  ) -> CalendarDay? {
    guard let year = digits(year), let month = digits(month), let day = digits(day),
      CalendarDay.exists(year, month, day)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}
