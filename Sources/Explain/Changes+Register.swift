import Claims
import Rules
import Units

/// Rows 1 to 8: the claim, the register and what the scheme covers.
extension Matter {
  func idChange(_ row: Reason) -> Remark {
    if row == .duplicateClaim {
      let earlier = derivation.firstClaim == nil
      return Remark(
        "same-claim",
        Wording(
          zh: earlier
            ? "同一件申请已在以前批次中计入，以那次决定为准；若是另一笔费用，请用新的申请编号申报。"
            : "户、险别、日期、金额均与先前的申请相同，以先前的决定为准；若是另一笔费用，请用新的申请编号申报。",
          en: earlier
            ? "The same claim was counted in an earlier run, and that decision stands; "
              + "another cost needs a claim id of its own."
            : "Household, peril, day and amount are those of the first claim, and its decision stands; "
              + "another cost needs a claim id of its own."
        ))
    }
    return Remark(
      "id-conflict",
      Wording(
        zh: derivation.firstClaim == nil
          ? "该编号已在以前批次中用于另一件申请。请报送单位核对：是另一件则换新编号，是笔误则更正。"
          : "同一编号下内容不同（见标记的行）。请报送单位核对：是另一件则换新编号，是笔误则更正。",
        en: derivation.firstClaim == nil
          ? "An earlier run counted another claim under this id. "
            + "Whoever sent it must say: a new id for another claim, or a correction."
          : "One id, two contents (see the marked lines). "
            + "Whoever sent it must say: a new id for another claim, or a correction."
      ))
  }

  var registerChange: Remark {
    Remark(
      "register-entry",
      Wording(
        zh: "请村委会核对户编号；若该户应在名册上，由县防贫办补录后再行申报。",
        en: "The village committee should check the household id; if the household belongs on the register, "
          + "the county office enters it and the claim is presented again."),
      [.init("household_id", .id(claim.household))])
  }

  var entryChanges: [Remark] {
    let office = Wording(
      zh: "由乡镇核实，县防贫办更正名册。", en: "The township verifies it and the county office mends the register.")
    var faults: [(String, Wording)] = []
    if household?.isClear == false {
      faults.append(
        (
          "entry-unclear",
          Wording(
            zh: "名册上该户的行须可辨读，且只有一种内容。",
            en: "Its row on the register must be readable, and say one thing only."
          )
        ))
    }
    if household?.isClear != false, household?.group == nil {
      faults.append(
        (
          "group-missing",
          Wording(zh: "缺人群，或所填的词方案中没有。", en: "The group is missing, or not a word of the scheme.")
        ))
    }
    if household?.isClear != false, (household?.members ?? 0) < 1 {
      faults.append(
        ("members-missing", Wording(zh: "缺人口，或人口不足 1。", en: "The number of members is missing, or below 1.")))
    }
    return faults.map {
      Remark($0.0, Wording(zh: $0.1.zh + office.zh, en: $0.1.en + " " + office.en))
    }
  }

  var groupChange: Remark {
    let covered = scheme.groups.filter(\.isProtected)
    let own = group?.name ?? Wording(zh: "该人群", en: "this group")
    return Remark(
      "group-not-covered",
      Wording(
        zh: "方案只保障\(covered.map(\.name).listed.zh)，\(own.zh)不在其内。若人群登记有误，由县防贫办更正。",
        en: "The scheme protects \(covered.map(\.name).listed.en), and not \(own.en). "
          + "If the group is registered wrongly, the county office mends it."),
      [.init("group", group.map { .word($0.id, $0.name) } ?? .missing)],
      from: group.map { [scheme.origin($0.provenance)] } ?? [])
  }

  var perilChanges: [Remark] {
    var remarks: [Remark] = []
    if let cause, !cause.perils.contains(claim.peril) {
      let leads = cause.perils.map { scheme.perils[$0].name }.listed
      remarks.append(
        Remark(
          "cause-leads-elsewhere",
          Wording(
            zh: "原因“\(cause.name.zh)”只能申报：\(leads.zh)，不能申报\(peril.name.zh)。",
            en: "The cause \(cause.name.en) leads to \(leads.en), and not to \(peril.name.en)."),
          [.init("cause", .word(cause.id, cause.name)), .init("peril", .word(peril.id, peril.name))],
          from: [scheme.origin(cause.provenance)]))
    }
    guard let group, let index = household?.group, group.isProtected, benefit == nil else { return remarks }
    let covered = scheme.benefits.filter { $0.groups.contains(index) }.map { scheme.perils[$0.peril].name }
    remarks.append(
      Remark(
        "peril-not-promised",
        Wording(
          zh: "方案对\(group.name.zh)保障：\(covered.listed.zh)，不含\(peril.name.zh)。",
          en: "For \(group.name.en) the scheme covers \(covered.listed.en), and not \(peril.name.en)."),
        [.init("group", .word(group.id, group.name)), .init("peril", .word(peril.id, peril.name))]))
    return remarks
  }

  var periodChange: Remark {
    let origins = [scheme.origin(scheme.effectiveFrom)]
    if let from = scheme.effectiveFrom.value, claim.day < from {
      return Remark(
        "before-first-day",
        Wording(
          zh: "事件须在 \(from) 或以后；\(claim.day) 在生效之前。",
          en: "The event would have to be on \(from) or later; \(claim.day) is before the scheme began."),
        [.init("incurred_on", .day(claim.day)), .init("effective_from", .day(from))], from: origins)
    }
    let until = scheme.effectiveUntil
    let day = until?.description ?? ""
    return Remark(
      "after-last-day",
      Wording(
        zh: "事件须在 \(day) 或以前；\(claim.day) 在方案截止之后。",
        en: "The event would have to be on \(day) or earlier; \(claim.day) is after the scheme ended."),
      [.init("incurred_on", .day(claim.day)), .init("effective_until", until.map { .day($0) } ?? .missing)],
      from: origins)
  }

  func compensationChange(_ row: Reason) -> Remark {
    let name = cause?.name ?? Wording(zh: "该原因", en: "this cause")
    let origins = cause.map { [scheme.origin($0.provenance)] } ?? []
    if row == .compensatedElsewhere {
      return Remark(
        "compensated",
        Wording(
          zh: "原因“\(name.zh)”只在他人未予赔偿时赔付，而申报已获赔偿。若判决未获执行，请申请人提交法院文书，改报“否”。",
          en:
            "The cause \(name.en) is paid only where nobody else has compensated, "
            + "and the claim says somebody has. "
            + "If a judgment stays unpaid, the claimant brings the court's paper and declares no."),
        from: origins)
    }
    return Remark(
      "compensation-paper",
      Wording(
        zh: "缺：他人是否已经赔偿。原因“\(name.zh)”须由申请人提交法院文书（未获赔偿或判决未获执行）。",
        en: "Missing: whether others have compensated. For \(name.en) the claimant brings a court paper "
          + "(no compensation, or a judgment that stays unpaid)."), from: origins)
  }
}
