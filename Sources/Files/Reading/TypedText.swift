/// Text as people type it, brought to the form that files use.
package enum TypedText {
  /// Without spaces around it, and without characters that could steer a terminal.
  static func trimmed(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { !($0.value < 0x20 && $0.value != 0x09) && $0.value != 0x7F }
    var view = Substring(String(String.UnicodeScalarView(kept)))
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// ``trimmed(_:)``, with the full-width digits, letters and signs of a Chinese keyboard made plain: `８，０００．５０`.
  package static func plain(_ text: String) -> String {
    let narrow = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000: " "
      case 0x3002: "."
      default: scalar
      }
    }
    return trimmed(String(String.UnicodeScalarView(narrow)))
  }

  /// A day in the ways people write one, as `2018/3/5`: with 年月日, dots, single digits or nothing in between.
  static func day(_ text: String) -> String {
    var parts = [""]
    for character in plain(text) where character != " " {
      switch character {
      case "年", "月", "/", "-", ".": parts.append("")
      case "日", "号": continue
      default: parts[parts.count - 1].append(character)
      }
    }
    if parts.count == 1, parts[0].utf8.count == 8 {
      let digits = parts[0]
      return "\(digits.prefix(4))/\(digits.dropFirst(4).prefix(2))/\(digits.suffix(2))"
    }
    return parts.joined(separator: "/")
  }
}
