import Foundation
import TestKit

/// Writes a cell in another dress, in which it means the same.
enum WriteDress {
  /// - Parameter text: the cell as it would stand there plainly.
  static func dress(_ cell: Cell, _ text: String, using random: inout Seeded) -> String {
    switch cell {
    case .nonsense: text
    case .missing:
      outer(random.pick(["", "", "/", "-", "—", "NA", "NaN", "nan", "null", "NULL", "－"]), using: &random)
    case .id: outer(random.chance(500) ? text : decomposed(text), using: &random)
    case .money(let fen): outer(money(fen, text, using: &random), using: &random)
    case .count(let count): outer(self.count(count, text, using: &random), using: &random)
    case .day(let day): outer(self.day(day, using: &random), using: &random)
    case .answer(let answer):
      outer(
        random.pick(answer == .yes ? ["有", "√", "Y", "1", "１"] : ["无", "×", "N", "0", "Ｎ"]),
        using: &random)
    case .peril, .group, .cause: outer(random.chance(500) ? text : wide(text), using: &random)
    }
  }

  /// What may stand around every cell.
  private static func outer(_ text: String, using random: inout Seeded) -> String {
    let blanks = ["\t", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{2060}", "\u{200E}", "\u{2003}"]
    switch random.number(0...6) {
    case 0: return random.pick(blanks) + text
    case 1: return text + random.pick(blanks) + random.pick(blanks)
    case 2: return "=\"" + text + "\""
    case 3: return "'" + text
    case 4: return random.pick(blanks) + "'" + text + random.pick(blanks)
    default: return text
    }
  }

  /// Full-width characters for those of ASCII.
  private static func wide(_ text: String) -> String {
    var wide = ""
    for scalar in text.unicodeScalars {
      let isWide = (0x21...0x7E).contains(scalar.value)
      wide.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return wide
  }

  private static func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  private static func money(_ fen: Int, _ text: String, using random: inout Seeded) -> String {
    switch random.number(0...5) {
    case 0: return random.pick(["¥", "￥", "人民币", "RMB", "CNY"]) + text
    case 1: return text + random.pick(["元", "人民币", "人民币元", "元人民币"])
    case 2: return tenThousands(fen) + random.pick(["万", "万元"])
    case 3: return "¥" + tenThousands(fen) + "万元"
    case 4: return wide(text)
    default: return String(wide(text).map { $0 == "．" ? "。" : $0 })
    }
  }

  private static func tenThousands(_ fen: Int) -> String {
    let units = fen.magnitude
    var text = "\(units / 1_000_000)." + String(units % 1_000_000 + 1_000_000).dropFirst()
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (fen < 0 ? "-" : "") + text
  }

  private static func count(_ count: Int, _ text: String, using random: inout Seeded) -> String {
    switch random.number(0...3) {
    case 0: return text + ".0"
    case 1: return text + ".000"
    case 2: return wide(text)
    default: return count == 0 ? random.pick(["无", "没有"]) : wide(text + ".0")
    }
  }

  private static func day(_ day: CalendarDay, using random: inout Seeded) -> String {
    switch random.number(0...8) {
    case 0: return "\(day.year)-\(day.month)-\(day.day)"
    case 1: return "\(day.year).\(day.month).\(day.day)"
    case 2: return "\(day.year)年\(day.month)月\(day.day)日"
    case 3: return self.day(day, "", "")
    case 4: return day.isoText + " 00:00:00"
    case 5: return day.isoText + "T00:00:00"
    case 6: return "\(day.year)/\(day.month)/\(day.day) 0:00"
    case 7: return wide(day.isoText)
    default: return wide("\(day.year)") + self.day(day, "年", "月").dropFirst(4) + "日"
    }
  }

  /// Year, month and day, the last two of two digits, with something between them.
  static func day(_ day: CalendarDay, _ first: String, _ second: String) -> String {
    "\(day.year)\(first)\(day.month < 10 ? "0" : "")\(day.month)\(second)\(day.day < 10 ? "0" : "")\(day.day)"
  }

  /// A heading as offices write it.
  static func heading(_ name: String, using random: inout Seeded) -> String {
    switch random.number(0...5) {
    case 0: return name.uppercased()
    case 1: return String(name.map { random.chance(500) ? Character($0.uppercased()) : $0 })
    case 2: return String(name.map { $0 == "_" ? " " : $0 })
    case 3: return String(name.map { $0 == "_" ? "-" : $0 })
    case 4: return name.prefix(1) + "\u{3000}" + name.dropFirst()
    default: return wide(name)
    }
  }
}
