import Units

/// What is claimed with a case: as it was opened with, or as it was amended since.
package struct CaseClaim: Hashable, Sendable {
  /// The claim's id in the file that it came in with; `nil` of a case that came in without one.
  package let claim: String?
  package let opening: CaseOpening
  /// The whole cost and its parts; only of a case that was declared.
  package let cost: DeclaredCost?

  package init(claim: String?, _ opening: CaseOpening, cost: DeclaredCost?) {
    self.claim = claim
    self.opening = opening
    self.cost = cost
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    claim = try payload.optionalText("claim")
    opening = try CaseOpening(payload)
    cost = try payload.optionalYuan("total") == nil ? nil : DeclaredCost(payload)
  }

  var payload: Payload {
    var payload = Payload()
    payload.set("claim", claim)
    opening.write(to: &payload)
    cost?.write(to: &payload)
    return payload
  }
}

extension CaseClaim {
  /// What becomes otherwise, each in a phrase: what it was, and what it is.
  func changes(to now: CaseClaim, _ names: StepNames) -> [Wording] {
    let (was, new) = (opening, now.opening)
    var changes: [Wording] = []
    func add(_ name: Wording, _ before: Wording?, _ after: Wording?) {
      guard before != after else { return }
      let (before, after) = (before ?? Self.unsaid, after ?? Self.unsaid)
      changes.append(
        Wording(
          zh: "\(name.zh)由“\(before.zh)”改为“\(after.zh)”",
          en: "\(name.en) from '\(before.en)' to '\(after.en)'"))
    }
    func plain(_ text: String?) -> Wording? { text.map { Wording(zh: $0, en: $0) } }
    func answer(_ isYes: Bool?) -> Wording? {
      isYes.map { $0 ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no") }
    }
    add(Wording(zh: "申请编号", en: "the claim's id"), plain(claim), plain(now.claim))
    add(Wording(zh: "发票号", en: "the invoice's number"), plain(cost?.invoice), plain(now.cost?.invoice))
    add(
      Wording(zh: "总费用", en: "the total cost"), plain(cost?.total.grouped), plain(now.cost?.total.grouped))
    add(
      Wording(zh: "自付金额", en: "what is left to the household"), plain(was.amount.grouped),
      plain(new.amount.grouped))
    add(
      Wording(zh: "发生日期", en: "the day"), plain(was.incurredOn.description),
      plain(new.incurredOn.description))
    add(Wording(zh: "人员", en: "the person"), plain(was.person), plain(new.person))
    add(Wording(zh: "原因", en: "the cause"), was.cause.map(names.cause), new.cause.map(names.cause))
    add(
      Wording(zh: "是否已获赔偿", en: "whether others have compensated"), answer(was.compensated),
      answer(new.compensated))
    if changes.isEmpty, cost != now.cost {
      changes.append(Wording(zh: "各项报销的金额", en: "the sums that others paid"))
    }
    return changes
  }

  private static let unsaid = Wording(zh: "未说明", en: "not said")

  /// Whether somebody who signed for the one has not seen the other: the cost, its day, its cause, whose it is, or another
  /// answer. An answer where there was none is no other claim.
  package func isOther(than was: CaseClaim) -> Bool {
    opening.amount != was.opening.amount || isOtherCost(than: was)
      || opening.incurredOn != was.opening.incurredOn
      || opening.cause != was.opening.cause || opening.person != was.opening.person
      || was.opening.compensated != nil && opening.compensated != was.opening.compensated
  }

  private func isOtherCost(than was: CaseClaim) -> Bool {
    guard let cost, let before = was.cost else { return (cost == nil) != (was.cost == nil) }
    return cost.isOther(than: before)
  }
}
