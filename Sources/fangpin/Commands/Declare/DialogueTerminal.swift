/// Where a dialogue is held: somebody who types lines, and a screen.
package protocol DialogueTerminal {
  /// The next line typed, without its end; `nil` where nothing more will come.
  mutating func nextLine() -> String?
  /// Shows a text.
  mutating func write(_ text: String)
}

/// The terminal the program was started at: lines from standard input, talk on standard error.
struct StandardTerminal: DialogueTerminal {
  let talk: Output
  /// Why the screen could not be written to, if it could not: the dialogue then ends at the next question.
  private(set) var failure: Output.Failure?

  init(talk: Output) { self.talk = talk }

  mutating func nextLine() -> String? { failure == nil ? readLine() : nil }

  mutating func write(_ text: String) {
    do throws(Output.Failure) { try talk.write(text) } catch { failure = error }
  }
}
