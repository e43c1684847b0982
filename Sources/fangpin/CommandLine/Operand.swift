package import Units

/// A word of the command line that stands by itself, as the frame sees it.
package struct OperandSpec: Sendable {
  /// How often it may stand there.
  package enum Occurrence: Sendable {
    case once, optional, many
  }

  /// What it is called in usage lines: `CLAIM_ID`.
  package let name: String
  /// How often it may stand there; only the last operand of a command may be other than `once`.
  package let occurrence: Occurrence
  /// The only words allowed; empty where any word is.
  package let choices: [String]
  /// What it is, as a phrase without full stop.
  package let summary: Wording
  /// What holds where it is not given.
  package let defaultNote: Wording?
  /// What a shell may offer.
  package let completion: Completion

  /// As in usage lines: `DIR`, `[ID|FILE]`, `[COMMAND]…`.
  package var usage: String {
    switch occurrence {
    case .once: name
    case .optional: "[\(name)]"
    case .many: "[\(name)]…"
    }
  }
}

/// An operand that a command declares, whatever the type of its value.
package protocol DeclaredOperand: Sendable {
  /// What the frame needs to know of it.
  var spec: OperandSpec { get }
}

/// An operand and the type of what it gives; read with `arguments[declaration]`.
package struct Operand<Value: Sendable>: DeclaredOperand {
  package let spec: OperandSpec
  let read: @Sendable ([String]) -> Value
}

extension Operand where Value == String {
  /// A word the command cannot do without.
  package static func required(_ name: String, _ summary: Wording, offers: Completion) -> Self {
    let spec = OperandSpec(
      name: name, occurrence: .once, choices: [], summary: summary, defaultNote: nil, completion: offers)
    return Operand(spec: spec) { ParsedValue.required($0.last, name) }
  }

  /// A word that has a default.
  package static func text(_ name: String, default fallback: String, _ summary: Wording, offers: Completion)
    -> Self
  {
    let note = Wording(zh: fallback, en: fallback)
    let spec = OperandSpec(
      name: name, occurrence: .optional, choices: [], summary: summary, defaultNote: note, completion: offers)
    return Operand(spec: spec) { $0.last ?? fallback }
  }
}

extension Operand where Value == [String] {
  /// Any number of words, in the order given.
  package static func many(_ name: String, _ summary: Wording, offers: Completion) -> Self {
    let spec = OperandSpec(
      name: name, occurrence: .many, choices: [], summary: summary, defaultNote: nil, completion: offers)
    return Operand(spec: spec) { $0 }
  }
}

extension Operand where Value: OptionChoice {
  /// One of a few words.
  package static func choice(_ summary: Wording, named short: String? = nil) -> Self {
    let words = Value.allCases.map(\.rawValue)
    let name = short ?? words.joined(separator: "|")
    let spec = OperandSpec(
      name: name, occurrence: .once, choices: words, summary: summary, defaultNote: nil,
      completion: .words(words))
    return Operand(spec: spec) { words in
      ParsedValue.required(words.last.flatMap { Value(rawValue: $0) }, name)
    }
  }
}
