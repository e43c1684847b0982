import Rules
import Units

/// `fangpin rules`: everything about scheme files.
enum RulesCommand {
  /// Which scheme; shared by the commands below.
  static let scheme = Operand<String>.text(
    "ID|FILE", default: BuiltInSchemes.standard,
    Wording(zh: "内置方案的编号，或方案文件", en: "the id of a built-in scheme, or a scheme file"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))

  static let spec = CommandSpec(
    group: "rules",
    summary: Wording(zh: "查看、检查和试算保障方案", en: "show, check and try out schemes"),
    discussion: [
      Wording(
        zh: "保障方案是一个 JSON 文件，写明预警线、阶梯、封顶和保障线，每个数字都注明出处。",
        en: "A scheme is a JSON file: warning lines, staircases, caps and protection line, each number with "
          + "its source.")
    ],
    exits: Exit.usual + [Exit(.answerIsNo)],
    examples: [
      Example("fangpin rules list", Wording(zh: "列出内置方案", en: "list the built-in schemes")),
      Example(
        "fangpin rules check my-county.json", Wording(zh: "检查自己的方案文件", en: "check your own scheme file")
      ),
    ],
    subcommands: [
      RulesListCommand.spec, RulesShowCommand.spec, RulesCheckCommand.spec, RulesTestCommand.spec,
      RulesSchemaCommand.spec,
    ])
}
