import fangpin

/// Somebody who types lines that were thought up beforehand, and a screen that remembers what it showed.
struct ScriptedTerminal: DialogueTerminal {
  private var lines: [String]
  private(set) var screen = ""

  init(_ lines: [String]) { self.lines = lines }

  /// Whether all lines were typed.
  var isSpent: Bool { lines.isEmpty }

  mutating func nextLine() -> String? {
    guard !lines.isEmpty else { return nil }
    let line = lines.removeFirst()
    screen += line + "\n"
    return line
  }

  mutating func write(_ text: String) { screen += text }
}
