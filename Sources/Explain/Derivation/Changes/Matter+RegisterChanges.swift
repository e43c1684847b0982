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
              + "another cost needs its own claim id."
            : "Household, peril, day and amount are those of the first claim, and its decision stands; "
              + "another cost needs its own claim id."
        ),
        plain: Wording(
          zh: "以先前的决定为准；如果这是另一笔费用，请带它的单据重新申报。",
          en: "The earlier decision stands; if this is another cost, declare it again with its own papers."))
    }
    return Remark(
      "id-conflict",
      Wording(
        zh: derivation.firstClaim == nil
          ? "该编号已在以前批次中用于另一件申请。请报送单位核对：是另一件则换新编号，是笔误则更正。"
          : "同一编号下内容不同（见标记的行）。请报送单位核对：是另一件则换新编号，是笔误则更正。",
        en: derivation.firstClaim == nil
          ? "An earlier run counted another claim under this id. "
            + "The sender must check: a new id if it is another claim, a correction if it is a slip of the pen."
          : "One id with different contents (see the marked lines). "
            + "The sender must check: a new id if it is another claim, a correction if it is a slip of the pen."
      ),
      plain: Wording(
        zh: "请报送的单位核对：是另一笔费用就换编号，写错了就更正。",
        en: "The office that sent it must check: a new number if it is another cost, a correction if it is "
          + "a mistake."))
  }

  var withdrawalChange: Remark {
    Remark(
      "withdrawal",
      Wording(
        zh: "若不该撤回，请用同一编号再报一行更正，写明应有的金额。",
        en: "If it should not have been withdrawn, a further correction under its id states what it "
          + "amounts to."),
      plain: Wording(
        zh: "如果不该撤回，请写明应有的金额，再更正一次。",
        en: "If it should not have been withdrawn, please have it corrected once more, with the right sum."))
  }

  var registerChange: Remark {
    Remark(
      "register-entry",
      Wording(
        zh: "请村委会核对户编号；若该户应在名册上，由县防贫办补录后再行申报。",
        en: "The village committee should check the household id; if the household belongs on the register, "
          + "the county office enters it and the claim can be submitted again."),
      plain: Wording(
        zh: "请到村委会核对户编号；如果这一户应在名册上，由县防贫办补登，再申报一次。",
        en:
          "Please check the household's number with the village committee; if the household belongs on the register, "
          + "the county office enters it, and the cost is declared again."),
      [.init("household_id", .id(claim.household))])
  }

  var personChange: Remark {
    if let person = claim.person { return moveChange(person) }
    return Remark(
      "person-named",
      Wording(
        zh: "本方案按人累计：须补写人员编号。",
        en: "The scheme sums by person: the claim must name the person (person_id)."),
      plain: Wording(
        zh: "请说明是家里哪一位的费用。",
        en: "Please say which person of the household the cost is for."),
      [.init("peril", .word(peril.id, peril.name))])
  }

  /// The person was counted in another household: only a list of members says that they moved.
  private func moveChange(_ person: String) -> Remark {
    Remark(
      "person-moved",
      Wording(
        zh: "若人员 \(person) 确已迁入户 \(claim.household)，成员名单须把其列在该户（理算加 --members，"
          + "案卷簿用 casebook import members）；若是另一人，须另给人员编号。",
        en:
          "If person \(person) has moved to household \(claim.household), the list of members must have them "
          + "there (--members; in a casebook, casebook import members); if it is somebody else, they need an id "
          + "of their own."),
      plain: Wording(
        zh: "请村委会核实这位家人现在属于哪一户。",
        en: "Please have the village committee confirm which household this person belongs to now."),
      [.init("person_id", .id(person)), .init("household_id", .id(claim.household))])
  }

  /// The ids on the register that the claim's household is written like; `nil` where it is there itself, or none is.
  var likeHouseholds: Wording? {
    derivation.like.isEmpty
      ? nil
      : Wording(zh: derivation.like.joined(separator: "、"), en: derivation.like.joined(separator: ", "))
  }

  private func likeChange(_ ids: Wording) -> Remark {
    Remark(
      "household-like",
      Wording(
        zh: "请报送单位核对：若就是名册上的 \(ids.zh)，改正申请里的户编号；若是另一户，由县防贫办补录。",
        en: "The sender must check: if it is \(ids.en) on the register, the claim's household id is "
          + "corrected; if it is another household, the county office enters it."),
      plain: Wording(
        zh: "请核对户编号：名册上有 \(ids.zh)。",
        en: "Please check the household's number: the register has \(ids.en)."),
      [.init("household_id", .id(claim.household))]
        + derivation.like.enumerated().map { .init("like_\($0 + 1)", .id($1)) })
  }

  var entryChanges: [Remark] {
    if let likeHouseholds { return [likeChange(likeHouseholds)] }
    let office = Wording(
      zh: "由乡镇核实，县防贫办更正名册。", en: "The township verifies it and the county office corrects the register.")
    var faults: [(code: String, words: Wording, plain: Wording)] = []
    if household?.isClear == false {
      faults.append(
        (
          "entry-unclear",
          Wording(
            zh: "名册上该户的行须可辨读，且只有一种内容。",
            en: "Its row on the register must be readable and unambiguous."),
          Wording(zh: "这一户的登记要清楚，前后一致。", en: "Its entry must be legible and unambiguous.")
        ))
    }
    if household?.isClear != false, household?.group == nil {
      faults.append(
        (
          "group-missing",
          Wording(zh: "缺人群，或所填的词方案中没有。", en: "The group is missing, or not a word of the scheme."),
          Wording(zh: "没有登记属于哪一类户。", en: "The kind of household is not registered.")
        ))
    }
    if household?.isClear != false, (household?.members ?? 0) < 1 {
      faults.append(
        (
          "members-missing",
          Wording(zh: "缺人口，或人口不足 1。", en: "The number of members is missing, or below 1."),
          Wording(zh: "没有登记家里几口人。", en: "The number of members is not registered.")
        ))
    }
    func joined(_ words: Wording) -> Wording {
      Wording(zh: words.zh + office.zh, en: words.en + " " + office.en)
    }
    return faults.map { Remark($0.code, joined($0.words), plain: joined($0.plain)) }
  }

  var groupChange: Remark {
    let covered = scheme.groups.filter(\.isProtected)
    let own = group?.name ?? Wording(zh: "该人群", en: "this group")
    return Remark(
      "group-not-covered",
      Wording(
        zh: "方案只保障\(covered.map(\.name).listed.zh)，\(own.zh)不在其内。若人群登记有误，由县防贫办更正。",
        en: "The scheme protects these groups: \(covered.map(\.name).listed.en); not: \(own.en). "
          + "If the registered group is wrong, the county office corrects it."),
      plain: Wording(
        zh: "只保障\(covered.map(\.name).listed.zh)；如果登记错了，请县防贫办更正。",
        en:
          "Protected groups: \(covered.map(\.name).listed.en). If the household's group is wrong, ask the county "
          + "office to correct it."),
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
            en: "The cause '\(cause.name.en)' can be claimed as \(leads.en), not as \(peril.name.en)."),
          plain: Wording(
            zh: "\(cause.name.zh)的费用可以按\(leads.zh)申报。",
            en: "Costs of \(cause.name.en) can be declared as: \(leads.en)."),
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
          en: "For the group '\(group.name.en)' the scheme covers \(covered.listed.en), not \(peril.name.en)."
        ),
        plain: Wording(
          zh: "可以申报的是\(covered.listed.zh)的费用。",
          en: "Costs that can be declared: \(covered.listed.en)."),
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
        plain: Wording(
          zh: "只赔 \(from) 当天和以后发生的费用。", en: "Only what happened on \(from) or later is paid."),
        [.init("incurred_on", .day(claim.day)), .init("effective_from", .day(from))], from: origins)
    }
    let until = scheme.effectiveUntil
    let day = until?.description ?? ""
    return Remark(
      "after-last-day",
      Wording(
        zh: "事件须在 \(day) 或以前；\(claim.day) 在方案截止之后。",
        en: "The event would have to be on \(day) or earlier; \(claim.day) is after the scheme ended."),
      plain: Wording(
        zh: "只赔 \(day) 当天和以前发生的费用。", en: "Only what happened on \(day) or earlier is paid."),
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
            "The cause '\(name.en)' is paid only if nobody else has paid compensation, "
            + "and the claim says somebody has. "
            + "If a judgment remains unpaid, the claimant brings the court document and answers no."),
        plain: Wording(
          zh: "如果法院判了却没有拿到赔偿，请带法院文书来改报。",
          en: "If a court ordered compensation that was never paid, please bring the court document."),
        from: origins)
    }
    return Remark(
      "compensation-paper",
      Wording(
        zh: "缺：他人是否已经赔偿。原因“\(name.zh)”须由申请人提交法院文书（未获赔偿或判决未获执行）。",
        en:
          "Missing: whether others have paid compensation. For \(name.en) the claimant brings a court document "
          + "(no compensation, or an unpaid judgment)."),
      plain: Wording(
        zh: "请带来法院文书，证明没有得到赔偿，或判了没有拿到。",
        en: "Please bring a court document showing that no compensation was paid, or that a judgment "
          + "remains unpaid."),
      from: origins)
  }
}
