import Claims
import Rules
import Units

extension Matter {
  /// What was decided, how much and why.
  var lead: Wording {
    let why = plainReason
    let sum = decision.payout.words
    return switch reason.outcome {
    case .approved: Wording(zh: "赔付 \(sum.zh)：\(why.zh)。", en: "\(sum.en) is paid: \(why.en).")
    case .denied: Wording(zh: "不予赔付（\(sum.zh)）：\(why.zh)。", en: "Nothing is paid (\(sum.en)): \(why.en).")
    case .pended: Wording(zh: "现在还不能决定赔多少：\(why.zh)。", en: "The sum cannot be decided yet: \(why.en).")
    }
  }

  var uncovered: Wording {
    if let cause, !cause.perils.contains(claim.peril) {
      return Wording(
        zh: "\(cause.name.zh)的费用不能按\(peril.name.zh)申报",
        en: "costs of \(cause.name.en) cannot be declared as \(peril.name.en)")
    }
    return Wording(
      zh: "\(group?.name.zh ?? "这类户")的\(peril.name.zh)费用不在保障之内",
      en: "costs of \(peril.name.en) are not covered for the group '\(group?.name.en ?? "unknown")'")
  }

  var tooMuchIncome: Wording {
    guard let income = household?.income, let line = incomeLine else { return reason.name }
    return Wording(
      zh: "全家 \(members) 人一年收入 \(income.words.zh)，不低于 \(line.total.words.zh)的界限",
      en: "the household (\(members.counted("member"))) earned \(income.words.en) in a year, which is not "
        + "below the limit of "
        + line.total.words.en)
  }

  /// Rows 16 to 21: what the year's cost came to.
  var counted: Wording {
    guard let money = decision.money, let plan else { return reason.name }
    let (sum, line) = (money.accumulator.words, plan.warningLine.words)
    let whose =
      plan.sumsByPerson ? Wording(zh: "本人", en: "the person") : Wording(zh: "全家", en: "the household")
    let year = yearWords(money.policyYear)
    let bore = Wording(
      zh: "\(year.zh)\(whose.zh)自付的费用共 \(sum.zh)", en: "\(whose.en) itself bore \(sum.en) in \(year.en)")
    let before = money.paidBefore.words
    switch reason {
    case .belowWarningLine:
      return Wording(
        zh: "\(bore.zh)，超过 \(line.zh)才赔", en: "\(bore.en), and only cost above \(line.en) is paid")
    case .capExhausted:
      let most = plan.cap(members: members)?.words ?? Wording(zh: "", en: "")
      return Wording(
        zh: "\(year.zh)已经赔到最多的 \(most.zh)",
        en: "the most that can be paid for \(year.en), \(most.en), has already been paid")
    case .noFurtherBenefit:
      return Wording(
        zh: "\(bore.zh)，应赔 \(money.benefit.words.zh)，而以前已经赔了 \(before.zh)（不收回）",
        en:
          "\(bore.en), for which \(money.benefit.words.en) is due, but \(before.en) was already paid "
          + "(nothing is taken back)"
      )
    case .roundsToZero:
      return Wording(
        zh: "\(bore.zh)，只比 \(line.zh)多一点，应赔不到半分钱",
        en: "\(bore.en), so little above \(line.en) that less than half a fen is due")
    case .covered, .coveredToCap: return paid(bore, money, plan)
    case .duplicateClaim, .claimIDConflict, .withdrawn, .unknownHousehold, .householdUnclear,
      .groupNotCovered,
      .perilNotCovered, .outsideCoveragePeriod, .compensatedElsewhere, .disqualifyingAsset,
      .aboveProtectionLine, .compensationUnknown, .verificationIncomplete, .incomeUnknown,
      .protectionLineUnknown, .schemeSilent, .personUnknown:
      preconditionFailure("only a claim that counts has money")
    }
  }

  private func paid(_ bore: Wording, _ money: Decision.Money, _ plan: Plan) -> Wording {
    let remaining = plan.remaining(money.accumulator)
    let line = plan.warningLine.words
    let on = remaining.words
    let share =
      plan.staircase.reading == .whole
      ? plan.staircase.band(of: remaining).map { Wording(zh: "按 \($0.rate) 赔", en: "\($0.rate) is paid") }
      : nil
    let way = share ?? Wording(zh: "逐段按比例赔", en: "a share is paid, slice by slice,")
    var zh = bore.zh
    var en = bore.en
    if plan.paysExcess {
      zh += "，\(line.zh)以上的 \(on.zh)\(way.zh)"
      en += ", and \(way.en) on the \(on.en) above \(line.en)"
    } else {
      zh += "，超过 \(line.zh)，全部\(way.zh)"
      en += ", more than \(line.en), and \(way.en) on all of it"
    }
    if reason == .coveredToCap, let most = plan.cap(members: members)?.words {
      zh += "，到一年最多的 \(most.zh)为止"
      en += ", up to the yearly cap of \(most.en)"
    }
    if money.paidBefore > .zero {
      zh += "；一共应赔 \(money.benefit.words.zh)，减去以前已赔的 \(money.paidBefore.words.zh)"
      en += "; \(money.benefit.words.en) in total, less \(money.paidBefore.words.en) already paid"
    }
    return Wording(zh: zh, en: en)
  }

  /// The year a sum runs over, as people say it.
  private func yearWords(_ year: PolicyYear) -> Wording {
    let start = scheme.policyYearStart
    if start == .calendar { return Wording(zh: "\(year.began) 年", en: "\(year.began)") }
    guard let days = year.days(start) else {
      return Wording(zh: "\(year.began) 保障年度", en: "the policy year \(year.began)")
    }
    return Wording(
      zh: "\(days.lowerBound) 至 \(days.upperBound) ", en: "\(days.lowerBound) to \(days.upperBound)")
  }
}
