import Casebook
import Units

/// `fangpin case pend`: a case waits for something that is missing.
enum CasePendCommand {
  static let reason = CaseDesk.reason(
    Wording(zh: "等待什么（不要写姓名等个人信息）", en: "what is missing (no names: it stays in the journal)"))

  static let spec = CommandSpec(
    "pend",
    summary: Wording(zh: "暂停办理案件，等待补充材料", en: "pend a case until what is missing is supplied"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [reason],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case pend 17 --reason invoice --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "案件 17 等发票", en: "case 17 waits for its invoice"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.pend(number, reason: arguments[reason])
    }
  }
}
