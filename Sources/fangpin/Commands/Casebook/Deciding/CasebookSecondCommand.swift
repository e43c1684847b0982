import Casebook
import Journal
import Units

/// `fangpin casebook second`: another officer agrees to a proposal.
enum CasebookSecondCommand {
  static let entry = Operand<String>.required(
    "PROPOSAL",
    Wording(
      zh: "提议的台账编号，见 casebook proposals", en: "the proposal's entry, as casebook proposals lists it"),
    offers: .nothing)

  static let spec = CommandSpec(
    "second",
    summary: Wording(zh: "附议他人的提议", en: "second another officer's proposal"),
    discussion: [
      Wording(
        zh: "由县防贫办提议人以外的一人办理。附议时重新算一遍，与提议不同的不予办理；相同的，多付的金额转入待赔付，资金不足的等待。",
        en:
          "For another of the county office than who proposed it. The case is decided again: where that comes to something "
          + "else, the proposal is refused; otherwise what more it is paid is promised, or waits for the fund."
      )
    ],
    operands: [entry],
    options: CasebookOptions.recording,
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook second 91 --casebook wei.casebook --key qian.pem",
        Wording(zh: "附议台账第 91 条的提议", en: "second the proposal of entry 91"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let number = CasebookDesk.entryNumber(arguments[entry]) else {
      return context.refuse(CasebookDesk.badEntry(arguments[entry]))
    }
    return CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.second(number)
    } after: { (done, _) throws(CasebookError) in
      let (more, again) = (done.supplement, done.supplement.again)
      context.say(
        Wording(
          zh: "已附议：案件 \(more.step.number) 赔付由 \(again.was.grouped) 元增至 \(again.becomes.grouped) 元",
          en: "seconded: case \(more.step.number) is to be paid \(again.becomes.grouped), which was "
            + "\(again.was.grouped)"))
      if more.isWaiting {
        context.say(
          Wording(
            zh: "资金不足，多付的 \(more.amount.grouped) 元等待资金到位",
            en: "the fund falls short: the \(more.amount.grouped) more waits for it"))
      }
      RedecidedText.say(done.behind, context)
      return .done
    }
  }
}
