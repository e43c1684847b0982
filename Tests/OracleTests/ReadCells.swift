/// A day that exists.
struct CalendarDay: Hashable, Comparable {
  let year: Int
  let month: Int
  let day: Int

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// `2018-03-05`.
  var isoText: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

/// The syntax of cells, as the article on file formats words it. A cell comes trimmed and not empty.
enum ReadCells {
  static let zero = UInt8(ascii: "0")
  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")

  static func trimmed(_ cell: Bytes) -> Bytes {
    let space = UInt8(ascii: " ")
    guard let first = cell.firstIndex(where: { $0 != space }),
      let last = cell.lastIndex(where: { $0 != space })
    else { return [] }
    return first == 0 && last == cell.count - 1 ? cell : Bytes(cell[first...last])
  }

  /// Digits only, at least one; nil otherwise. More than thirty significant digits stand for 10^30, which
  /// is out of every range.
  static func digits(_ text: some Collection<UInt8>) -> Int128? {
    guard !text.isEmpty, text.allSatisfy({ $0 >= zero && $0 <= zero + 9 }) else { return nil }
    let significant = text.drop { $0 == zero }
    if significant.count > 30 { return 1_000_000_000_000_000_000_000_000_000_000 }
    return significant.reduce(Int128(0)) { $0 * 10 + Int128($1 - zero) }
  }

  /// Yuan: ASCII digits, optional `.d` or `.dd`, thousands commas only where well placed, no exponent.
  static func money(_ cell: Bytes, minusAllowed: Bool, decimals most: Int = 2) -> Rational? {
    var unsigned = cell[...]
    let negative = minusAllowed && unsigned.first == UInt8(ascii: "-")
    if negative { unsigned = unsigned.dropFirst() }

    let parts = unsigned.split(separator: point, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: comma, omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    guard groups.allSatisfy({ digits($0) != nil }), let yuan = digits(groups.joined().map { $0 }) else {
      return nil
    }
    var value = Rational(yuan)
    if parts.count == 2 {
      guard (1...most).contains(parts[1].count), let decimals = digits(parts[1]) else { return nil }
      let shares = parts[1].reduce(Int128(1)) { shares, _ in shares * 10 }
      value = value + Rational(decimals, over: shares)
    }
    return negative ? .zero - value : value
  }

  /// A count: one to nine ASCII digits.
  static func count(_ cell: Bytes) -> Int? {
    guard cell.count <= 9, let value = digits(cell) else { return nil }
    return Int(value)
  }

  /// `2018-03-05` or `2018/3/5`, and the day must exist.
  static func day(_ cell: Bytes) -> CalendarDay? {
    let dashed = cell.contains(UInt8(ascii: "-"))
    let parts = cell.split(
      separator: UInt8(ascii: dashed ? "-" : "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4 else { return nil }
    let widths = dashed ? 2...2 : 1...2
    guard widths.contains(parts[1].count), widths.contains(parts[2].count),
      let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2]),
      (1...12).contains(month), day >= 1, day <= CalendarDay.days(inMonth: Int(month), of: Int(year))
    else { return nil }
    return CalendarDay(year: Int(year), month: Int(month), day: Int(day))
  }
}
