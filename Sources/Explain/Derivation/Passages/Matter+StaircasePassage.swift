import Claims
import Rules
import Units

extension Matter {
  /// From the remaining cost to the payout; `nil` where the warning line was not passed.
  var staircasePassage: Passage? {
    guard let money = decision.money, let plan, let benefit, money.accumulator > plan.warningLine
    else { return nil }
    let remaining = plan.remaining(money.accumulator)
    let staircase = plan.staircase
    let parts: [Passage.Part] = [
      .fact(
        Fact(
          "reading", Wording(zh: "算法", en: "reading"),
          .word(staircase.reading.rawValue, staircase.reading.name),
          from: [scheme.origin(staircase.readingProvenance)])),
      .table(bandTable(staircase, remaining: remaining)),
    ]
    return Passage(
      "staircase", Wording(zh: "按阶梯计算", en: "What the staircase pays"),
      parts + productFacts(staircase, remaining: remaining) + payoutFacts(money, plan: plan, benefit: benefit)
    )
  }

  private func bandTable(_ staircase: Staircase, remaining: Yuan) -> Table {
    let hit = staircase.band(of: remaining)
    var columns: [Table.Column] = [
      .init("band", Wording(zh: "计赔余额（元）", en: "remaining cost, yuan")),
      .init("rate", Wording(zh: "比例", en: "rate")),
    ]
    if staircase.reading == .byBand {
      columns += [
        .init("slice", Wording(zh: "档内部分", en: "slice")),
        .init("product", Wording(zh: "部分 × 比例", en: "slice × rate")),
      ]
    }
    let rows = staircase.bands.map { band in
      var cells: [Value] = [.band(band), .rate(band.rate)]
      if staircase.reading == .byBand {
        let slice = Matter.slice(of: remaining, in: band)
        cells += [.yuan(slice), .exact(ExactYuan(band.rate, of: slice))]
      }
      return Table.Row(cells, isMarked: band == hit, from: [scheme.origin(band.provenance)])
    }
    return Table("bands", columns: columns, rows: rows)
  }

  /// The part of a cost that lies in a band.
  private static func slice(of cost: Yuan, in band: Staircase.Band) -> Yuan {
    guard cost > band.lower else { return .zero }
    return (band.upper.map { min(cost, $0) } ?? cost) - band.lower
  }

  /// The product before it is rounded, and the one rounding.
  private func productFacts(_ staircase: Staircase, remaining: Yuan) -> [Passage.Part] {
    let exact: ExactYuan
    let note: Wording
    switch staircase.reading {
    case .whole:
      let rate = staircase.band(of: remaining)?.rate ?? .zero
      exact = ExactYuan(rate, of: remaining)
      note = Wording(zh: "\(remaining.grouped) × \(rate)", en: "\(remaining.grouped) × \(rate)")
    case .byBand:
      exact = staircase.bands.reduce(ExactYuan(.zero)) {
        $0 + ExactYuan($1.rate, of: Matter.slice(of: remaining, in: $1))
      }
      note = Wording(zh: "各档之和", en: "the sum of the slices")
    }
    let earned = staircase.benefit(on: remaining)
    let rounding =
      exact.isWholeFen
      ? Wording(zh: "恰为整分，无须取舍", en: "whole fen: nothing to round")
      : Wording(zh: "累计一次四舍五入到分", en: "rounded once, half up to the fen")
    return [
      .fact(Fact("product", Wording(zh: "比例所得", en: "share of it"), .exact(exact), note: note)),
      .fact(
        Fact(
          "earned", Wording(zh: "取整到分", en: "to the fen"), .yuan(earned), note: rounding,
          from: [scheme.origin(scheme.roundingProvenance)])),
    ]
  }

  private func payoutFacts(_ money: Decision.Money, plan: Plan, benefit: Benefit) -> [Passage.Part] {
    var parts: [Passage.Part] = [.fact(capFact(plan, benefit))]
    if plan.capsHouseholdOfPersons, money.paidUnderCap != money.paidBefore {
      parts.append(
        .fact(
          Fact(
            "paid_under_cap", Wording(zh: "封顶额内全户已赔", en: "paid under the cap"), .yuan(money.paidUnderCap),
            note: Wording(zh: "含本户其他人", en: "to others of the household too"))))
    }
    let payoutNote =
      decision.payout == .zero && money.paidBefore >= money.benefit && money.paidBefore > .zero
      ? Wording(zh: "应赔不高于已赔；已赔的不追回", en: "not above what was paid; nothing is taken back")
      : Wording(zh: "累计应赔 − 此前已赔", en: "cumulative benefit − paid before")
    let isHeld = plan.staircase.benefit(on: plan.remaining(money.accumulator)) > money.benefit
    parts += [
      .fact(
        Fact(
          "benefit", Wording(zh: "累计应赔", en: "cumulative benefit"), .yuan(money.benefit),
          note: isHeld ? Wording(zh: "以封顶额为限", en: "held to the cap") : nil)),
      .fact(Fact("paid_before", Wording(zh: "此前已赔", en: "paid before"), .yuan(money.paidBefore))),
      .fact(
        Fact("payout", Wording(zh: "本次赔付", en: "paid now"), .yuan(decision.payout), note: payoutNote)),
    ]
    return parts
  }

  private func capFact(_ plan: Plan, _ benefit: Benefit) -> Fact {
    let origins = [scheme.origin(benefit.cap)]
    let label = Wording(zh: "年度封顶额", en: "cap of the year")
    guard let cap = plan.cap(members: members), let unit = plan.capUnit else {
      return Fact("cap", label, .word("none", Wording(zh: "无", en: "none")), from: origins)
    }
    let note =
      plan.capsEachMember
      ? Wording(zh: "\(members) 人 × \(unit.grouped)", en: "\(members) members × \(unit.grouped)")
      : plan.sumsByPerson && !plan.capsHouseholdOfPersons
        ? Wording(zh: "每人", en: "a person") : Wording(zh: "每户", en: "a household")
    return Fact("cap", label, .yuan(cap), note: note, from: origins)
  }
}
