import Batch
import Files
import Rules
import Tables
import Units

extension AdjudicateText {
  /// Whether the list of payouts comes to what was decided, if one was written.
  var payoutsAgree: Bool {
    let approved = summary.tally.entry(.approved)
    return summary.payouts.map { $0.claims == approved.claims && $0.payout == approved.payout } ?? true
  }

  /// The first rejected rows of a preview; `nil` where there are none.
  func firstRejects(_ language: Language) -> String? {
    let (rows, count) = (summary.firstRejects, summary.rejectedRows)
    guard !rows.isEmpty else { return nil }
    var table = AlignedTable(right: [], indent: "  ")
    for row in rows {
      let (value, file) = (Diagnostic.harmless(row.reject.value), Diagnostic.harmless(row.file))
      table.add([row.reject.at.text(in: file), row.reject.field, value, row.reject.what[language]])
    }
    let title = Wording(
      zh: rows.count < count ? "剔除行（\(count.grouped) 行中的前 \(rows.count) 行）" : "剔除行",
      en: rows.count < count ? "rejected rows, the first \(rows.count) of \(count.grouped)" : "rejected rows")
    return title[language] + "\n" + table.text
  }

  /// What is to be done now: what stands in the way first.
  var next: [Wording] {
    let (rejected, pended) = (
      summary.rejectedRows, summary.tally.entry(.pended).claims
    )
    var steps: [Wording] = []
    if summary.missesHouseholds {
      steps.append(
        Wording(zh: "先看最上面的“注意”，改正后再理算", en: "see to what is said at the top first, and run again"))
    }
    if rejected > 0 {
      steps.append(
        Wording(
          zh: "剔除的 \(rejected.grouped) 行没有理算：照所列的问题改正，再理算一次",
          en: "\(rejected.counted("row")) rejected and not decided: mend what is listed, and run again"))
    }
    if pended > 0 {
      let missing = Reason.allCases.filter { summary.tally.entry($0).claims > 0 }.compactMap(
        AdjudicateText.lack)
      steps.append(
        Wording(
          zh: "待补 \(pended.grouped) 件：" + missing.map(\.zh).joined(separator: "、"),
          en: "\(pended.counted("claim")) pended, waiting for: " + missing.map(\.en).joined(separator: ", ")))
    }
    return steps + (request.isPreview ? [afterPreview(isClear: steps.isEmpty)] : afterwards)
  }

  private func afterPreview(isClear: Bool) -> Wording {
    isClear
      ? Wording(zh: "没有要看的；去掉 --preview 正式理算", en: "nothing to look at: run without --preview")
      : Wording(zh: "然后去掉 --preview 正式理算", en: "then run without --preview")
  }

  /// What becomes of what was written.
  private var afterwards: [Wording] {
    var steps: [Wording] = []
    if let path = request.payouts {
      if payoutsAgree {
        steps.append(Wording(zh: "照 \(written(path).zh) 付款", en: "pay as \(written(path).en) says"))
      }
    } else if summary.tally.entry(.approved).claims > 0 {
      steps.append(
        Wording(zh: "要各户应付的清单，加 --payouts F", en: "for what each household is paid, add --payouts F"))
    }
    steps.append(
      request.detail
        ? Wording(
          zh: "留好这份明细，下次用 --earlier 接续",
          en: "keep the decisions: the next run carries on from them with --earlier")
        : Wording(
          zh: "下次要接着算的，用 --detail 写决定",
          en: "if a later run is to carry on from this one, write it with --detail"))
    return steps
  }

  /// What a pended claim waits for; `nil` for the reasons of other outcomes.
  private static func lack(_ reason: Reason) -> Wording? {
    switch reason {
    case .claimIDConflict: Wording(zh: "重号的申请另编号", en: "ids of their own for different claims")
    case .householdUnclear: Wording(zh: "理清名册上的户", en: "clear entries on the register")
    case .compensationUnknown: Wording(zh: "写明是否已获赔偿", en: "whether others have compensated")
    case .verificationIncomplete: Wording(zh: "名册上补齐资产", en: "the assets on the register")
    case .incomeUnknown: Wording(zh: "名册上补年收入", en: "the income on the register")
    case .protectionLineUnknown: Wording(zh: "当年的防贫保障线", en: "the protection line of the year")
    case .schemeSilent: Wording(zh: "方案未公布的数值", en: "values that the scheme does not have")
    case .personUnknown:
      Wording(
        zh: "写明人员编号（迁入别户的，在 --members 的名单里列在现在的户）",
        en: "the person's id, or a list of members (--members) that has who moved in the household of now")
    case .duplicateClaim, .withdrawn, .unknownHousehold, .groupNotCovered, .perilNotCovered,
      .outsideCoveragePeriod, .compensatedElsewhere, .disqualifyingAsset, .aboveProtectionLine,
      .belowWarningLine, .capExhausted, .noFurtherBenefit, .roundsToZero, .coveredToCap, .covered:
      nil
    }
  }
}
