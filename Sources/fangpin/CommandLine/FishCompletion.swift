package import Units

/// A completion script for fish, from the commands' declarations: one line an option or command.
package enum FishCompletion {
  /// The script, with no newline at its end.
  package static func script(for root: CommandSpec, in language: Language) -> String {
    var lines = ["# fish completion for \(root.name)", "complete -c \(root.name) -f"]
    lines += GlobalOptions.all.map { complete(root, nil, option($0, CommandPath(root: root), language)) }
    for path in CommandPath(root: root).everyPath {
      let place = condition(path)
      lines += path.command.subcommands.map { command in
        complete(root, place, "-a \(command.name) -d \(quoted(command.summary[language]))")
      }
      lines += path.command.operands.compactMap { operand in
        arguments(operand.completion, path).map { complete(root, place, $0) }
      }
      lines += path.command.options.map { complete(root, place, option($0, path, language)) }
    }
    return lines.joined(separator: "\n")
  }

  private static func complete(_ root: CommandSpec, _ condition: String?, _ rest: String) -> String {
    "complete -c \(root.name) " + (condition.map { "-n \(quoted($0)) " } ?? "") + rest
  }

  /// Where the words of a command belong: all of its path was typed, and none of its subcommands.
  private static func condition(_ path: CommandPath) -> String {
    var tests = path.steps.dropFirst().map { "__fish_seen_subcommand_from \($0.name)" }
    let below = path.command.subcommands.map(\.name).joined(separator: " ")
    if !below.isEmpty { tests.append("not __fish_seen_subcommand_from \(below)") }
    return tests.joined(separator: "; and ")
  }

  private static func option(_ option: OptionSpec, _ path: CommandPath, _ language: Language) -> String {
    let named = (option.name == GlobalOptions.help.spec.name ? "-s h " : "") + "-l \(option.name)"
    let summary = " -d " + quoted(option.summary[language])
    guard option.kind != .flag else { return named + summary }
    return named + " -r " + (arguments(option.completion, path) ?? "-f") + summary
  }

  private static func arguments(_ completion: Completion, _ path: CommandPath) -> String? {
    let words = quoted(completion.words(path).joined(separator: " "))
    return switch completion {
    case .nothing: nil
    case .files: "-F"
    case .directories: "-f -a '(__fish_complete_directories)'"
    case .words, .commands: "-f -a \(words)"
    case .wordsOrFiles: "-F -a \(words)"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.reduce(into: "") { $0 += "'\\".contains($1) ? "\\\($1)" : String($1) } + "'"
  }
}
