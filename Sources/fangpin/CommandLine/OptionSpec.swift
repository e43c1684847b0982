import Files
package import Units

/// An option as every part of the frame sees it: parser, help, suggestions and shell completion.
///
/// Commands do not read values through it but through the typed ``Option`` that carries it.
package struct OptionSpec: Sendable {
  /// What may follow the option's name.
  package enum Kind: Hashable, Sendable {
    /// Nothing: it is there or not.
    case flag
    /// Any text but blanks.
    case text
    /// One of these words.
    case choice([String])
    /// A whole number within a range, in ASCII digits.
    case integer(ClosedRange<Int>)
  }

  /// The long name without its dashes.
  package let name: String
  /// What may follow it.
  package let kind: Kind
  /// What the value is called in usage lines: `F`. Empty for a flag.
  package let valueName: String
  /// Whether the command cannot do without it.
  package let isRequired: Bool
  /// Whether it may be given several times.
  package let repeats: Bool
  /// What it does, as a phrase without full stop.
  package let summary: Wording
  /// What holds where it is not given, if that deserves a word.
  package let defaultNote: Wording?
  /// What a shell may offer as its value.
  package let completion: Completion

  init(
    _ name: String, _ kind: Kind, valueName: String = "", isRequired: Bool = false, repeats: Bool = false,
    summary: Wording, defaultNote: Wording? = nil, completion: Completion = .nothing
  ) {
    self.name = name
    self.kind = kind
    self.valueName = valueName
    self.isRequired = isRequired
    self.repeats = repeats
    self.summary = summary
    self.defaultNote = defaultNote
    self.completion = completion
  }

  /// The name as it is typed: `--claims`.
  package var dashed: String { "--" + name }

  /// The name with its value, as in usage lines: `--claims F`.
  package var usage: String { valueName.isEmpty ? dashed : dashed + " " + valueName }

  /// The typed form of a value, or `nil` where the kind does not allow it.
  func value(_ text: String) -> ParsedValue? {
    switch kind {
    case .flag: nil
    case .text: OptionSpec.isBlank(text) ? nil : .text(text)
    case .choice(let words): OptionSpec.word(text, of: words).map(ParsedValue.text)
    case .integer(let range): OptionSpec.integer(text, in: range).map(ParsedValue.integer)
    }
  }

  /// Whether a text says nothing: a reason of blanks is none.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// The word that a text is, in small letters or capitals, or in whatever dress.
  private static func word(_ text: String, of words: [String]) -> String? {
    if let word = words.first(where: { $0 == text || $0 == text.lowercased() }) { return word }
    let bare = Dress.text(text, as: .word).value.lowercased()
    if let word = words.first(where: { $0 == bare }) { return word }
    guard words == ["yes", "no"], let isYes = Dress.answer(text)?.value else { return nil }
    return isYes ? "yes" : "no"
  }

  /// `Int.init` would also take a sign.
  private static func integer(_ text: String, in range: ClosedRange<Int>) -> Int? {
    if let count = Dress.count(text, noneIsZero: false)?.value { return range.contains(count) ? count : nil }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(text), range.contains(number)
    else { return nil }
    return number
  }
}

/// What a shell may offer in a place of the command line.
package enum Completion: Hashable, Sendable {
  /// Nothing can be guessed: a number, an identifier.
  case nothing
  /// The names of files.
  case files
  /// The names of directories.
  case directories
  /// These words only.
  case words([String])
  /// These words, and the names of files.
  case wordsOrFiles([String])
  /// The program's own commands.
  case commands
}
