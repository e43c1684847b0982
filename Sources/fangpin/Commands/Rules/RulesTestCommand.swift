import Claims
import Explain
import Units

/// `fangpin rules test`: a scheme's own examples.
enum RulesTestCommand {
  static let spec = CommandSpec(
    "test",
    summary: Wording(zh: "试算方案自带的算例", en: "run the examples that a scheme contains"),
    discussion: [
      Wording(
        zh: "方案文件可附若干算例，写明应赔金额；本命令逐一理算并比较。",
        en:
          "A scheme file may contain named examples with what each must pay; this decides them and compares.")
    ],
    operands: [RulesCommand.scheme],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "有算例不符", en: "an example failed"))
    ],
    examples: [
      Example("fangpin rules test", Wording(zh: "试算默认方案的算例", en: "run the examples of the default scheme")),
      Example(
        "fangpin rules test my-county.json",
        Wording(zh: "试算自己方案的算例", en: "run the examples of your own scheme file")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    switch SchemeChoice.loadWithCases(arguments[RulesCommand.scheme], context) {
    case .failure(let stop): return stop.code
    case .success(let scheme):
      let report = TrialReport(scheme, SchemeTrial.run(scheme))
      let ending = context.deliver(text: report.text(in: context.language))
      return ending == .done && !report.isPassed ? .answerIsNo : ending
    }
  }
}
