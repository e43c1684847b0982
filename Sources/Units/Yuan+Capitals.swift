extension Yuan {
  /// The amount in the numerals of cheques and receipts, which nobody can alter with a stroke of the pen:
  /// `人民币柒仟捌佰元整`.
  ///
  /// - Source: 支付结算办法, annex 1 (People's Bank of China, 1997), rules 1 to 5; where rule 3 leaves a 零 to the writer, it
  ///   is left out. 整 is written after 元 and after 角, and never after 分.
  public var capitals: String {
    let (yuan, cents) = (fen.magnitude / 100, Int(fen.magnitude % 100))
    let (jiao, cent) = (cents / 10, cents % 10)
    var text = fen < 0 ? "人民币负" : "人民币"
    if yuan > 0 { text += Yuan.capitals(yuan) + "元" }
    if cents == 0 { return text + (yuan == 0 ? "零元整" : "整") }
    if jiao > 0 {
      text += "\(Yuan.digits[jiao])角"
    } else if yuan > 0 {
      text += "零"
    }
    return text + (cent > 0 ? "\(Yuan.digits[cent])分" : "整")
  }

  private static let digits = Array("零壹贰叁肆伍陆柒捌玖")
  /// What a number is read in, the largest first: 亿 and 万 are themselves counted in 万, 仟, 佰 and 拾.
  private static let units: [(size: UInt64, name: String)] = [
    (100_000_000, "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"),
  ]

  /// A whole number above 0. One 零 stands for any row of zeros before a digit.
  private static func capitals(_ number: UInt64) -> String {
    guard let (size, name) = units.first(where: { $0.size <= number }) else {
      return String(digits[Int(number)])
    }
    let rest = number % size
    let head = capitals(number / size) + name
    guard rest > 0 else { return head }
    return head + (rest < size / 10 ? "零" : "") + capitals(rest)
  }
}
