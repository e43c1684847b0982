import Claims
import Explain
import Units

/// `fangpin rules test`: a scheme's own examples.
enum RulesTestCommand {
  static let spec = CommandSpec(
    "test",
    summary: Wording(zh: "试算方案自带的案例", en: "run the cases that a scheme brings along"),
    discussion: [
      Wording(
        zh: "方案文件可附若干案例，写明应赔金额；本命令逐一理算并比较。",
        en: "A scheme file may bring named cases with what each must pay; this decides them and compares.")
    ],
    operands: [RulesCommand.scheme],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "有案例不符", en: "a case failed"))
    ],
    examples: [
      Example("fangpin rules test", Wording(zh: "试算默认方案的案例", en: "run the cases of the default scheme")),
      Example(
        "fangpin rules test my-county.json",
        Wording(zh: "试算自己方案的案例", en: "run the cases of a scheme file of one's own")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    switch SchemeChoice.load(arguments[RulesCommand.scheme], context) {
    case .failure(let stop): return stop.code
    case .success(let scheme):
      let report = TrialReport(scheme, SchemeTrial.run(scheme))
      let ending = context.deliver(text: report.text(in: context.language))
      return ending == .done && !report.isPassed ? .answerIsNo : ending
    }
  }
}
