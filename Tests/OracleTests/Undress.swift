import Foundation

/// What a cell says without its dress, as the contract words it: a scalar at a time, and slowly.
enum Undress {
  /// What stands in a cell, as far as its dress goes.
  enum Kind { case id, word, number }

  /// The cell without its dress; nil where it is missing.
  static func cell(_ cell: Bytes, _ kind: Kind) -> Bytes? {
    var scalars = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
    trim(&scalars)
    if scalars.count >= 3, scalars[0] == "=", scalars[1] == "\"", scalars[scalars.count - 1] == "\"" {
      scalars = Array(scalars[2..<(scalars.count - 1)])
      trim(&scalars)
    } else if scalars.first == "'" {
      scalars.removeFirst()
      trim(&scalars)
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    var plain = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      var kept = scalar
      if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
        kept = narrow
      }
      if kind == .number, scalar == "。" { kept = "." }
      plain.unicodeScalars.append(kept)
    }
    let missing: Set = ["", "/", "-", "—", "na", "nan", "null"]
    return missing.contains(plain.lowercased()) ? nil : Bytes(of: plain)
  }

  private static func trim(_ scalars: inout [Unicode.Scalar]) {
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether an undressed cell may be an id.
  static func isID(_ id: Bytes) -> Bool {
    if id.count > 255 { return false }
    for scalar in String(decoding: id, as: UTF8.self).unicodeScalars where scalar != " " {
      if isBlank(scalar) || scalar == "\u{FFFD}" { return false }
      if [.control, .format, .privateUse].contains(scalar.properties.generalCategory) { return false }
    }
    // A number as a spreadsheet rounds it. The expression is made anew for each id that it is held against.
    return !id.contains(UInt8(ascii: "+"))
      || id.text.wholeMatch(of: #/[0-9](\.[0-9]+)?[eE]\+[0-9]{2,}/#) == nil
  }

  /// Whether an undressed cell is a resident's number: 18 characters with their check digit, or 15 digits of the old form.
  static func isResidentID(_ id: Bytes) -> Bool {
    let characters = Array(id.text)
    if characters.count == 15, let born = Int(id.text.dropFirst(6).prefix(6)), id.text.allSatisfy(\.isNumber)
    {
      return !id.text.hasPrefix("000000") && (40...99).contains(born / 10_000)
        && exists(1900 + born / 10_000, born / 100 % 100, born % 100)
    }
    guard characters.count == 18, characters.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
      let born = Int(String(characters[6..<14])), !id.text.hasPrefix("000000"),
      (1900...2100).contains(born / 10_000), exists(born / 10_000, born / 100 % 100, born % 100)
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, characters).reduce(0) { $0 + $1.0 * ($1.1.wholeNumberValue ?? 0) }
    return Array("10X98765432")[sum % 11] == Character(characters[17].uppercased())
  }

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= CalendarDay.days(inMonth: month, of: year)
  }

  /// An amount with its currency and its unit.
  static func money(_ cell: Bytes, minusAllowed: Bool) -> Rational? {
    if let plain = ReadCells.money(cell, minusAllowed: minusAllowed) { return plain }
    guard var text = Undress.cell(cell, .number)?.text else { return nil }
    var currencies = 0
    for prefix in ["¥", "￥", "人民币", "RMB", "CNY"] where text.hasPrefix(prefix) && currencies == 0 {
      text.removeFirst(prefix.count)
      currencies += 1
    }
    func takeRenminbi() {
      guard text.hasSuffix("人民币") else { return }
      text.removeLast(3)
      currencies += 1
    }
    // 人民币 may stand on either side of the unit.
    takeRenminbi()
    var tenThousands = false
    for (suffix, isTenThousand) in [("万元", true), ("万", true), ("元", false)] where text.hasSuffix(suffix) {
      text.removeLast(suffix.count)
      tenThousands = isTenThousand
      break
    }
    takeRenminbi()
    guard currencies <= 1 else { return nil }
    let value = ReadCells.money(Bytes(of: text), minusAllowed: minusAllowed, decimals: tenThousands ? 6 : 2)
    return value.map { tenThousands ? $0 * Rational(10_000) : $0 }
  }

  /// A day in whatever form; a time of midnight is none of it.
  static func day(_ cell: Bytes) -> CalendarDay? {
    if let plain = ReadCells.day(cell) { return plain }
    guard var text = Undress.cell(cell, .number)?.text else { return nil }
    if let time = text.firstMatch(of: #/( +|T)0?0:00(:00)?$/#) { text.removeSubrange(time.range) }
    if let eight = text.wholeMatch(of: #/([0-9]{4})([0-9]{2})([0-9]{2})/#) {
      return day(eight.1, eight.2, eight.3)
    }
    if let words = text.wholeMatch(of: #/([0-9]{4}) *年 *([0-9]{1,2}) *月 *([0-9]{1,2}) *[日号]/#) {
      return day(words.1, words.2, words.3)
    }
    for separator in ["-", "/", "."] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
        (1...2).contains(parts[2].utf8.count),
        parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
      else { continue }
      return day(parts[0], parts[1], parts[2])
    }
    return nil
  }

  private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDay? {
    guard let year = Int(year), let month = Int(month), let day = Int(day), exists(year, month, day) else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)
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

  /// A count in a register.
  static func count(_ cell: Bytes) -> Int? {
    if let plain = ReadCells.count(cell) { return plain }
    guard let text = Undress.cell(cell, .number)?.text else { return nil }
    if text == "无" || text == "没有" { return 0 }
    guard let match = text.wholeMatch(of: #/([0-9]{1,9})(\.0+)?/#) else { return nil }
    return Int(match.1)
  }

  /// Whether others have compensated.
  static func compensated(_ cell: Bytes) -> Compensated? {
    switch Undress.cell(cell, .word)?.text {
    case "yes", "是", "有", "√", "Y", "1": .yes
    case "no", "否", "无", "×", "N", "0": .no
    default: nil
    }
  }
}
