import Rules
import Units

extension SchemePages {
  private var plan: Administration { scheme.administration }

  /// The most of each asset that a household may have.
  var assets: Passage {
    let parts = Scheme.Asset.allCases.map { asset in
      let limit = scheme.assetLimits[asset.rawValue]
      guard let limit else {
        return fact(asset.key, asset.name, .words(Wording(zh: "不作要求", en: "not considered")))
      }
      return figure(asset.key, asset.name, limit) { .words(Wording(zh: "至多 \($0)", en: "at most \($0)")) }
    }
    return Passage("assets", Wording(zh: "资产核查", en: "Verification of assets"), parts)
  }

  /// Notice, payment and who may approve what.
  var procedure: Passage {
    var parts = [
      figure("disclosure_days", Wording(zh: "公示", en: "public notice"), plan.disclosureDays) {
        .words(Wording(zh: "\($0) 日", en: "\($0.counted("day"))"))
      },
      figure("payment_working_days", Wording(zh: "赔款到账", en: "payment"), plan.paymentWorkingDays) {
        .words(Wording(zh: "审批后 \($0) 个工作日内", en: "within \($0.counted("working day")) of approval"))
      },
    ]
    for limit in plan.approvalLimits {
      parts.append(
        figure(
          limit.role, Wording(zh: limit.name.zh + "审批", en: "approval, " + limit.name.en), limit.upTo,
          note: limit.upTo.value.flatMap { $0 }.map { _ in
            Wording(zh: "以内，每户每保障年度", en: "or less per household and policy year")
          }
        ) { $0.map { .yuan($0) } ?? .words(Wording(zh: "不限额", en: "without limit")) })
    }
    parts += [answerValidity, retention]
    return Passage("procedure", Wording(zh: "公示、审批与赔款", en: "Public notice, approval and payment"), parts)
  }

  /// Premium, cover and fund.
  var money: Passage {
    Passage(
      "money", Wording(zh: "保费与基金", en: "Premium and fund"),
      [
        figure(
          "premium", Wording(zh: "保费", en: "premium"), plan.premium,
          note: Wording(zh: "每人每年", en: "per villager and year")
        ) { .yuan($0) },
        figure(
          "fund", Wording(zh: "县财政每年出资", en: "yearly fund"), plan.fund
        ) { .yuan($0) },
        figure("cover", Wording(zh: "参保比例", en: "cover"), plan.cover) {
          .words(Wording(zh: "农村人口的 \($0)", en: "\($0) of the rural population"))
        },
        figure("on_deficit", Wording(zh: "基金不足时", en: "if the fund falls short"), plan.onDeficit) {
          switch $0 {
          case .callCounty:
            .words(
              Wording(
                zh: "照常办理，并记录由县财政补足的金额",
                en: "cases go on, and the amount the county must make up is recorded"))
          case .pend: .words(Wording(zh: "案件等待资金到位", en: "cases wait for the fund"))
          }
        },
        figure(
          "when_short", Wording(zh: "等待资金的次序", en: "order of those waiting"), plan.whenShort
        ) {
          switch $0 {
          case .inOrder:
            .words(
              Wording(
                zh: "按决定的先后，后面的案件不得提前",
                en: "in the order of the decisions; no case overtakes another"))
          case .whatFits:
            .words(
              Wording(
                zh: "按决定的先后，资金不够的先跳过", en: "in the order of the decisions, passing over what does not fit"))
          }
        },
      ])
  }

  /// Measures that help a household earn; `nil` where there are none.
  var support: Passage? {
    guard !plan.support.isEmpty else { return nil }
    let rows = plan.support.map { measure in
      let groups = measure.groups.map { scheme.groups[$0] }
      return remark(
        measure.id,
        Wording(
          zh: "\(measure.name.zh)（\(groups.map(\.name).listed.zh)）：\(measure.text.zh)",
          en: "\(measure.name.en) (\(groups.map(\.id).joined(separator: ", "))): \(measure.text.en)"),
        [scheme.origin(measure.provenance)])
    }
    return Passage("support", Wording(zh: "保险之外的帮扶", en: "Support besides the insurance"), rows)
  }
}
