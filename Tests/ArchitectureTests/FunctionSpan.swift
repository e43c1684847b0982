/// A function, initialiser, subscript or computed property over several lines, told from formatted code by its
/// indentation: the formatter puts the closing brace under the first character of the declaration.
struct FunctionSpan {
  /// The line it begins on, from 1.
  let line: Int
  /// How many lines it takes, both ends included.
  let length: Int

  /// All in a file.
  static func all(in lines: [String]) -> [FunctionSpan] {
    let indents = lines.map { line in line.isEmpty ? -1 : line.utf8.prefix { $0 == UInt8(ascii: " ") }.count }
    return lines.indices.compactMap { start in
      guard isDeclaration(lines[start].dropFirst(max(0, indents[start]))) else { return nil }
      for index in lines.indices[(start + 1)...] where indents[index] == indents[start] {
        let text = lines[index].dropFirst(indents[index])
        if text.hasPrefix("}") { return FunctionSpan(line: start + 1, length: index - start + 1) }
        let isStillHead = [")", "{", "->", "where ", "throws"].contains { text.hasPrefix($0) }
        guard isStillHead, !text.hasSuffix("}") else { return nil }
      }
      return nil
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "private(set)", "static", "final", "override",
    "mutating", "nonmutating", "borrowing", "consuming", "nonisolated", "nonisolated(unsafe)", "convenience",
    "required", "indirect",
  ]

  private static func isDeclaration(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", maxSplits: 8)
    guard let word = words.first(where: { !$0.hasPrefix("@") && !modifiers.contains($0) }) else {
      return false
    }
    if word == "func" || word == "deinit" { return !text.hasSuffix("}") }
    if word.hasPrefix("init") || word.hasPrefix("subscript") {
      let behind = word.drop { $0.isLetter }
      return ["(", "?(", "<"].contains { behind.hasPrefix($0) } && !text.hasSuffix("}")
    }
    return word == "var" && text.hasSuffix("{") && !text.contains("=")
  }
}
