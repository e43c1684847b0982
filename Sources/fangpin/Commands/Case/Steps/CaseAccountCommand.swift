import Casebook
import Journal
import Units

/// `fangpin case account`: the household names the account its money goes to.
enum CaseAccountCommand {
  static let spec = CommandSpec(
    "account",
    summary: Wording(zh: "登记或更改收款账号", en: "record or change the account that a case is paid to"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [
      PersonalFields.name, PersonalFields.bankAccount, PersonalFields.residentID, PersonalFields.telephone,
    ],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case account 17 --name LiSi --bank-account 6222020000000000000 --casebook wei.casebook --key village.pem",
        Wording(zh: "案件 17 付到这个账号", en: "case 17 is paid to this account"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let data: PersonalData
    switch PersonalFields.read(
      arguments, name: PersonalFields.name, account: PersonalFields.bankAccount,
      residentID: PersonalFields.residentID, telephone: PersonalFields.telephone)
    {
    case .failure(let fault): return context.refuse(fault.what)
    case .success(nil): return CaseDesk.missing(PersonalFields.name.spec, context)
    case .success(let read?): data = read
    }
    if data.name == nil { return CaseDesk.missing(PersonalFields.name.spec, context) }
    if data.bankAccount == nil { return CaseDesk.missing(PersonalFields.bankAccount.spec, context) }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.setAccount(number, data)
    } after: { (_, file, _) throws(CasebookError) in
      context.say(
        Wording(
          zh: "案件 \(file.number) 的收款账号：\(data.masked.bankAccount ?? "")",
          en: "case \(file.number) is paid to \(data.masked.bankAccount ?? "")"))
      return .done
    }
  }
}
