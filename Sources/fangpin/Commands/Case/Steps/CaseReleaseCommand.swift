import Casebook
import Journal
import Units

/// `fangpin case release`: what was missing has come, or a returned payment goes out again.
enum CaseReleaseCommand {
  static let spec = CommandSpec(
    "release",
    summary: Wording(
      zh: "恢复办理已暂停或付款被退回的案件", en: "resume a case that was pended or whose payment was returned"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [PersonalFields.bankAccount, PersonalFields.name, CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case release 17 --casebook wei.casebook --key county.pem",
        Wording(zh: "案件 17 的材料已补齐", en: "what case 17 was waiting for is in"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let account: PersonalData?
    switch PersonalFields.read(
      arguments, name: PersonalFields.name, account: PersonalFields.bankAccount)
    {
    case .failure(let fault): return context.refuse(fault.what)
    case .success(let read): account = read
    }
    if let account, account.name == nil || account.bankAccount == nil {
      return context.refuse(
        Wording(
          zh: "换账号要同时写 --bank-account 和 --name",
          en: "another account needs both --bank-account and --name"))
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.release(number, account: account, note: arguments[CaseDesk.note])
    }
  }
}
