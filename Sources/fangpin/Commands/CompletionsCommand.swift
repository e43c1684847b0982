import Units

/// `fangpin completions`: what a shell needs to complete our command lines.
enum CompletionsCommand {
  static let shell = Operand<Shell>.choice(Wording(zh: "所用的 shell", en: "the shell you use"))

  static let spec = CommandSpec(
    "completions",
    summary: Wording(zh: "输出 shell 的补全脚本", en: "print a completion script for a shell"),
    operands: [shell],
    examples: [
      Example(
        "fangpin completions bash > ~/.local/share/bash-completion/completions/fangpin",
        Wording(zh: "装到 bash", en: "for bash")),
      Example(
        "fangpin completions zsh > ~/.zfunc/_fangpin",
        Wording(zh: "装到 zsh，目录须在 $fpath 中", en: "for zsh; the directory must be in $fpath")),
      Example(
        "fangpin completions fish > ~/.config/fish/completions/fangpin.fish",
        Wording(zh: "装到 fish", en: "for fish")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let root = context.path.steps[0]
    let script =
      switch arguments[shell] {
      case .bash: BashCompletion.script(for: root)
      case .zsh: ZshCompletion.script(for: root, in: context.language)
      case .fish: FishCompletion.script(for: root, in: context.language)
      }
    return context.deliver(script)
  }
}

/// The shells we know.
enum Shell: String, OptionChoice {
  case bash, zsh, fish
}
