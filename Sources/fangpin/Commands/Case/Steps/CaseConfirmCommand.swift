import Casebook
import Units

/// `fangpin case confirm`: the township confirms a case whose notice has run.
enum CaseConfirmCommand {
  static let spec = CommandSpec(
    "confirm",
    summary: Wording(zh: "乡镇确认公示期满的案件", en: "confirm a case whose public notice period is over"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case confirm 17 --casebook wei.casebook --key township.pem",
        Wording(zh: "确认案件 17", en: "case 17 is confirmed"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.confirm(number)
    }
  }
}
