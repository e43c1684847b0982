import Claims
import Rules
import Units

extension Matter {
  /// The outcome, the sum and the reason in one sentence for the villager.
  var headline: Wording {
    switch reason.outcome {
    case .approved:
      let line = lineWords
      let sum = decision.payout.words
      guard reason == .coveredToCap, let cap = plan?.cap(members: members) else {
        return Wording(zh: "赔付 \(sum.zh)：\(line.zh)。", en: "\(sum.en) is paid: \(line.en).")
      }
      return Wording(
        zh: "赔付 \(sum.zh)：\(line.zh)；赔至年度封顶额 \(cap.words.zh)。",
        en: "\(sum.en) is paid: \(line.en); this reaches the cap of the year, \(cap.words.en).")
    case .denied:
      let why = headlineReason
      return Wording(zh: "不予赔付：\(why.zh)。", en: "Nothing is paid: \(why.en).")
    case .pended:
      let why = headlineReason
      return Wording(zh: "待补材料，暂不决定：\(why.zh)。", en: "Not decided yet: \(why.en).")
    }
  }

  var lineWords: Wording {
    guard let money = decision.money, let plan else { return reason.name }
    let cost = money.accumulator.words
    let line = plan.warningLine.words
    return Wording(
      zh: "本年度累计 \(cost.zh)，超过防贫预警线 \(line.zh)",
      en: "the year's counted cost, \(cost.en), exceeds the warning line of \(line.en)")
  }

  var groupHeadline: Wording {
    guard let group else { return reason.name }
    return Wording(
      zh: "本方案不保障\(group.name.zh)", en: "the scheme does not protect this group: \(group.name.en)")
  }

  var perilHeadline: Wording {
    if let cause, !cause.perils.contains(claim.peril) {
      return Wording(
        zh: "原因“\(cause.name.zh)”不能申报\(peril.name.zh)",
        en: "the cause '\(cause.name.en)' cannot be claimed as \(peril.name.en)")
    }
    return Wording(
      zh: "本方案对该人群不保障\(peril.name.zh)", en: "the scheme does not cover \(peril.name.en) for this group")
  }

  var assetHeadline: Wording {
    let assets = Scheme.Asset.allCases.filter { asset in
      guard let most = scheme.assetLimits[asset.rawValue]?.value,
        let count = household?.assets[asset.rawValue]
      else { return false }
      return count > most
    }
    let names = assets.map(\.name).listed
    return Wording(
      zh: "家庭资产超过规定（\(names.zh)）", en: "the household owns more than the scheme allows (\(names.en))")
  }

  var incomeHeadline: Wording {
    guard let line = incomeLine, let income = household?.income else { return reason.name }
    return Wording(
      zh: "全户年收入 \(income.words.zh)，不低于 \(members) 人的防贫保障线 \(line.total.words.zh)",
      en: "the household's income of \(income.words.en) is not below the protection line of "
        + "\(line.total.words.en) for \(members.counted("person", "people"))")
  }

  var belowLineHeadline: Wording {
    guard let money = decision.money, let plan else { return reason.name }
    return Wording(
      zh: "本年度累计 \(money.accumulator.words.zh)，没有超过防贫预警线 \(plan.warningLine.words.zh)",
      en: "the year's counted cost, \(money.accumulator.words.en), does not exceed the warning line of "
        + plan.warningLine.words.en)
  }

  var capHeadline: Wording {
    guard let cap = plan?.cap(members: members) else { return reason.name }
    return Wording(
      zh: "本年度已经赔到封顶额 \(cap.words.zh)", en: "the cap of the year, \(cap.words.en), has already been paid")
  }

  var noFurtherHeadline: Wording {
    guard let money = decision.money else { return reason.name }
    return Wording(
      zh: "累计应赔 \(money.benefit.words.zh)，不高于本年度已赔的 \(money.paidBefore.words.zh)",
      en:
        "the cumulative benefit of \(money.benefit.words.en) is not above the \(money.paidBefore.words.en) "
        + "already paid this year")
  }

  /// Row 15a: nobody is named, or somebody who was counted in another household.
  var personHeadline: Wording {
    guard let person = claim.person else {
      return Wording(zh: "须先写明是哪一位家庭成员的费用", en: "it must be stated which person the cost is for")
    }
    let there = derivation.elsewhere
    guard !there.isEmpty else {
      return Wording(
        zh: "人员 \(person) 本年度的费用已计入另一户，成员名单没有写明已迁入户 \(claim.household)",
        en:
          "costs of person \(person) were counted in another household this year, and no list of members has "
          + "them in household \(claim.household)")
    }
    return Wording(
      zh: "人员 \(person) 本年度的费用已计入户 \(there.joined(separator: "、"))，成员名单没有写明已迁入户 \(claim.household)",
      en:
        "costs of person \(person) were counted in household \(there.joined(separator: ", ")) this year, and no "
        + "list of members has them in household \(claim.household)")
  }
}
