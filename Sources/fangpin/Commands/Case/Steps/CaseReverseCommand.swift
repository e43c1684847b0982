import Casebook
import Journal
import Units

/// `fangpin case reverse`: a decision is taken back.
enum CaseReverseCommand {
  static let reason = CaseDesk.reason(
    Wording(zh: "为什么冲正（不要写姓名等个人信息）", en: "why (no names: it stays in the journal)"))
  static let money = Option<ReversedMoney?>.optionalChoice(
    "money", as: "PLACE",
    Wording(
      zh: "已付出的款项在哪里：recalled、kept、undecided 或 claimed",
      en: "where the money is that was sent: recalled, kept, undecided or claimed"),
    defaultNote: Wording(zh: "not-sent，没有付出过时", en: "not-sent, where none was"))

  static let spec = CommandSpec(
    "reverse",
    summary: Wording(zh: "冲正已作出的决定", en: "reverse a decision"),
    discussion: [
      Wording(
        zh: "待付的款项随即释放。已付出的款项收回入账后才回到资金里：recalled 已请银行追回，kept 由农户留用，undecided 未定，"
          + "claimed 须由农户退还（列为应收）；收回后用 case repaid 记录。",
        en:
          "What was promised is free at once. What was sent is in the fund when it has come back: recalled (asked "
          + "back from the bank), kept (by the household), undecided, claimed (owed back by the household: a "
          + "receivable); case repaid records what comes."),
      Wording(
        zh: "已冲正的案件再用一次，只改记款项在哪里（如 undecided 定为 claimed），并说明理由。",
        en:
          "On a case that is reversed already it says anew where the money is (undecided, say, becomes claimed), and why."
      ),
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [reason, money],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case reverse 17 --reason cost-was-insured --casebook wei.casebook --key county.pem",
        Wording(zh: "案件 17 冲正", en: "the decision on case 17 is reversed")),
      Example(
        "fangpin case reverse 17 --reason cost-was-insured --money claimed --casebook wei.casebook --key county.pem",
        Wording(zh: "已付的款项须由农户退还", en: "the household owes back what it was paid")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.reverse(number, reason: arguments[reason], money: arguments[money])
    } after: { (done, file, book) throws(CasebookError) in
      let reversals = try book.entries(of: file).compactMap { $0.statement(ReverseStatement.self) }
      if let reversal = reversals.last, reversal.out + reversal.sent > .zero {
        let (gone, money) = ((reversal.out + reversal.sent).grouped, reversal.money.name)
        context.say(
          Wording(
            zh: "已付出 \(gone) 元（\(money.zh)）；收回后记：case repaid \(file.number) 金额",
            en: "\(gone) was sent (\(money.en)); when it comes back: case repaid \(file.number) AMOUNT"))
      }
      RedecidedText.say(done, context)
      return .done
    }
  }
}

extension ReversedMoney: OptionChoice {}
