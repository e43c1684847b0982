import Claims
import Rules
import Units

extension Matter {
  /// The account before the claim, and the accumulator with it; `nil` for a claim that was not counted.
  var accountPassage: Passage? {
    guard let calculation else { return nil }
    let (benefit, carried) = (calculation.benefit, calculation.carried)
    var parts: [Passage.Part] = [
      .fact(
        Fact(
          "sum_over", Wording(zh: "累计对象", en: "summed over"), .word(benefit.sumOver.rawValue, subjectName),
          from: [scheme.origin(benefit.sumOverProvenance)])),
      .fact(
        Fact(
          "policy_year", Wording(zh: "保障年度", en: "policy year"),
          .days(of: calculation.policyYear, scheme.policyYearStart),
          from: [scheme.origin(scheme.policyYearProvenance)])),
    ]
    if carried != Account() {
      parts += [
        .fact(
          Fact(
            "carried_accumulated", Wording(zh: "以前批次带入的累计额", en: "counted in earlier runs"),
            .yuan(carried.accumulated))),
        .fact(
          Fact(
            "carried_paid", Wording(zh: "以前批次带入的已赔额", en: "paid in earlier runs"), .yuan(carried.paid))),
      ]
    }
    if !derivation.history.isEmpty { parts.append(.table(historyTable)) }
    let before = calculation.accumulatedBefore
    let taken = derivation.history.reduce(carried.accumulated) { $0 + $1.claim.amount } - before
    if taken > .zero {
      parts.append(
        .fact(
          Fact("taken_out", Wording(zh: "因更正取出", en: "taken out by corrections"), .yuan(taken))))
    }
    parts += [
      .fact(
        Fact(
          "accumulated_before", Wording(zh: "此前累计额", en: "accumulator before"), .yuan(before),
          note: before == .zero ? Wording(zh: "本年度首件", en: "first of the year") : nil)),
      .fact(Fact("amount", Wording(zh: "本次金额", en: "this claim"), .yuan(calculation.amount))),
      .fact(
        Fact("accumulator", Wording(zh: "累计额", en: "accumulator"), .yuan(calculation.accumulator))),
      .fact(
        Fact(
          "warning_line", Wording(zh: "防贫预警线", en: "warning line"), .yuan(calculation.warningLine),
          from: [scheme.origin(benefit.warningLine)])),
    ]
    guard let payment = calculation.payment else { return Passage("account", accountTitle, parts) }
    let note =
      switch benefit.pays {
      case .excess: Wording(zh: "累计额 − 预警线", en: "accumulator − warning line")
      case .whole: Wording(zh: "超过预警线后，按全部累计额", en: "the whole cost, once it exceeds the line")
      }
    parts.append(
      .fact(
        Fact(
          "remaining", Wording(zh: "计赔余额", en: "remaining cost"), .yuan(payment.remaining),
          note: note, from: [scheme.origin(benefit.paysProvenance)])))
    return Passage("account", accountTitle, parts)
  }

  private var accountTitle: Wording { Wording(zh: "本年度累计", en: "What was counted this year") }

  private var subjectName: Wording {
    guard let benefit, benefit.sumOver == .person else {
      return Wording(zh: "全户（\(claim.household)）", en: "the household (\(claim.household))")
    }
    guard let person = claim.person else {
      return Wording(zh: "每人分别（未注明何人）", en: "each person separately (nobody named)")
    }
    return Wording(zh: "本人（\(person)）", en: "the person (\(person))")
  }

  private var historyTable: Table {
    // Worth a column only where the person has moved.
    let hasMoved = derivation.history.contains { $0.claim.household != claim.household }
    let rows = derivation.history.map { entry in
      Table.Row(
        [
          .id(entry.claim.id), .day(entry.claim.day), .yuan(entry.claim.amount),
          entry.decision.money.map { .yuan($0.accumulator) } ?? .missing, .yuan(entry.decision.payout),
        ] + (hasMoved ? [.id(entry.claim.household)] : []))
    }
    var columns: [Table.Column] = [
      .init("claim_id", Wording(zh: "此前的申请", en: "earlier claim")),
      .init("incurred_on", Wording(zh: "发生日期", en: "day")),
      .init("amount", Wording(zh: "金额", en: "amount")),
      .init("accumulator", Wording(zh: "累计额", en: "accumulator")),
      .init("payout", Wording(zh: "赔付", en: "paid")),
    ]
    if hasMoved { columns.append(.init("household_id", Wording(zh: "户编号", en: "household"))) }
    return Table("history", columns: columns, rows: rows, shown: 10)
  }
}
