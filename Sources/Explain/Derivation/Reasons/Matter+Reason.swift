import Claims
import Rules
import Units

/// What an explanation says of each reason: whoever adds a row to the decision table writes its words here.
extension Matter {
  /// The reason in everyday words.
  var plainReason: Wording {
    switch reason {
    case .duplicateClaim:
      Wording(zh: "这笔费用以前已经申报过，同一笔费用只算一次", en: "this cost was declared before, and a cost counts once")
    case .claimIDConflict:
      Wording(zh: "申报的编号已经用在另一笔费用上", en: "its claim number is already used for another cost")
    case .withdrawn: Wording(zh: "这笔费用已经撤回", en: "the cost was withdrawn")
    case .unknownHousehold:
      Wording(
        zh: "名册上没有编号为 \(claim.household) 的户", en: "no household \(claim.household) is on the register")
    case .householdUnclear:
      likeHouseholds.map {
        Wording(
          zh: "名册上没有编号为 \(claim.household) 的户，只有写法相近的 \($0.zh)",
          en: "no household \(claim.household) is on the register, only one written like it: \($0.en)")
      } ?? Wording(zh: "名册上这一户的资料不清楚", en: "what the register says of the household is unclear")
    case .groupNotCovered:
      Wording(
        zh: "登记为\(group?.name.zh ?? "其他人群")的户不在保障之内",
        en: "the household's registered group (\(group?.name.en ?? "another group")) is not protected")
    case .perilNotCovered: uncovered
    case .outsideCoveragePeriod:
      Wording(
        zh: "事情发生在 \(claim.day)，那时方案不在执行", en: "it happened on \(claim.day), when the scheme was not in force"
      )
    case .compensatedElsewhere: Wording(zh: "已经从别处得到赔偿", en: "compensation was received from elsewhere")
    case .disqualifyingAsset: Wording(zh: "家庭资产超过了规定", en: "the household owns more than is allowed")
    case .aboveProtectionLine: tooMuchIncome
    case .compensationUnknown:
      Wording(
        zh: "还没有说明是否从别处得到赔偿", en: "it has not been stated whether compensation was received from elsewhere")
    case .verificationIncomplete: Wording(zh: "家庭资产还没有查清", en: "what the household owns is not verified yet")
    case .incomeUnknown:
      Wording(
        zh: "还不知道全家 \(claim.day.year - 1) 年的收入",
        en: "the household's income for \(claim.day.year - 1) is not known yet")
    case .protectionLineUnknown:
      Wording(
        zh: "\(claim.day.year) 年的收入界限还没有定", en: "the income limit for \(claim.day.year) is not set yet")
    case .schemeSilent: Wording(zh: "有一项规定县里没有公布", en: "a rule that is needed was not published")
    case .personUnknown:
      claim.person == nil
        ? Wording(
          zh: "申报没有写明是家里哪一位的费用",
          en: "it has not been stated which member of the household the cost is for")
        : Wording(
          zh: "这位家人本年度已作为另一户的人申报过，还不能确定属于哪一户",
          en: "this person was already counted in another household this year, and it is not certain to "
            + "which of the two they belong")
    case .belowWarningLine, .capExhausted, .noFurtherBenefit, .roundsToZero, .coveredToCap, .covered: counted
    }
  }

  /// The reason in the words of the office.
  var headlineReason: Wording {
    switch reason {
    case .duplicateClaim:
      Wording(zh: "同一件申请（\(claim.id)）已经提出过", en: "the same claim (\(claim.id)) was submitted before")
    case .claimIDConflict:
      Wording(
        zh: "申请编号 \(claim.id) 已用于另一件申请", en: "claim id \(claim.id) belongs to a different claim")
    case .withdrawn:
      Wording(
        zh: "申请 \(claim.id) 更正为 0.00，即撤回", en: "claim \(claim.id) is corrected to 0.00, that is, withdrawn")
    case .unknownHousehold:
      Wording(
        zh: "户编号 \(claim.household) 不在名册上", en: "household \(claim.household) is not on the register")
    case .householdUnclear:
      likeHouseholds.map {
        Wording(
          zh: "户编号 \(claim.household) 不在名册上；名册上写法相近的是 \($0.zh)",
          en: "household \(claim.household) is not on the register; written like it there: \($0.en)")
      } ?? Wording(zh: "名册上该户的资料不清，须先更正", en: "the household's entry on the register must be corrected first")
    case .groupNotCovered: groupHeadline
    case .perilNotCovered: perilHeadline
    case .outsideCoveragePeriod: periodComparison?.words ?? reason.name
    case .disqualifyingAsset: assetHeadline
    case .aboveProtectionLine: incomeHeadline
    case .compensationUnknown:
      Wording(zh: "须先说明他人是否已经赔偿", en: "it must be stated whether others have paid compensation")
    case .verificationIncomplete:
      Wording(zh: "有关部门的资产核查结果还没有齐", en: "the departments' answers on assets are not complete")
    case .incomeUnknown:
      Wording(
        zh: "缺该户 \(claim.day.year - 1) 年的收入证明",
        en: "the household's income for \(claim.day.year - 1) is missing")
    case .protectionLineUnknown:
      Wording(
        zh: "适用于 \(claim.day.year) 年事件的防贫保障线还不知道",
        en: "the protection line for events of \(claim.day.year) is not known")
    case .schemeSilent:
      Wording(zh: "方案没有公布所需的数值", en: "the scheme has not published a figure that is needed")
    case .personUnknown: personHeadline
    case .belowWarningLine: belowLineHeadline
    case .capExhausted: capHeadline
    case .noFurtherBenefit: noFurtherHeadline
    case .compensatedElsewhere, .roundsToZero, .coveredToCap, .covered: reason.name
    }
  }

