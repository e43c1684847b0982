import Casebook
import Units

/// `fangpin case visit`: the insurer has been to the household's home.
enum CaseVisitCommand {
  static let spec = CommandSpec(
    "visit",
    summary: Wording(zh: "记录保险公司入户查勘", en: "record the insurer's visit to the household's home"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case visit 17 --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "记录案件 17 已入户", en: "case 17 has been visited"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.visit(number, finding: arguments[CaseDesk.note])
    }
  }
}
