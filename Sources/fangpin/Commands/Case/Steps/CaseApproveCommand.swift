import Casebook
import Claims
import Journal
import Rules
import Units

/// `fangpin case approve`: the adjudicator decides a confirmed case.
enum CaseApproveCommand {
  static let spec = CommandSpec(
    "approve",
    summary: Wording(zh: "审批案件，按方案理算", en: "approve a confirmed case: it is decided under the scheme"),
    discussion: [
      Wording(
        zh: "结论由方案算出，不由经办人决定；理由见 case explain。",
        en: "The scheme decides what is paid, not the approver; case explain says why.")
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.recording,
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case approve 17 --casebook wei.casebook --key county.pem",
        Wording(zh: "审批案件 17", en: "case 17 is decided"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.approve(number)
    } after: { (judgement, file, book) throws(CasebookError) in
      warn(try book.twins(of: file), file, context)
      let reason = judgement.reason
      context.say(
        Wording(
          zh: "\(reason.outcome.name.zh)：\(reason.name.zh)（\(reason.code)）",
          en: "\(reason.outcome.name.en): \(reason.name.en)"
            + (reason.name.en == reason.code ? "" : " (\(reason.code))")))
      if let money = judgement.money {
        let due = judgement.payout > .zero ? try book.waiting(file)?.due : nil
        context.say(
          Wording(
            zh: "本次金额 \(file.amount.grouped) 元，本年度累计额 \(money.accumulator.grouped) 元，"
              + "此前已赔 \(money.paidBefore.grouped) 元，本次赔付 \(judgement.payout.grouped) 元"
              + (due.map { "，最迟 \($0.last) 到账" } ?? ""),
            en: "this case \(file.amount.grouped), accumulator of the year \(money.accumulator.grouped), "
              + "paid before \(money.paidBefore.grouped), to be paid now \(judgement.payout.grouped)"
              + (due.map { ", in the account by \($0.last)" } ?? "")))
        if let remark = due?.remark { context.say(remark) }
      }
      for bill in judgement.bills { context.say(bill.sentence) }
      if !judgement.bills.isEmpty, judgement.payout > .zero {
        let due = try book.waiting(file)?.due
        context.say(
          Wording(
            zh: "本案合计赔付 \(judgement.payout.grouped) 元" + (due.map { "，最迟 \($0) 到账" } ?? ""),
            en: "to be paid for the case: \(judgement.payout.grouped)"
              + (due.map { ", in the account by \($0)" } ?? "")))
      }
      try sayFund(file, book, context)
      context.say(Wording(zh: "理由详见 case explain \(file.number)", en: "why: case explain \(file.number)"))
      return .done
    }
  }

  /// Names the cases that hold a cost of the same day and total, or of the same invoice.
  private static func warn(_ twins: CostTwins, _ file: Casefile, _ context: CommandContext) {
    for holder in twins.byDay {
      context.warn(
        Wording(
          zh: "\(holder.name.zh) 有同一户、同一天、总费用相同的费用：见 case show \(file.number)",
          en:
            "\(holder.name.en) holds a cost of the same household, day and total: see case show \(file.number)"
        ))
    }
    for holder in twins.byNumber {
      context.warn(
        Wording(
          zh: "\(holder.name.zh) 有同一发票号的费用：见 case show \(file.number)",
          en: "\(holder.name.en) holds a cost of the same invoice: see case show \(file.number)"))
    }
  }

  /// Says what the decision does to a fund that does not reach, and how a pended case goes on.
  private static func sayFund(
    _ file: Casefile, _ book: Casebook, _ context: CommandContext
  ) throws(CasebookError) {
    if let number = file.decidedEntry, let call = try book.entry(number)?.recordedDecision?.call {
      context.say(
        Wording(
          zh: "资金不足：请县财政补足 \(call.grouped) 元",
          en: "the fund falls short: the county is asked to make up \(call.grouped)"))
    }
    if file.state == .exhausted, try book.currentState().left >= file.payout {
      context.say(
        Wording(
          zh: "前面还有案件等待资金，不能越过：案件依次等待（fund-exhausted）",
          en: "others wait for the fund before it and are not overtaken: the case waits its turn "
            + "(fund-exhausted)"))
    } else if file.state == .exhausted {
      context.say(
        Wording(
          zh: "资金已用完：案件等下一笔拨款，按先后赔付（fund-exhausted）",
          en: "the fund is exhausted: the case waits its turn for the next contribution (fund-exhausted)")
      )
    }
    if file.state == .pended {
      for line in try PendedText(file, in: book, on: file.since).lines { context.say(line) }
    }
  }
}
