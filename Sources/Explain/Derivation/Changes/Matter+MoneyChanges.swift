import Claims
import Rules
import Units

/// Rows 16 to 19: what the accumulator, the cap and the staircase would still need.
extension Matter {
  var lineChanges: [Remark] {
    guard let money = decision.money, let plan, let benefit else { return [] }
    let short = plan.warningLine - money.accumulator
    let needed = Yuan(fen: short.fen + 1)
    let next = plan.nextPayment(
      after: money.accumulator, paid: money.paidBefore, paidUnderCap: money.paidUnderCap, members: members)
    let words =
      short == .zero
      ? Wording(
        zh: "累计额恰等于防贫预警线，须超过它。", en: "The accumulator equals the warning line but must exceed it.")
      : Wording(
        zh: "累计额离防贫预警线还差 \(short.words.zh)，并须超过它。",
        en: "The accumulator is \(short.words.en) short of the warning line, which it must exceed.")
    var remarks = [
      Remark(
        "short-of-line", words,
        plain: Wording(
          zh: "再有 \(needed.words.zh)以上的同类费用才开始赔。",
          en: "Payment begins after another \(needed.words.en) or more of cost of the same kind."),
        [
          .init("short", .yuan(short)), .init("further_cost", .yuan(needed)),
          .init("warning_line", .yuan(plan.warningLine)),
        ], from: [scheme.origin(benefit.warningLine)])
    ]
    let until = money.policyYear.lastDay(scheme.policyYearStart)
    let day = until?.description ?? ""
    remarks.append(
      Remark(
        "stays-counted",
        Wording(
          zh: "本次金额已计入累计额；\(day) 以前发生的同类费用会继续相加。",
          en: "This amount stays counted: costs of the same kind up to \(day) are added to it."),
        plain: Wording(
          zh: "这笔费用已经记上，到 \(day) 为止的同类费用会加在一起算。",
          en: "This cost stays counted, and costs of the same kind up to \(day) are added to it."),
        [
          .init("counted_until", until.map { .day($0) } ?? .missing),
          .init("first_paid_at", next.map { .yuan($0) } ?? .missing),
        ]))
    return remarks
  }

  var capChange: Remark {
    let next = decision.money.flatMap {
      PolicyYear(began: $0.policyYear.began + 1).firstDay(scheme.policyYearStart)
    }
    let cap = plan?.cap(members: members)
    let sum = cap?.words ?? Wording(zh: "", en: "")
    let day = next?.description ?? ""
    return Remark(
      "cap-of-year",
      Wording(
        zh: "封顶额（\(sum.zh)）按保障年度计，本年度已经赔足；\(day) 起为下一年度，届时发生的费用重新累计。",
        en:
          "The cap of \(sum.en) applies to one policy year and has been paid out; the next year begins on \(day), "
          + "and costs from that day on are counted from zero."),
      plain: Wording(
        zh: "\(day) 起发生的费用重新计算，届时可以再申报。",
        en: "Costs from \(day) on are counted from zero and can be declared again."),
      [
        .init("cap", cap.map { .yuan($0) } ?? .missing),
        .init("next_year_begins", next.map { .day($0) } ?? .missing),
      ], from: benefit.map { [scheme.origin($0.cap)] } ?? [])
  }

  func nextPaymentChange(_ row: Reason) -> Remark {
    guard let money = decision.money, let plan else { return Remark("nothing", row.name, plain: row.name) }
    let next = plan.nextPayment(
      after: money.accumulator, paid: money.paidBefore, paidUnderCap: money.paidUnderCap, members: members)
    let values: [Remark.Named] = [
      .init("next_paid_at", next.map { .yuan($0) } ?? .missing),
      .init("further_cost", next.map { .yuan($0 - money.accumulator) } ?? .missing),
    ]
    guard let next else {
      return Remark(
        "never-more",
        Wording(
          zh: "本年度内无论再增加多少费用，都不会再有赔付。", en: "No further cost would bring a payment in this policy year."),
        plain: Wording(
          zh: "这一年里再有多少费用也不会再赔。", en: "No further cost of this year would bring a payment."),
        values)
    }
    let more = next - money.accumulator
    let plain = Wording(
      zh: "这一年里再有 \(more.words.zh)的同类费用时，才会有赔款。",
      en: "Payment begins after another \(more.words.en) of cost of the same kind in this year.")
    if row == .roundsToZero {
      return Remark(
        "next-payment",
        Wording(
          zh: "应赔不足半分。累计额达到 \(next.words.zh)（再增加 \(more.words.zh)）时开始有赔付。",
          en: "The benefit is less than half a fen. Payment begins at an accumulator of \(next.words.en), "
            + "\(more.words.en) more."), plain: plain, values)
    }
    return Remark(
      "next-payment",
      Wording(
        zh: "累计额达到 \(next.words.zh)（再增加 \(more.words.zh)）时，累计应赔才会高于已赔的 \(money.paidBefore.words.zh)。",
        en: "The benefit next exceeds the \(money.paidBefore.words.en) already paid at an accumulator of "
          + "\(next.words.en), \(more.words.en) more."), plain: plain, values)
  }
}
