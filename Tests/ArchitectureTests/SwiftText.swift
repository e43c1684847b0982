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
    var reading = Reading(module: module)
    for word in SwiftWord.all(of: lines) { reading.take(word) }
    (declared, own, named) = (reading.declared, reading.own, reading.named)
  }

  /// The words of a file as they come.
  private struct Reading {
    let module: String
    var declared: Set<String> = []
    var own: Set<String> = []
    var named: [String: Int] = [:]
    private var depth = 0
    private var last = ""
    private var isPrivate = false
    /// What stands between the last word and the next, but for blanks.
    private var between = ""

    init(module: String) { self.module = module }

    private static let keywords: Set<String> = [
      "struct", "enum", "class", "protocol", "actor", "typealias", "associatedtype",
    ]

    mutating func take(_ word: SwiftWord) {
      if word.startsLine, depth == 0 { isPrivate = false }
      if word.isName { take(name: word.text, line: word.line) } else { take(mark: word.text) }
    }

    private mutating func take(mark: String) {
      if mark == "{" { depth += 1 }
      if mark == "}" { depth -= 1 }
      between = mark
    }

    private mutating func take(name word: String, line: Int) {
      let follows = between
      let before = last
      (last, between) = (word, "")
      if depth == 0, word == "private" || word == "fileprivate" { isPrivate = true }
      guard let first = word.utf8.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
        return
      }
      if Reading.keywords.contains(before), follows.isEmpty {
        if depth > 0 || isPrivate { own.insert(word) } else { declared.insert(word) }
      } else if follows != "." || before == module {
        named[word] = named[word] ?? line
      }
    }
  }
}
