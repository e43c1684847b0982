/// The types that a Swift file declares and names, told from its text: comments and the words of strings are left out, what
/// stands in an interpolation counts.
struct SwiftText {
  /// The types at the top level of the file that its module can see.
  let declared: Set<String>
  /// The types that only this file means: those declared within others, and private ones.
  let own: Set<String>
  /// Every word that may be a type of the module, with the line on which it stands first.
  let named: [String: Int]

  /// Reads a file of a module.
  init(_ lines: [String], module: String) {
    let code = CodeMask.code(of: Array(lines.joined(separator: "\n").utf8))
    var reading = Reading(module: module)
    var start = code.startIndex
    for index in code.indices {
      let byte = code[index]
      if Self.isLetter(byte) { continue }
      if start < index { reading.take(String(decoding: code[start..<index], as: UTF8.self)) }
      reading.take(byte)
      start = index + 1
    }
    if start < code.endIndex { reading.take(String(decoding: code[start...], as: UTF8.self)) }
    (declared, own, named) = (reading.declared, reading.own, reading.named)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The words of a file as they come.
  private struct Reading {
    let module: String
    var declared: Set<String> = []
    var own: Set<String> = []
    var named: [String: Int] = [:]
    private var line = 1
    private var depth = 0
    private var last = ""
    private var isPrivate = false
    /// What stands between the last word and the next, but for blanks.
    private var between: UInt8 = 0

    init(module: String) { self.module = module }

    private static let keywords: Set<String> = [
      "struct", "enum", "class", "protocol", "actor", "typealias", "associatedtype",
    ]

    mutating func take(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        if depth == 0 { isPrivate = false }
      case UInt8(ascii: " "): break
      case UInt8(ascii: "{"):
        depth += 1
        between = byte
      case UInt8(ascii: "}"):
        depth -= 1
        between = byte
      default: between = byte
      }
    }

    mutating func take(_ word: String) {
      let follows = between
      let before = last
      (last, between) = (word, 0)
      if depth == 0, word == "private" || word == "fileprivate" { isPrivate = true }
      guard let first = word.utf8.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
        return
      }
      if Reading.keywords.contains(before), follows == 0 {
        if depth > 0 || isPrivate { own.insert(word) } else { declared.insert(word) }
      } else if follows != UInt8(ascii: ".") || before == module {
        named[word] = named[word] ?? line
      }
    }
  }
}
