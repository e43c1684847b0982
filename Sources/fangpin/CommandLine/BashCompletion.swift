/// A completion script for bash, from the commands' declarations.
///
/// It walks the words before the cursor down the commands, then offers what stands there. File names are
/// left to bash itself: where the function offers nothing, `-o default` does.
package enum BashCompletion {
  /// The script, with no newline at its end.
  package static func script(for root: CommandSpec) -> String {
    let paths = CommandPath(root: root).everyPath
    return """
      # bash completion for \(root.name); load it with: source <(\(root.name) completions bash)
      _\(root.name)() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local path=\(root.name) offers='' word
        # bash takes --out=F apart into three words.
        [[ $current == = ]] && current=''
        [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD-2]}
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case "$path $word" in
            \(alternatives(paths.dropFirst().map(\.typed)))) path="$path $word" ;;
          esac
        done
        case "$path $previous" in
      \((paths.flatMap(valueCases) + globalCases(paths[0])).joined(separator: "\n"))
          *) case "$path" in
      \(paths.map(pathCase).joined(separator: "\n"))
            esac ;;
        esac
        COMPREPLY=($(compgen -W "$offers" -- "$current"))
      }
      complete -o bashdefault -o default -F _\(root.name) \(root.name)
      """
  }

  /// What may follow each option of a command.
  private static func valueCases(_ path: CommandPath) -> [String] {
    path.command.options.filter { $0.kind != .flag }.map { option in
      "    \"\(path.typed) \(option.dashed)\") offers='\(list(option.completion, path))' ;;"
    }
  }

  private static func globalCases(_ root: CommandPath) -> [String] {
    GlobalOptions.all.filter { $0.kind != .flag }.map { option in
      "    *\" \(option.dashed)\") offers='\(list(option.completion, root))' ;;"
    }
  }

  /// What may stand where a command's next word is: its subcommands, its operand, its options.
  private static func pathCase(_ path: CommandPath) -> String {
    let command = path.command
    let words = command.subcommands.map(\.name) + command.operands.flatMap { $0.completion.words(path) }
    let options = (command.options + GlobalOptions.all).map(\.dashed)
    return "      \"\(path.typed)\") offers='\((words + options).joined(separator: " "))' ;;"
  }

  private static func list(_ completion: Completion, _ path: CommandPath) -> String {
    completion.words(path).joined(separator: " ")
  }

  private static func alternatives(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " | ")
  }
}

extension Completion {
  /// The words to offer; a shell adds the names of files by itself.
  func words(_ path: CommandPath) -> [String] {
    switch self {
    case .nothing, .files, .directories: []
    case .words(let words), .wordsOrFiles(let words): words
    case .commands: path.steps[0].subcommands.map(\.name)
    }
  }
}
