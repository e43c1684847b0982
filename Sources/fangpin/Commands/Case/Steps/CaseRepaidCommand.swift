import Casebook
import Units

/// `fangpin case repaid`: money of a reversed case has come back.
enum CaseRepaidCommand {
  static let amount = Operand<String>.required(
    "AMOUNT", Wording(zh: "退回的金额（元）", en: "what has come back, in yuan"), offers: .nothing)

  static let spec = CommandSpec(
    "repaid",
    summary: Wording(zh: "记录冲正案件的退款入账", en: "record that money of a reversed case has come back"),
    operands: [CaseDesk.number, amount],
    options: CasebookOptions.recording + [CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case repaid 17 2400.00 --casebook wei.casebook --key county.pem",
        Wording(zh: "案件 17 退回 2,400.00 元", en: "2,400.00 of case 17 has come back"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let amount = TypedValue.amount(arguments[amount]), amount > .zero else {
      return context.refuse(TypedAmount.unfit(arguments[self.amount]))
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.repaid(number, amount, note: arguments[CaseDesk.note])
    } after: { (done, file, _) throws(CasebookError) in
      context.say(
        Wording(
          zh: "退款 \(amount.grouped) 元已入账，在外未收回 \(done.out.grouped) 元",
          en: "\(amount.grouped) has come back; \(done.out.grouped) is still out"))
      RedecidedText.say(done.behind, context)
      return .done
    }
  }
}
