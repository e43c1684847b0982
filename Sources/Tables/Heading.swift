/// A column's name as offices write it, brought to what it means: `金额（元）` and `金 额` are 金额.
public struct Heading: Hashable, Sendable {
  /// The name folded: in NFKC and small letters, without blanks, joiners and a bracketed tail; 帐 is 账, 号码 is 号.
  public let folded: String
  /// What stands in brackets behind it, folded alike; `nil` where nothing does.
  public let tail: String?

  /// Folds a name.
  public init(_ name: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars { Heading.fold(Heading.compatible(scalar), into: &scalars) }
    var tail: ArraySlice<Unicode.Scalar>?
    for (open, close) in Heading.brackets where scalars.last == close {
      guard let start = scalars.firstIndex(of: open), start > 0 else { continue }
      tail = scalars[(start + 1)..<(scalars.count - 1)]
      scalars.removeSubrange(start...)
    }
    for index in scalars.indices.reversed() where scalars[index] == "码" {
      if index > 0, scalars[index - 1] == "号" { scalars.remove(at: index) }
    }
    folded = Heading.text(scalars[...])
    self.tail = tail.map(Heading.text)
  }

  private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕"),
  ]

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func fold(_ scalar: Unicode.Scalar, into scalars: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x5E10: scalars.append("账")
    // The characters of Chinese have no small letters, and are none of those that are left out.
    case 0x4E00...0x9FFF, 0x30...0x39, 0x61...0x7A: scalars.append(scalar)
    case 0x20, 0x2D, 0x5F: break
    default:
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return }
      scalars += properties.lowercaseMapping.unicodeScalars
    }
  }

  /// What NFKC (Unicode Standard Annex 15) makes of what headings hold: wide and small forms of ASCII, and radicals, which
  /// documents that were scanned have for characters. What is canonically the same need not be changed: texts compare so.
  private static func compatible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3000: " "
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFE59, 0xFE35: "("
    case 0xFE5A, 0xFE36: ")"
    case 0x2F00...0x2FD5: radicals[Int(scalar.value - 0x2F00)]
    default: scalar
    }
  }

  /// The characters of the Kangxi radicals U+2F00 to U+2FD5.
  private static let radicals = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
      + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
      + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
      + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

  /// The unit in which the cells below are stated.
  public var unit: Unit {
    guard let tail else { return .unstated }
    let unit = tail.hasPrefix("单位") ? tail.dropFirst(2).drop { $0 == ":" } : tail[...]
    if unit == "元" || unit == "人民币元" { return .yuan }
    if unit == "万元" || unit == "万" { return .tenThousand }
    return Heading.otherUnits.contains { tail.contains($0) } || tail == "分" ? .other : .unstated
  }

  /// What a tail has where the cells below are not what the heading alone would say.
  private static let otherUnits = [
    "万", "千元", "百元", "亿", "角", "美元", "港元", "港币", "元/", "每人", "每月", "人均", "月均",
    "千人", "百人", "thousand", "percapita", "perperson", "monthly",
  ]

  /// The unit of a column.
  public enum Unit: Sendable {
    /// The heading states none.
    case unstated
    case yuan
    /// 万元
    case tenThousand
    /// One in which nothing is read: thousands of yuan, a sum by person or by month.
    case other
  }
}
