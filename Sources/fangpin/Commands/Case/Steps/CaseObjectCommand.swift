import Casebook
import Journal
import Units

/// `fangpin case object`: somebody objects while the notice hangs.
enum CaseObjectCommand {
  static let note = Option<String>.required(
    "note", "TEXT",
    Wording(zh: "异议内容（不要写姓名等个人信息）", en: "the objection (no names: it stays in the journal)"),
    offers: .nothing)
  static let name = Option<String?>.optional(
    "name", "NAME", Wording(zh: "提出人姓名，单独存放", en: "who objects; kept outside the journal"),
    offers: .nothing)
  static let telephone = PersonalFields.telephone

  static let spec = CommandSpec(
    "object",
    summary: Wording(zh: "记录公示期间的异议", en: "record an objection to a case under public notice"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [note, name, telephone],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case object 17 --note car-in-yard --casebook wei.casebook --key village.pem",
        Wording(zh: "有人对案件 17 提出异议", en: "somebody objects to case 17"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let personal: PersonalData?
    switch PersonalFields.read(arguments, name: name, telephone: telephone) {
    case .failure(let fault): return context.refuse(fault.what)
    case .success(let read): personal = read
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.object(number, by: personal, text: arguments[note])
    }
  }
}
