package import Units

/// The line that shows how a command is called.
package struct UsageLine {
  private let path: CommandPath

  /// The usage of the command at `path`.
  package init(_ path: CommandPath) { self.path = path }

  /// On one line: what cannot be left out, and `[options]` for the rest.
  package func short(in language: Language) -> String {
    let command = path.command
    var parts = [path.typed] + start(in: language)
    parts += command.options.filter(\.isRequired).map(\.usage)
    if !command.options.allSatisfy(\.isRequired) {
      parts.append(Wording(zh: "[选项]", en: "[options]")[language])
    }
    return parts.joined(separator: " ")
  }

  /// Part by part, with every option of the command; no part may be torn at a line's end.
  func parts(in language: Language) -> [String] {
    let options = path.command.options
    let required = options.filter(\.isRequired).map(\.usage)
    let others = options.filter { !$0.isRequired }.map { "[\($0.usage)]" + ($0.repeats ? "…" : "") }
    return [path.typed] + start(in: language) + required + others
  }

  private func start(in language: Language) -> [String] {
    guard path.command.subcommands.isEmpty else {
      return [Wording(zh: "命令", en: "COMMAND")[language], "…"]
    }
    return path.command.operands.map(\.usage)
  }
}
