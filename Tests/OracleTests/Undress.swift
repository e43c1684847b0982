import Foundation

/// What a cell says without its dress, as the contract words it: a scalar at a time, and slowly.
enum Undress {
  /// What stands in a cell, as far as its dress goes.
  enum Kind { case word, number }

  /// The cell without its dress; nil where it is missing.
  static func cell(_ cell: Bytes, _ kind: Kind) -> Bytes? {
    let text = wearsNone(cell) ? cell : undressed(cell, kind)
    return isMissing(text) ? nil : text
  }

  /// Whether there is nothing to take off: visible ASCII from end to end, with nothing before it.
  private static func wearsNone(_ cell: Bytes) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "'") || first == 0x20 || last == 0x20 {
      return false
    }
    return cell.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static let missing: Set<Bytes> = Set(
    ["", "/", "-", "—", "na", "nan", "null"].map { Bytes(of: $0) })

  private static func isMissing(_ text: Bytes) -> Bool {
    text.count <= 4 && missing.contains(text.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
  }

  private static func undressed(_ cell: Bytes, _ kind: Kind) -> Bytes {
    let all = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
    var scalars = trimmed(all[...])
    if scalars.count >= 3, scalars.starts(with: ["=", "\""]), scalars.last == "\"" {
      scalars = trimmed(scalars.dropFirst(2).dropLast())
    } else if scalars.first == "'" {
      scalars = trimmed(scalars.dropFirst())
    }
    var text = String(String.UnicodeScalarView(scalars))
    if scalars.contains(where: mayHaveOtherForms) { text = text.precomposedStringWithCanonicalMapping }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
        plain.append(narrow)
      } else {
        plain.append(kind == .number && scalar == "。" ? "." : scalar)
      }
    }
    return Bytes(of: String(plain))
  }

  /// Whether the normal form may write it otherwise: neither common letters, nor characters of Chinese, nor wide ASCII.
  private static func mayHaveOtherForms(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x4E00...0x9FFF, 0xFF01...0xFF5E: false
    default: true
    }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return scalars[first...last]
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: false
    default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  // MARK: Ids

  /// Whether an undressed cell may be an id.
  static func isID(_ id: Bytes) -> Bool {
    if id.count > 255 || isDamaged(id) { return false }
    if id.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    for scalar in String(decoding: id, as: UTF8.self).unicodeScalars where scalar != " " {
      if (0x4E00...0x9FFF).contains(scalar.value) { continue }
      if isBlank(scalar) || scalar == "\u{FFFD}" { return false }
      if [.control, .format, .privateUse].contains(scalar.properties.generalCategory) { return false }
    }
    return true
  }

  /// A number as a spreadsheet rounds it.
  private static func isDamaged(_ id: Bytes) -> Bool {
    var scan = Scan(id)
    guard scan.digits(1...1) != nil else { return false }
    if scan.take("."), scan.digits(1...) == nil { return false }
    guard scan.take("E") || scan.take("e"), scan.take("+"), scan.digits(2...) != nil else { return false }
    return scan.isDone
  }

  /// Whether an undressed cell is a resident's number: 18 characters with their check digit, or 15 digits of the old form.
  static func isResidentID(_ id: Bytes) -> Bool {
    guard id.count == 15 || id.count == 18, !id.starts(with: Bytes(of: "000000")) else { return false }
    func number(_ range: Range<Int>) -> Int? { ReadCells.digits(id[range]) }
    if id.count == 15 {
      guard number(0..<15) != nil, let year = number(6..<8), let month = number(8..<10),
        let day = number(10..<12)
      else { return false }
      return year >= 40 && CalendarDay.exists(1900 + year, month, day)
    }
    guard number(0..<17) != nil, let year = number(6..<10), let month = number(10..<12),
      let day = number(12..<14),
      (1900...2100).contains(year), CalendarDay.exists(year, month, day)
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, id).reduce(0) { $0 + $1.0 * Int($1.1 - ReadCells.zero) }
    let last = id[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : id[17]
    return Bytes(of: "10X98765432")[sum % 11] == last
  }

  // MARK: Amounts and counts

  private static let currencies: [Bytes] = ["¥", "￥", "人民币", "RMB", "CNY"].map { Bytes(of: $0) }
  private static let renminbi = Bytes(of: "人民币")
  private static let units: [(word: Bytes, decimals: Int)] =
    [("万元", 6), ("万", 6), ("元", 2)].map { (Bytes(of: $0.0), $0.1) }

  /// An amount with its currency and its unit.
  static func money(_ dressed: Bytes, minusAllowed: Bool) -> Rational? {
    cell(dressed, .number).flatMap { bareMoney($0, minusAllowed: minusAllowed) }
  }

  /// An amount in an undressed cell.
  static func bareMoney(_ cell: Bytes, minusAllowed: Bool) -> Rational? {
    if let plain = ReadCells.money(cell[...], minusAllowed: minusAllowed) { return plain }
    var text = cell[...]
    var named = 0
    if let currency = currencies.first(where: { text.starts(with: $0) }) {
      text = text.dropFirst(currency.count)
      named += 1
    }
    // 人民币 may stand on either side of the unit.
    func takeRenminbi() {
      guard text.suffix(renminbi.count).elementsEqual(renminbi) else { return }
      text = text.dropLast(renminbi.count)
      named += 1
    }
    takeRenminbi()
    var decimals = 2
    if let unit = units.first(where: { text.suffix($0.word.count).elementsEqual($0.word) }) {
      text = text.dropLast(unit.word.count)
      decimals = unit.decimals
    }
    takeRenminbi()
    guard named <= 1 else { return nil }
    let value = ReadCells.money(text, minusAllowed: minusAllowed, decimals: decimals)
    return value.map { decimals > 2 ? $0 * Rational(10_000) : $0 }
  }

  /// A count in a register.
  static func count(_ dressed: Bytes) -> Int? { cell(dressed, .number).flatMap { bareCount($0) } }

  private static let none: [Bytes] = [Bytes(of: "无"), Bytes(of: "没有")]

  /// A count in an undressed cell.
  static func bareCount(_ cell: Bytes) -> Int? {
    if none.contains(cell) { return 0 }
    var scan = Scan(cell)
    guard let number = scan.digits(1...9) else { return nil }
    if scan.take("."), scan.digits(1...)?.allSatisfy({ $0 == ReadCells.zero }) != true { return nil }
    return scan.isDone ? ReadCells.digits(number) : nil
  }
}
