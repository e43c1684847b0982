/// A number as our tables have it, whole or with two decimals, of which a spreadsheet knows every digit.
struct PlainNumber {
  /// The least whole number that has more digits than a spreadsheet keeps.
  static let limit: Int64 = 1_000_000_000_000_000

  /// Whether it has two decimals.
  let isMoney: Bool

  /// - Returns: `nil` where the text is no such number: it has further digits, signs or zeros than it needs.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let isNegative = unsafe text.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    let point = text.count - 3
    isMoney = unsafe point > start && text[point] == UInt8(ascii: ".")
    let whole = (isMoney ? point : text.count) - start
    guard whole > 0, whole + (isMoney ? 2 : 0) <= 15 else { return nil }
    var isZero = true
    for index in start..<text.count where !isMoney || index != point {
      let digit = unsafe text[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      if digit != 0 { isZero = false }
    }
    // Nothing has no sign.
    if unsafe text[start] == UInt8(ascii: "0"), whole > 1 || (isNegative && isZero) { return nil }
  }
}
