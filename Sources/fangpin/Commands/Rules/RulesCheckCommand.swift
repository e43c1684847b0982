import Rules
import Units

/// `fangpin rules check`: whether a scheme file is right.
enum RulesCheckCommand {
  static let spec = CommandSpec(
    "check",
    summary: Wording(
      zh: "检查方案文件，指出错误和可疑之处", en: "check a scheme file for errors and for what deserves a second look"),
    discussion: [
      Wording(
        zh: "错误附文件、行、列和改法。另外指出规则自身的问题，例如阶梯在何处下降，以及拆分申请最多能多得多少。",
        en:
          "Errors are given with file, line, column and a fix. Doubtful rules are pointed out as well: "
          + "where a staircase falls, for example, and the most that splitting a claim could gain.")
    ],
    operands: [RulesCommand.scheme],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "方案有错误", en: "the scheme has errors"))
    ],
    examples: [
      Example("fangpin rules check", Wording(zh: "检查默认方案", en: "check the default scheme")),
      Example(
        "fangpin rules check my-county.json", Wording(zh: "检查自己的方案文件", en: "check your own scheme file")
      ),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let name = arguments[RulesCommand.scheme]
    switch SchemeChoice.loading(name, context) {
    case .failure(let stop): return stop.code
    case .success(let loading):
      let found = SchemeCheck.findings(in: loading)?.diagnostics ?? loading.diagnostics
      let texts =
        found.map { $0.text(in: context.language) } + [
          closing(name, found, isLoaded: loading.scheme != nil)[context.language]
        ]
      let ending = context.deliver(texts.joined(separator: "\n\n"))
      let hasErrors = found.contains { $0.severity == .error }
      return ending == .done && hasErrors ? .answerIsNo : ending
    }
  }

  /// The counts, as the last line.
  private static func closing(_ name: String, _ found: [Diagnostic], isLoaded: Bool) -> Wording {
    let errors = found.count { $0.severity == .error }
    let warnings = found.count - errors
    let verdict =
      !isLoaded
      ? Wording(zh: "不能使用", en: "it cannot be used")
      : errors > 0
        ? Wording(zh: "应先改正", en: "it should be corrected first") : Wording(zh: "可以使用", en: "it can be used")
    return Wording(
      zh: "\(name)：\(errors) 处错误，\(warnings) 处警告；\(verdict.zh)",
      en: "\(name): \(errors.counted("error")), \(warnings.counted("warning")); \(verdict.en)")
  }
}
