import Casebook
import Units

/// `fangpin case redecide`: a case whose ground was revised is decided again.
enum CaseRedecideCommand {
  static let spec = CommandSpec(
    "redecide",
    summary: Wording(zh: "按现在所知重新决定案件", en: "decide a case again by what is known now"),
    discussion: [
      Wording(
        zh: "案件所依据的情况更正或撤销后暂缓赔付，由县防贫办按现在所知重新决定；数额不变或减少的随即生效，同账户中排在它后面的案件随之重新决定。"
          + "数额增加的只作提议，由县防贫办另一人用 casebook second 附议后才付。",
        en:
          "A case is held where what it was decided on was revised or taken back. Decided again by what is known now it "
          + "goes on with the same sum or a lesser one, and the cases behind it in its accounts follow. A greater sum is only "
          + "proposed, and paid when another of the county office has seconded it: casebook second.")
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.recording,
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case redecide 17 --casebook wei.casebook --key county.pem",
        Wording(zh: "案件 17 按现在所知重新决定", en: "case 17 is decided again by what is known now"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.redecide(number)
    } after: { (done, _, _) throws(CasebookError) in
      switch done.outcome {
      case .decided(let statement): context.say(RedecidedText.again(statement))
      case .proposed(let proposed): context.say(RedecidedText.proposed(proposed))
      }
      RedecidedText.say(done.behind, context)
      return .done
    }
  }
}
