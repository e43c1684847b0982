package import Units

/// A completion script for zsh, from the commands' declarations: one function a command.
package enum ZshCompletion {
  /// The script, with no newline at its end.
  package static func script(for root: CommandSpec, in language: Language) -> String {
    let paths = CommandPath(root: root).everyPath
    let functions = paths.map { function($0, language) }.joined(separator: "\n\n")
    return """
      #compdef \(root.name)
      # zsh completion; put it in a directory of $fpath as _\(root.name).

      \(functions)

      if [[ $funcstack[1] == _\(root.name) ]]; then
        _\(root.name) "$@"
      else
        compdef _\(root.name) \(root.name)
      fi
      """
  }

  private static func name(_ path: CommandPath) -> String {
    "_" + path.steps.map(\.name).joined(separator: "_")
  }

  private static func function(_ path: CommandPath, _ language: Language) -> String {
    let options = (path.command.options + GlobalOptions.all).map { option($0, path, language) }
    guard path.command.subcommands.isEmpty else { return group(path, options, language) }
    let operands = path.command.operands.map { operand in
      let place = operand.occurrence == .many ? "*" : ""
      return quoted("\(place):\(escaped(operand.summary[language])):\(action(operand.completion, path))")
    }
    return """
      \(name(path))() {
        _arguments -s : \(list(options + operands))
      }
      """
  }

  private static func group(_ path: CommandPath, _ options: [String], _ language: Language) -> String {
    let commands = path.command.subcommands
    let names = commands.map { quoted("\($0.name):\(escaped($0.summary[language]))") }
    let calls = commands.map { "\($0.name)) \(name(path.appending($0))) ;;" }.joined(separator: "\n        ")
    return """
      \(name(path))() {
        local curcontext=$curcontext state line
        local -a commands=(\(list(names))
        )
        _arguments -C : \(list(options + [quoted("1: :->command"), quoted("*:: :->rest")]))
        case $state in
          command) _describe command commands ;;
          rest) case $line[1] in
              \(calls)
            esac ;;
        esac
      }
      """
  }

  private static func option(_ option: OptionSpec, _ path: CommandPath, _ language: Language) -> String {
    let summary = "[\(escaped(option.summary[language]))]"
    guard option.kind != .flag else { return quoted(option.dashed + summary) }
    let value = ":\(escaped(option.valueName)):\(action(option.completion, path))"
    return quoted((option.repeats ? "*" : "") + option.dashed + "=" + summary + value)
  }

  private static func action(_ completion: Completion, _ path: CommandPath) -> String {
    let words = completion.words(path).joined(separator: " ")
    return switch completion {
    case .nothing: " "
    case .files: "_files"
    case .directories: "_files -/"
    case .words, .commands: "(\(words))"
    case .wordsOrFiles: "{compadd \(words); _files}"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "\\\n    " + $0 }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += ":[]\\".contains($1) ? "\\\($1)" : String($1) }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.reduce(into: "") { $0 += $1 == "'" ? "'\\''" : String($1) } + "'"
  }
}
