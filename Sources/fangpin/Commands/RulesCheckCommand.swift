import Units

/// `fangpin rules check`: whether a scheme file is right.
enum RulesCheckCommand {
  static let spec = CommandSpec(
    "check",
    summary: Wording(
      zh: "检查方案文件，指出错误和可疑之处", en: "check a scheme file: errors, and what deserves a second look"),
    discussion: [
      Wording(
        zh: "错误附文件、行、列和改法。另外指出规则自身的问题，例如阶梯在何处下降，以及拆分申请最多能多得多少。",
        en:
          "Errors come with file, line, column and how to mend them. It also tells of the rules themselves: "
          + "where a staircase falls, say, and the most that splitting a claim could gain.")
    ],
    operands: [RulesCommand.scheme],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "方案有错误", en: "the scheme has errors"))
    ],
    examples: [
      Example("fangpin rules check", Wording(zh: "检查默认方案", en: "check the default scheme")),
      Example(
        "fangpin rules check my-county.json", Wording(zh: "检查自己的方案文件", en: "check a scheme file of one's own")
      ),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.notYetFilledIn()
  }
}
