import Claims
import Rules
import Units

extension Matter {
  /// The claim as it was declared.
  var declarationPassage: Passage {
    let causeNote = Wording(zh: "未填写", en: "not stated")
    var parts: [Passage.Part] = [
      .fact(Fact("claim_id", Wording(zh: "申请编号", en: "claim"), .id(claim.id))),
      .fact(Fact("household_id", Wording(zh: "户编号", en: "household"), .id(claim.household))),
    ]
    if let person = claim.person {
      parts.append(.fact(Fact("person_id", Wording(zh: "人员编号", en: "person"), .id(person))))
    }
    parts += [
      .fact(Fact("peril", Wording(zh: "险别", en: "peril"), .word(peril.id, peril.name))),
      .fact(
        Fact(
          "incurred_on", Wording(zh: "发生日期", en: "day of the event"), .day(claim.day), note: peril.eventDay,
          from: [scheme.origin(peril.provenance)])),
      .fact(
        Fact(
          "amount", Wording(zh: "金额", en: "amount"), .yuan(claim.amount), note: peril.cost,
          from: [scheme.origin(peril.provenance)])),
      .fact(
        Fact(
          "cause", Wording(zh: "原因", en: "cause"),
          cause.map { .word($0.id, $0.name) } ?? .word("", causeNote))),
    ]
    if claim.compensated != nil || cause?.onlyIfUncompensated == true {
      parts.append(
        .fact(
          Fact(
            "compensated", Wording(zh: "是否已获赔偿", en: "compensated by others"),
            claim.compensated.map { .flag($0) } ?? .missing)))
    }
    if claim.corrects { parts.append(.remark(correctionRemark)) }
    return Passage("declaration", Wording(zh: "申请内容", en: "The claim as declared"), parts)
  }

  /// What a correction has done to the claim that it replaces.
  private var correctionRemark: Remark {
    guard let taken = derivation.takenOut else {
      let words = Wording(
        zh: "这一行是更正；以前没有计入编号为 \(claim.id) 的申请，没有从累计额取出什么。",
        en: "The row is a correction; no claim \(claim.id) was counted, so nothing is taken out of an "
          + "account.")
      return Remark("correction", words)
    }
    let words = Wording(
      zh: "这一行更正以前计入的申请 \(claim.id)：原来的 \(taken.grouped) 元已从累计额取出；已赔的不收回，从应赔中减去。",
      en: "The row corrects claim \(claim.id), which was counted: its \(taken.grouped) yuan are taken out "
        + "of the "
        + "accumulator; what was paid stays paid, and is reckoned against the benefit.")
    return Remark("correction", words, [.init("taken_out", .yuan(taken))])
  }

  /// What the register says of the household.
  var householdPassage: Passage {
    let title = Wording(zh: "该户情况（以名册为准）", en: "The household on the register")
    guard let household else {
      let words = Wording(
        zh: "名册上没有户编号 \(claim.household)。", en: "The register has no household \(claim.household).")
      return Passage("household", title, [.remark(Remark("not-on-register", words))])
    }
    let year = claim.day.year - 1
    var parts: [Passage.Part] = [
      .fact(
        Fact(
          "group", Wording(zh: "人群", en: "group"), group.map { .word($0.id, $0.name) } ?? .missing,
          from: group.map { [scheme.origin($0.provenance)] } ?? [])),
      .fact(
        Fact(
          "members", Wording(zh: "人口", en: "members"), household.members.map { .count($0) } ?? .missing)),
      .fact(
        Fact(
          "annual_income", Wording(zh: "年收入", en: "yearly income"),
          household.income.map { .yuan($0) } ?? .missing,
          note: Wording(zh: "\(year) 年全户纯收入，不扣除所申请的费用", en: "net, for \(year), before the claimed cost"))),
    ]
    for asset in Scheme.Asset.allCases {
      let count = household.assets[asset.rawValue]
      guard let limit = scheme.assetLimits[asset.rawValue] else {
        if let count { parts.append(.fact(Fact(asset.key, asset.name, .count(count)))) }
        continue
      }
      let most = limit.value.map { Wording(zh: "至多 \($0)", en: "at most \($0)") }
      parts.append(
        .fact(
          Fact(
            asset.key, asset.name, count.map { .count($0) } ?? .missing, note: most,
            from: [scheme.origin(limit)])))
    }
    if !household.isClear {
      let words = Wording(
        zh: "名册上该户的行无法辨读，或出现多次而内容不同。",
        en: "Its row on the register cannot be read, or appears more than once with different contents.")
      parts.append(.remark(Remark("entry-unclear", words)))
    }
    return Passage("household", title, parts)
  }
}
