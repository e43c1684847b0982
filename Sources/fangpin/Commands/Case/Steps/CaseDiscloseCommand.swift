import Casebook
import Units

/// `fangpin case disclose`: the case hangs on the village wall.
enum CaseDiscloseCommand {
  static let spec = CommandSpec(
    "disclose",
    summary: Wording(zh: "记录张榜公示", en: "record that the public notice was posted on this day"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case disclose 17 --casebook wei.casebook --key village.pem",
        Wording(zh: "案件 17 今天起公示", en: "case 17 is on the notice board from today"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.disclose(number)
    } after: { (_, file, _) throws(CasebookError) in
      if let until = file.until {
        context.say(
          Wording(
            zh: "公示至 \(until) 期满；其间可以提出异议：case object",
            en: "the notice stays up until \(until); objections until then: case object"))
      }
      return .done
    }
  }
}
