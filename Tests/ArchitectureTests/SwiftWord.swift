/// A word or a mark of a Swift file's code.
struct SwiftWord {
  /// A name, a keyword or a number as it stands but for backticks; of anything else one character.
  let text: String
  /// From 1.
  let line: Int
  /// Whether nothing but blanks stands before it on its line.
  let startsLine: Bool

  /// Whether it may be a name.
  var isName: Bool {
    guard let first = text.utf8.first else { return false }
    return Self.isLetter(first) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }

  /// All in a file, without comments and the words of strings.
  static func all(of lines: [String]) -> [SwiftWord] {
    let code = CodeMask.code(of: Array(lines.joined(separator: "\n").utf8))
    var words: [SwiftWord] = []
    var (index, line, startsLine) = (0, 1, true)
    while index < code.count {
      let start = index
      while index < code.count, isLetter(code[index]) { index += 1 }
      if start == index { index += 1 }
      switch code[start] {
      case UInt8(ascii: "\n"): (line, startsLine) = (line + 1, true)
      case UInt8(ascii: " "), UInt8(ascii: "`"): break
      default:
        let text = String(decoding: code[start..<index], as: UTF8.self)
        words.append(SwiftWord(text: text, line: line, startsLine: startsLine))
        startsLine = false
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
