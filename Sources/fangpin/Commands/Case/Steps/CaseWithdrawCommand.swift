import Casebook
import Units

/// `fangpin case withdraw`: the household takes its case back.
enum CaseWithdrawCommand {
  static let reason = CaseDesk.reason(
    Wording(zh: "为什么撤回（不要写姓名等个人信息）", en: "why (no names: it stays in the journal)"))

  static let spec = CommandSpec(
    "withdraw",
    summary: Wording(zh: "撤回尚未审批的案件", en: "withdraw a case before it is decided"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [reason],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case withdraw 17 --reason declared-twice --casebook wei.casebook --key village.pem",
        Wording(zh: "案件 17 撤回", en: "case 17 is withdrawn"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.withdraw(number, reason: arguments[reason])
    }
  }
}