  /// What it means that a row does not apply.
  static func passed(_ row: Reason) -> Wording {
    switch row {
    case .duplicateClaim: Wording(zh: "未曾申请", en: "not submitted before")
    case .claimIDConflict: Wording(zh: "编号不冲突", en: "id not taken")
    case .withdrawn: Wording(zh: "没有撤回", en: "not withdrawn")
    case .unknownHousehold: Wording(zh: "户在名册上", en: "on the register")
    case .householdUnclear: Wording(zh: "资料清楚", en: "entry clear")
    case .groupNotCovered: Wording(zh: "人群受保障", en: "group protected")
    case .perilNotCovered: Wording(zh: "险别受保障", en: "peril covered")
    case .outsideCoveragePeriod: Wording(zh: "在保障期内", en: "within the scheme's days")
    case .compensatedElsewhere: Wording(zh: "没有申报已获赔偿", en: "no compensation by others declared")
    case .disqualifyingAsset: Wording(zh: "资产未超过规定", en: "no asset disqualifies")
    case .aboveProtectionLine: Wording(zh: "未查明收入达到保障线", en: "income not known to reach the line")
    case .compensationUnknown: Wording(zh: "赔偿情况已明或无须说明", en: "compensation known or irrelevant")
    case .verificationIncomplete: Wording(zh: "资产核查齐全", en: "assets verified")
    case .incomeUnknown: Wording(zh: "收入已知", en: "income known")
    case .protectionLineUnknown: Wording(zh: "保障线已知", en: "protection line known")
    case .schemeSilent: Wording(zh: "所需数值均已公布", en: "every figure needed is published")
    case .personUnknown: Wording(zh: "人员明确，或按户累计", en: "person known, or summed by household")
    case .belowWarningLine: Wording(zh: "超过预警线", en: "warning line exceeded")
    case .capExhausted: Wording(zh: "未赔至封顶", en: "cap not paid out")
    case .noFurtherBenefit: Wording(zh: "应赔高于已赔", en: "benefit above what was paid")
    case .roundsToZero: Wording(zh: "应赔额不为零", en: "benefit not zero")
    case .coveredToCap: Wording(zh: "未达封顶", en: "cap not reached")
    case .covered: Wording(zh: "予以赔付", en: "covered")
    }
  }

  /// The figures that a row compares, where it is worth telling them.
  func comparison(of row: Reason) -> Remark? {
    switch row {
    case .outsideCoveragePeriod: periodComparison
    case .disqualifyingAsset: assetComparison
    case .aboveProtectionLine: incomeComparison
    case .belowWarningLine: lineComparison
    case .capExhausted, .noFurtherBenefit: paidComparison(row)
    case .duplicateClaim, .claimIDConflict, .withdrawn, .unknownHousehold, .householdUnclear,
      .groupNotCovered,
      .perilNotCovered, .compensatedElsewhere, .compensationUnknown, .verificationIncomplete,
      .incomeUnknown, .protectionLineUnknown, .schemeSilent, .personUnknown, .roundsToZero, .coveredToCap,
      .covered:
      nil
    }
  }

  /// What would have to be different about a row.
  func changes(for row: Reason) -> [Remark] {
    switch row {
    case .duplicateClaim, .claimIDConflict: [idChange(row)]
    case .unknownHousehold: [registerChange]
    case .householdUnclear: entryChanges
    case .groupNotCovered: [groupChange]
    case .perilNotCovered: perilChanges
    case .outsideCoveragePeriod: [periodChange]
    case .compensatedElsewhere, .compensationUnknown: [compensationChange(row)]
    case .disqualifyingAsset: assetChanges
    case .aboveProtectionLine: incomeChanges
    case .verificationIncomplete: missingAssetChanges
    case .incomeUnknown: [incomePaperChange]
    case .protectionLineUnknown: [standardChange]
    case .schemeSilent: silentChanges
    case .personUnknown: [personChange]
    case .belowWarningLine: lineChanges
    case .capExhausted: [capChange]
    case .noFurtherBenefit, .roundsToZero: [nextPaymentChange(row)]
    case .withdrawn: [withdrawalChange]
    case .coveredToCap, .covered: []
    }
  }
}
