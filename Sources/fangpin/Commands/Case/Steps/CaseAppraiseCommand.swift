import Casebook
import Units

/// `fangpin case appraise`: the village's two committees comment on the case.
enum CaseAppraiseCommand {
  /// Whether the village is for it.
  enum Answer: String, OptionChoice {
    case yes, no
  }

  static let supports = Option<Answer?>.optionalChoice(
    "supports", Wording(zh: "村里是否支持（必填）", en: "whether the village supports the case (required)"))

  static let spec = CommandSpec(
    "appraise",
    summary: Wording(zh: "记录村两委评议意见", en: "record the village's appraisal of a case"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [supports, CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case appraise 17 --supports yes --casebook wei.casebook --key village.pem",
        Wording(zh: "村里支持案件 17", en: "the village supports case 17"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let supports = arguments[supports] else {
      return CaseDesk.missing(CaseAppraiseCommand.supports.spec, context)
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.appraise(number, supports: supports == .yes, comment: arguments[CaseDesk.note])
    }
  }
}
