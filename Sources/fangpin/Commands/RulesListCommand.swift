import Units

/// `fangpin rules list`: the schemes built in.
enum RulesListCommand {
  static let spec = CommandSpec(
    "list",
    summary: Wording(zh: "列出内置方案", en: "list the schemes built in"),
    examples: [
      Example("fangpin rules list", Wording(zh: "列出内置方案", en: "list the schemes built in"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.notYetFilledIn()
  }
}
