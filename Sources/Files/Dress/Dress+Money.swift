package import Tables
package import Units

extension Dress {
  /// The amount in a cell whose outer dress is off: with or without its currency and its unit.
  ///
  /// - Parameters:
  ///   - signed: whether it may be below zero.
  ///   - heading: the unit that the column's heading states: where it states one, the cell has none.
  ///   - worn: what it wore.
  package static func amount(
    _ cell: Cell, signed: Bool, heading: Heading.Unit = .unstated, _ worn: inout DressKinds
  ) -> Yuan? {
    var rest = unsafe cell
    var hasCurrency = currencies.contains { unsafe takePrefix($0, &rest) }
    if !hasCurrency { hasCurrency = unsafe takeSuffix(renminbi, &rest) }
    var unit = Heading.Unit.unstated
    if unsafe takeSuffix(tenThousandYuan, &rest) || takeSuffix(tenThousand, &rest) {
      unit = .tenThousand
    } else if unsafe takeSuffix(yuan, &rest) {
      unit = .yuan
    }
    if !hasCurrency { hasCurrency = unsafe takeSuffix(renminbi, &rest) }
    if unit != .unstated, heading != .unstated { return nil }
    let isInTenThousands = unit == .tenThousand || heading == .tenThousand
    let amount =
      unsafe isInTenThousands
      ? tenThousands(rest, signed: signed) : Yuan.parse(rest.start, count: rest.count, signed: signed)
    if amount != nil, hasCurrency || isInTenThousands || unit != .unstated { worn.insert(DressKinds(.money)) }
    return amount
  }

  /// Whether a cell whose outer dress is off is 1 to 3 digits, with or without a sign or its currency before them: what
  /// stands before the first comma of an amount.
  static func isBeforeComma(_ cell: Cell) -> Bool {
    var rest = unsafe cell
    _ = currencies.contains { unsafe takePrefix($0, &rest) }
    _ = unsafe takePrefix([UInt8(ascii: "-")], &rest)
    return unsafe (1...3).contains(rest.count)
      && UnsafeBufferPointer(start: rest.start, count: rest.count).allSatisfy { $0 &- 0x30 < 10 }
  }

  private static let currencies = ["¥", "￥", "人民币", "RMB", "CNY"].map { Array($0.utf8) }
  private static let renminbi = Array("人民币".utf8)
  private static let tenThousandYuan = Array("万元".utf8)
  private static let tenThousand = Array("万".utf8)
  private static let yuan = Array("元".utf8)

  /// An amount in units of ten thousand: with as many decimals as make whole fen.
  private static func tenThousands(_ cell: Cell, signed: Bool) -> Yuan? {
    let bytes = unsafe UnsafeBufferPointer(start: cell.start, count: cell.count)
    let point = unsafe bytes.firstIndex(of: UInt8(ascii: "."))
    let wholeCount = unsafe point ?? cell.count
    guard let whole = unsafe Yuan.parse(cell.start, count: wholeCount, signed: signed) else { return nil }
    var fraction: Int64 = 0
    if let point {
      let decimals = unsafe bytes[(point + 1)...]
      guard unsafe (1...6).contains(decimals.count) else { return nil }
      for place in 0..<6 {
        let digit = unsafe place < decimals.count ? decimals[point + 1 + place] &- 0x30 : 0
        guard digit < 10 else { return nil }
        fraction = fraction * 10 + Int64(digit)
      }
    }
    let (fen, overflows) = whole.fen.multipliedReportingOverflow(by: 10_000)
    guard !overflows else { return nil }
    let isNegative = unsafe bytes.first == UInt8(ascii: "-")
    let (sum, exceeds) = fen.addingReportingOverflow(isNegative ? -fraction : fraction)
    return exceeds ? nil : Yuan(fen: sum)
  }

  private static func takePrefix(_ prefix: [UInt8], _ cell: inout Cell) -> Bool {
    let count = prefix.count
    guard unsafe cell.count >= count, (0..<count).allSatisfy({ unsafe cell.start[$0] == prefix[$0] })
    else { return false }
    unsafe cell.start += count
    unsafe cell.count -= count
    return true
  }

  private static func takeSuffix(_ suffix: [UInt8], _ cell: inout Cell) -> Bool {
    let count = suffix.count
    let start = unsafe cell.count - count
    guard start >= 0, (0..<count).allSatisfy({ unsafe cell.start[start + $0] == suffix[$0] })
    else { return false }
    unsafe cell.count -= count
    return true
  }
}
