import TestKit
import Testing
import Units

/// 大写金额: the numerals of cheques.
@Suite("Amounts in financial numerals")
struct CapitalsTests {
  @Test(
    "are written by the rules of the standard",
    arguments: [
      ("0", "人民币零元整"), ("0.01", "人民币壹分"), ("0.05", "人民币伍分"), ("0.10", "人民币壹角整"),
      ("0.50", "人民币伍角整"), ("0.99", "人民币玖角玖分"), ("1", "人民币壹元整"), ("1.05", "人民币壹元零伍分"),
      ("10", "人民币壹拾元整"), ("11", "人民币壹拾壹元整"), ("100", "人民币壹佰元整"), ("101", "人民币壹佰零壹元整"),
      ("110", "人民币壹佰壹拾元整"), ("1001", "人民币壹仟零壹元整"), ("1010", "人民币壹仟零壹拾元整"),
      ("7800", "人民币柒仟捌佰元整"), ("6999.99", "人民币陆仟玖佰玖拾玖元玖角玖分"),
      // The standard's own examples.
      ("1409.50", "人民币壹仟肆佰零玖元伍角整"), ("6007.14", "人民币陆仟零柒元壹角肆分"),
      ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"), ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
      ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"), ("325.04", "人民币叁佰贰拾伍元零肆分"),
      ("10000", "人民币壹万元整"), ("10001", "人民币壹万零壹元整"), ("10010", "人民币壹万零壹拾元整"),
      ("100000", "人民币壹拾万元整"), ("100010", "人民币壹拾万零壹拾元整"), ("116696.30", "人民币壹拾壹万陆仟陆佰玖拾陆元叁角整"),
      ("1000000", "人民币壹佰万元整"), ("1000001", "人民币壹佰万零壹元整"), ("10100000", "人民币壹仟零壹拾万元整"),
      ("100000000", "人民币壹亿元整"), ("100000001", "人民币壹亿零壹元整"), ("100010000", "人民币壹亿零壹万元整"),
      ("101000000", "人民币壹亿零壹佰万元整"), ("110000000", "人民币壹亿壹仟万元整"),
      ("1234567890.12", "人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"), ("10000000000", "人民币壹佰亿元整"),
      ("10000000000.01", "人民币壹佰亿元零壹分"), ("1000000000000", "人民币壹万亿元整"),
    ])
  func known(_ amount: String, _ capitals: String) throws {
    #expect(try #require(Yuan(amount)).capitals == capitals)
  }

  @Test("an amount below zero says so")
  func negative() { #expect(Yuan(fen: -1_05).capitals == "人民币负壹元零伍分") }

  @Test("can be read back to the fen, and never have a row of zeros", arguments: [1, 2, 3] as [UInt64])
  func readBack(_ seed: UInt64) {
    var chance = Seeded(seed: seed)
    for _ in 0..<2000 {
      let limit = Int64.random(in: 1...1_000_000_000_000, using: &chance)
      let rough = Int64.random(in: 0...limit, using: &chance)
      // Round numbers have the zeros that go wrong.
      let step: Int64 = [1, 10, 100, 1000, 100_000, 10_000_000].randomElement(using: &chance) ?? 1
      let amount = Yuan(fen: rough / step * step + Int64.random(in: 0...1, using: &chance) * 7)
      let text = amount.capitals
      #expect(Self.fen(text) == amount.fen, "\(amount): \(text)")
      #expect(!text.contains("零零") && !text.contains("零元") || amount.fen == 0, "\(amount): \(text)")
    }
  }

  /// A reader of its own: digits add up in their units.
  private static func fen(_ text: String) -> Int64 {
    let digits: [Character: Int64] = [
      "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    let small: [Character: Int64] = ["拾": 10, "佰": 100, "仟": 1000]
    var (total, section, digit, fen) = (Int64(0), Int64(0), Int64(0), Int64(0))
    for character in text.dropFirst(3) {
      if let value = digits[character] { digit = value }
      if let unit = small[character] { (section, digit) = (section + digit * unit, 0) }
      switch character {
      case "万": (section, digit) = ((section + digit) * 10_000, 0)
      case "亿": (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0)
      case "元": (fen, section, digit) = ((total + section + digit) * 100, 0, 0)
      case "角": (fen, digit) = (fen + digit * 10, 0)
      case "分": (fen, digit) = (fen + digit, 0)
      default: break
      }
    }
    return fen
  }
}
