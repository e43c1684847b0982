import Claims
import Rules
import Units

extension Matter {
  /// The rows of the decision table in order, up to the one that decided.
  var checks: [Check] {
    Reason.allCases.filter { row in
      row.rawValue <= reason.rawValue && scheme.asks(row) && (row != .withdrawn || claim.corrects)
    }.map(check)
  }

  func checksPassage(_ checks: [Check]) -> Passage {
    Passage(
      "decision-table", Wording(zh: "逐行对照决定表", en: "The decision table, row by row"),
      checks.map { .check($0) })
  }

  private func check(_ row: Reason) -> Check {
    let applies = row == reason
    let telling = comparison(of: row)
    let finding =
      telling ?? Remark(applies ? "applies" : "passed", applies ? row.name : Matter.passed(row))
    return Check(row: row, applies: applies, isTelling: applies || telling != nil, finding: finding)
  }

  /// The event against the scheme's days; `nil` where its first day is unpublished.
  var periodComparison: Remark? {
    guard let from = scheme.effectiveFrom.value else { return nil }
    let origins = [scheme.origin(scheme.effectiveFrom)]
    let values: [Remark.Named] = [
      .init("incurred_on", .day(claim.day)), .init("effective_from", .day(from)),
      .init("effective_until", scheme.effectiveUntil.map { .day($0) } ?? .missing),
    ]
    let words: Wording
    if claim.day < from {
      words = Wording(
        zh: "事件 \(claim.day)，早于生效日 \(from)", en: "event \(claim.day), before the first day, \(from)")
    } else if let until = scheme.effectiveUntil {
      words =
        claim.day > until
        ? Wording(
          zh: "事件 \(claim.day)，晚于截止日 \(until)", en: "event \(claim.day), after the last day, \(until)")
        : Wording(zh: "事件在 \(from) 至 \(until) 之内", en: "event within \(from) to \(until)")
    } else {
      words = Wording(
        zh: "事件不早于生效日 \(from)，方案无截止日", en: "event not before the first day, \(from); there is no last day")
    }
    return Remark("period", words, values, from: origins)
  }

  var assetComparison: Remark? {
    guard let household else { return nil }
    var phrases: [Wording] = []
    var values: [Remark.Named] = []
    var origins: [Origin] = []
    for asset in Scheme.Asset.allCases {
      guard let limit = scheme.assetLimits[asset.rawValue], let most = limit.value,
        let count = household.assets[asset.rawValue]
      else { continue }
      let sign = count > most ? ">" : "≤"
      phrases.append(
        Wording(
          zh: "\(asset.name.zh) \(count) \(sign) \(most)", en: "\(asset.name.en) \(count) \(sign) \(most)"))
      values += [.init(asset.key, .count(count)), .init("most_\(asset.key)", .count(most))]
      origins.append(scheme.origin(limit))
    }
    return phrases.isEmpty ? nil : Remark("assets", phrases.listed, values, from: origins)
  }

  var incomeComparison: Remark? {
    guard let household, let income = household.income, let line = incomeLine else { return nil }
    let sign = ExactYuan(income) < line.total ? "<" : "≥"
    let sum = "\(members) × \(line.perMember.grouped) = \(line.total.grouped)"
    let words = Wording(
      zh: "\(members) 人年收入 \(income.grouped) \(sign) \(sum)；\(line.drawing.zh)",
      en: "income \(income.grouped) for \(members.counted("member")) \(sign) \(sum); \(line.drawing.en)")
    var values: [Remark.Named] = [
      .init("annual_income", .yuan(income)), .init("members", .count(members)),
      .init("line_per_member", .exact(line.perMember)), .init("line", .exact(line.total)),
    ]
    if let multiple = line.multiple {
      values += [
        .init("multiple", .multiple(multiple.millionths)),
        .init("national_standard", .yuan(multiple.standard.amount)),
        .init("standard_year", .count(multiple.standard.year)),
      ]
    }
    return Remark("income", words, values, from: line.origins)
  }

  var lineComparison: Remark? {
    guard let money = decision.money, let plan, let benefit else { return nil }
    let sign = money.accumulator > plan.warningLine ? ">" : "≤"
    let comparison = "\(money.accumulator.grouped) \(sign) \(plan.warningLine.grouped)"
    return Remark(
      "warning-line", Wording(zh: "累计额 \(comparison) 预警线", en: "accumulator \(comparison), the warning line"),
      [.init("accumulator", .yuan(money.accumulator)), .init("warning_line", .yuan(plan.warningLine))],
      from: [scheme.origin(benefit.warningLine)])
  }

  /// Rows 17 and 18 are worth a line only where something was paid before.
  func paidComparison(_ row: Reason) -> Remark? {
    guard let money = decision.money, let plan else { return nil }
    if row == .capExhausted {
      guard money.paidUnderCap > .zero, let cap = plan.cap(members: members) else { return nil }
      let sign = money.paidUnderCap == cap ? "=" : money.paidUnderCap < cap ? "<" : ">"
      let comparison = "\(money.paidUnderCap.grouped) \(sign) \(cap.grouped)"
      return Remark(
        "paid-and-cap", Wording(zh: "本年度已赔 \(comparison) 封顶额", en: "paid this year \(comparison), the cap"),
        [.init("paid_before", .yuan(money.paidUnderCap)), .init("cap", .yuan(cap))])
    }
    guard money.paidBefore > .zero else { return nil }
    let comparison =
      "\(money.benefit.grouped) \(money.benefit <= money.paidBefore ? "≤" : ">") \(money.paidBefore.grouped)"
    return Remark(
      "benefit-and-paid",
      Wording(zh: "累计应赔 \(comparison) 已赔", en: "cumulative benefit \(comparison), paid before"),
      [.init("benefit", .yuan(money.benefit)), .init("paid_before", .yuan(money.paidBefore))])
  }
}

extension Scheme {
  /// Whether a row of the decision table can ever apply under the scheme: one that cannot is not worth a line.
  fileprivate func asks(_ row: Reason) -> Bool { row != .personUnknown || needsPersons }
}
