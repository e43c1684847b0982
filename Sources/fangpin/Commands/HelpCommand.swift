import Units

/// `fangpin help`: the same pages as `--help`.
enum HelpCommand {
  static let command = Operand<[String]>.many(
    "COMMAND", Wording(zh: "命令名；不写则列出全部命令", en: "a command; without one, all are listed"), offers: .commands)

  static let spec = CommandSpec(
    "help",
    summary: Wording(zh: "显示命令的帮助", en: "show a command's help"),
    operands: [command],
    examples: [
      Example("fangpin help adjudicate", Wording(zh: "adjudicate 的帮助", en: "help for adjudicate")),
      Example("fangpin help rules check", Wording(zh: "rules check 的帮助", en: "help for rules check")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var path = CommandPath(root: context.path.steps[0])
    for word in arguments[command] {
      guard let subcommand = path.command.subcommand(word) else {
        return context.refuse(UsageError(path: path, unknown: word))
      }
      path = path.appending(subcommand)
    }
    return context.deliver(
      HelpPage(path, in: context.language, width: context.output.terminal.columns).text)
  }
}
