package import Units

/// An option that a command declares, whatever the type of its value.
package protocol DeclaredOption: Sendable {
  /// What the frame needs to know of it.
  var spec: OptionSpec { get }
}

/// An option and the type of what it gives: declared once, listed in the command's spec, and read with
/// `arguments[declaration]`.
package struct Option<Value: Sendable>: DeclaredOption {
  package let spec: OptionSpec
  /// From the values given, in order, to what the command asks for.
  let read: @Sendable ([ParsedValue]) -> Value
}

extension Option where Value == Bool {
  /// There or not.
  package static func flag(_ name: String, _ summary: Wording) -> Self {
    Option(spec: OptionSpec(name, .flag, summary: summary)) { !$0.isEmpty }
  }
}

extension Option where Value == String {
  /// A text the command cannot do without.
  package static func required(_ name: String, _ valueName: String, _ summary: Wording, offers: Completion)
    -> Self
  {
    let spec = OptionSpec(
      name, .text, valueName: valueName, isRequired: true, summary: summary, completion: offers)
    return Option(spec: spec) { ParsedValue.required($0.last?.text, name) }
  }

  /// A text that has a default.
  package static func text(
    _ name: String, _ valueName: String, default fallback: String, _ summary: Wording, offers: Completion
  ) -> Self {
    let spec = OptionSpec(
      name, .text, valueName: valueName, summary: summary, defaultNote: Wording(zh: fallback, en: fallback),
      completion: offers)
    return Option(spec: spec) { $0.last?.text ?? fallback }
  }
}

extension Option where Value == String? {
  /// A text that need not be given; `defaultNote` says what happens then.
  package static func optional(
    _ name: String, _ valueName: String, _ summary: Wording, defaultNote: Wording? = nil, offers: Completion
  ) -> Self {
    let spec = OptionSpec(
      name, .text, valueName: valueName, summary: summary, defaultNote: defaultNote, completion: offers)
    return Option(spec: spec) { $0.last?.text }
  }
}

extension Option where Value == [String] {
  /// Any number of texts, kept in the order given.
  package static func repeated(_ name: String, _ valueName: String, _ summary: Wording, offers: Completion)
    -> Self
  {
    let spec = OptionSpec(
      name, .text, valueName: valueName, repeats: true, summary: summary, completion: offers)
    return Option(spec: spec) { $0.compactMap(\.text) }
  }
}

/// Words that an option can be set to, each a case.
package protocol OptionChoice: RawRepresentable<String>, CaseIterable, Sendable {}

extension Language: OptionChoice {}

extension Option {
  /// One of a few words, with a default.
  package static func choice(_ name: String, default fallback: Value, _ summary: Wording) -> Self
  where Value: OptionChoice {
    let note = Wording(zh: fallback.rawValue, en: fallback.rawValue)
    return Option(spec: choiceSpec(name, Value.self, summary, note)) { values in
      values.last?.text.map { ParsedValue.required(Value(rawValue: $0), name) } ?? fallback
    }
  }

  /// One of a few words, or none of them.
  ///
  /// - Parameter valueName: what stands for the words, where there are too many for one line: then the summary names them.
  package static func optionalChoice<Choice: OptionChoice>(
    _ name: String, as valueName: String? = nil, _ summary: Wording, defaultNote: Wording? = nil
  ) -> Self where Value == Choice? {
    Option(spec: choiceSpec(name, Choice.self, summary, defaultNote, as: valueName)) { values in
      values.last?.text.map { ParsedValue.required(Choice(rawValue: $0), name) }
    }
  }

  private static func choiceSpec<Choice: OptionChoice>(
    _ name: String, _ type: Choice.Type, _ summary: Wording, _ note: Wording?, as valueName: String? = nil
  ) -> OptionSpec {
    let words = type.allCases.map(\.rawValue)
    return OptionSpec(
      name, .choice(words), valueName: valueName ?? words.joined(separator: "|"), summary: summary,
      defaultNote: note,
      completion: .words(words))
  }
}

extension Option where Value == Int {
  /// A whole number the command cannot do without.
  package static func required(
    _ name: String, _ valueName: String, in range: ClosedRange<Int>, _ summary: Wording
  )
    -> Self
  {
    let spec = OptionSpec(name, .integer(range), valueName: valueName, isRequired: true, summary: summary)
    return Option(spec: spec) { ParsedValue.required($0.last?.integer, name) }
  }
}

extension Option where Value == Int? {
  /// A whole number that need not be given.
  package static func optional(
    _ name: String, _ valueName: String, in range: ClosedRange<Int>, _ summary: Wording, defaultNote: Wording
  ) -> Self {
    let spec = OptionSpec(
      name, .integer(range), valueName: valueName, summary: summary, defaultNote: defaultNote)
    return Option(spec: spec) { $0.last?.integer }
  }
}
