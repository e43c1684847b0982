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
      let why = denial
      return Wording(zh: "不予赔付：\(why.zh)。", en: "Nothing is paid: \(why.en).")
    case .pended:
      let why = pend
      return Wording(zh: "待补材料，暂不决定：\(why.zh)。", en: "Not decided yet: \(why.en).")
    }
  }

  private var lineWords: Wording {
    guard let money = decision.money, let plan else { return reason.name }
    let cost = money.accumulator.words
    let line = plan.warningLine.words
    return Wording(
      zh: "本年度累计 \(cost.zh)，超过防贫预警线 \(line.zh)",
      en: "the year's counted cost, \(cost.en), has passed the warning line of \(line.en)")
  }

  private var denial: Wording {
    switch reason {
    case .duplicateClaim:
      return Wording(zh: "同一件申请（\(claim.id)）已经提出过", en: "the same claim (\(claim.id)) was presented before")
    case .unknownHousehold:
      return Wording(
        zh: "户编号 \(claim.household) 不在名册上", en: "household \(claim.household) is not on the register")
    case .groupNotCovered:
      guard let group else { return reason.name }
      return Wording(
        zh: "本方案不保障\(group.name.zh)", en: "the scheme does not protect this group: \(group.name.en)")
    case .perilNotCovered:
      if let cause, !cause.perils.contains(claim.peril) {
        return Wording(
          zh: "原因“\(cause.name.zh)”不能申报\(peril.name.zh)",
          en: "the cause \(cause.name.en) does not lead to \(peril.name.en)")
      }
      return Wording(
        zh: "本方案对该人群不保障\(peril.name.zh)", en: "the scheme does not cover \(peril.name.en) for this group")
    case .outsideCoveragePeriod: return periodComparison?.words ?? reason.name
    case .disqualifyingAsset:
      let assets = Scheme.Asset.allCases.filter { asset in
        guard let most = scheme.assetLimits[asset.rawValue]?.value,
          let count = household?.assets[asset.rawValue]
        else { return false }
        return count > most
      }
      let names = assets.map(\.name).listed
      return Wording(
        zh: "家庭资产超过规定（\(names.zh)）", en: "the household owns more than the scheme allows (\(names.en))")
    case .aboveProtectionLine:
      guard let line = incomeLine, let income = household?.income else { return reason.name }
      return Wording(
        zh: "全户年收入 \(income.words.zh)，不低于 \(members) 人的防贫保障线 \(line.total.words.zh)",
        en: "the household's income of \(income.words.en) is not below the protection line of "
          + "\(line.total.words.en) for \(members) people")
    case .belowWarningLine:
      guard let money = decision.money, let plan else { return reason.name }
      return Wording(
        zh: "本年度累计 \(money.accumulator.words.zh)，没有超过防贫预警线 \(plan.warningLine.words.zh)",
        en: "the year's counted cost, \(money.accumulator.words.en), has not passed the warning line of "
          + plan.warningLine.words.en)
    case .capExhausted:
      guard let cap = plan?.cap(members: members) else { return reason.name }
      return Wording(
        zh: "本年度已经赔到封顶额 \(cap.words.zh)", en: "the cap of the year, \(cap.words.en), has been paid already")
    case .noFurtherBenefit:
      guard let money = decision.money else { return reason.name }
      return Wording(
        zh: "累计应赔 \(money.benefit.words.zh)，不高于本年度已赔的 \(money.paidBefore.words.zh)",
        en:
          "the cumulative benefit of \(money.benefit.words.en) is not above the \(money.paidBefore.words.en) "
          + "already paid this year")
    default: return reason.name
    }
  }

  private var pend: Wording {
    switch reason {
    case .claimIDConflict:
      Wording(
        zh: "申请编号 \(claim.id) 已用于另一件申请", en: "claim id \(claim.id) belongs to a different claim")
    case .householdUnclear:
      Wording(zh: "名册上该户的资料不清，须先更正", en: "the household's entry on the register must be mended first")
    case .compensationUnknown:
      Wording(zh: "须先说明他人是否已经赔偿", en: "it must be said whether others have compensated")
    case .verificationIncomplete:
      Wording(zh: "有关部门的资产核查结果还没有齐", en: "the departments' answers on assets are not complete")
    case .incomeUnknown:
      Wording(
        zh: "缺该户 \(claim.day.year - 1) 年的收入证明",
        en: "the household's income of \(claim.day.year - 1) is missing")
    case .protectionLineUnknown:
      Wording(
        zh: "适用于 \(claim.day.year) 年事件的防贫保障线还不知道",
        en: "the protection line for events of \(claim.day.year) is not known")
    case .schemeSilent: Wording(zh: "方案没有公布所需的数值", en: "the scheme has not published a figure that is needed")
    default: reason.name
    }
  }
}
