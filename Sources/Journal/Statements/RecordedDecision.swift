package import Claims
package import Rules
package import Units

/// What the entry of a decision says of it: the adjudicator's words and figures, and what was known of the household.
package struct RecordedDecision: Hashable, Sendable {
  /// The reason's code, as it is recorded; ``reason`` where we know it.
  package let reasonCode: String
  package let outcomeWord: String
  package let isCounted: Bool
  package let payout: Yuan
  /// The codes of all rows that applied.
  package let findings: [String]
  /// The benefit's id in the scheme, and the year in which it began; where the claim counts.
  package let benefit: String?
  package let policyYear: Int?
  package let accumulator: Yuan?
  package let paidBefore: Yuan?
  /// What was paid before under the cap, where that is another sum than ``paidBefore``.
  package let paidUnderCap: Yuan?
  /// What the accumulator has earned so far.
  package let earned: Yuan?
  /// `nil` where the household was not on the register.
  package let known: KnownHousehold?
  /// What the county is called on for.
  package let call: Yuan?
  /// What was decided of each bill, in that order; none but of a screened case, whose benefit, year, sums and household stand
  /// with its bills.
  package let bills: [DecidedBill]

  /// What was decided, and what it rests on.
  package init(
    reason: Reason, payout: Yuan, findings: Findings, benefit: String?, money: Decision.Money?,
    known: KnownHousehold?, call: Yuan?
  ) {
    reasonCode = reason.code
    outcomeWord = reason.outcome.rawValue
    isCounted = reason.isCounted
    self.payout = payout
    self.findings = findings.reasons.map(\.code)
    self.benefit = money == nil ? nil : benefit
    policyYear = money?.policyYear.began
    accumulator = money?.accumulator
    paidBefore = money?.paidBefore
    paidUnderCap = money.flatMap { $0.paidUnderCap == $0.paidBefore ? nil : $0.paidUnderCap }
    earned = money?.benefit
    self.known = known
    self.call = call
    bills = []
  }

  /// What was decided of a screened case: it pays what its bills are paid.
  ///
  /// - Parameter bills: at least one, the deciding one decided.
  package init(of bills: [DecidedBill], calling call: Yuan?) {
    guard let deciding = bills.deciding?.decision, let payout = bills.payout else {
      preconditionFailure("a screened case is decided by one of its bills")
    }
    reasonCode = deciding.reasonCode
    outcomeWord = deciding.outcomeWord
    isCounted = bills.isCounted
    self.payout = payout
    findings = []
    (benefit, policyYear, accumulator, paidBefore) = (nil, nil, nil, nil)
    (paidUnderCap, earned, known) = (nil, nil, nil)
    self.call = call
    self.bills = bills
  }

  /// - Parameter hasBills: whether it may be a screened case's; a claim of a batch has none, and is not asked for them.
  init(_ payload: PayloadReader, hasBills: Bool = false) throws(MissingMember) {
    reasonCode = try payload.text("reason")
    outcomeWord = try payload.text("outcome")
    isCounted = try payload.answer("counted")
    payout = try payload.yuan("payout")
    findings = try payload.texts("findings")
    benefit = try payload.optionalText("benefit")
    policyYear = try payload.optionalNumber("policy_year")
    accumulator = try payload.optionalYuan("accumulator")
    paidBefore = try payload.optionalYuan("paid_before")
    paidUnderCap = try payload.optionalYuan("paid_under_cap")
    earned = try payload.optionalYuan("earned")
    known = try KnownHousehold.read(payload)
    call = try payload.optionalYuan("call")
    bills = hasBills ? try DecidedBill.read(payload) : []
  }

  func write(to payload: inout Payload) {
    payload.set("reason", reasonCode)
    payload.set("outcome", outcomeWord)
    payload.set("counted", isCounted)
    payload.set("payout", payout)
    payload.set("findings", findings)
    payload.set("benefit", benefit)
    payload.set("policy_year", policyYear)
    payload.set("accumulator", accumulator)
    payload.set("paid_before", paidBefore)
    payload.set("paid_under_cap", paidUnderCap)
    payload.set("earned", earned)
    KnownHousehold.write(known, to: &payload)
    payload.set("call", call)
    for (index, bill) in bills.enumerated() { bill.write(to: &payload, place: index + 1) }
  }

  /// What was known of the household: of a screened case by the bill that gives it its reason.
  package var knownHousehold: KnownHousehold? { known ?? bills.deciding?.decision?.known }

  /// The reason, where its code is one of ours.
  package var reason: Reason? { Reason(code: reasonCode) }
  /// The outcome, where its word is one of ours.
  package var outcome: Outcome? { Outcome(rawValue: outcomeWord) }

  /// The outcome for people.
  package var outcomeName: Wording { reason?.outcome.name ?? Wording(zh: outcomeWord, en: outcomeWord) }
  /// The reason for people.
  package var reasonName: Wording { reason?.name ?? Wording(zh: reasonCode, en: reasonCode) }

  /// The decision in a sentence.
  var sentence: Wording {
    var words = Wording(
      zh: "\(outcomeName.zh)：\(reasonName.zh)", en: "\(outcomeName.en): \(reasonName.en)")
    if payout > .zero {
      words = words.followed(
        by: Wording(zh: "赔付 \(payout.grouped) 元", en: "\(payout.grouped) to be paid"))
    }
    if let accumulator {
      words = words.followed(
        by: Wording(zh: "累计额 \(accumulator.grouped) 元", en: "accumulator \(accumulator.grouped)"))
    }
    if let call {
      words = words.followed(
        by: Wording(zh: "请县里补足 \(call.grouped) 元", en: "the county is called on for \(call.grouped)"))
    }
    return words
  }

  /// What it says otherwise than it should, and what that is: for whoever has decided again.
  ///
  /// - Parameter money: the benefit's id, the year in which it began and what the accumulator has earned; where it counts.
  package func differences(
    from reason: Reason, payout: Yuan, _ money: (benefit: String, year: Int, earned: Yuan)?
  ) -> [(key: String, says: String, should: String)] {
    let checks: [(key: String, says: String?, should: String?)] = [
      ("reason", reasonCode, reason.code), ("outcome", outcomeWord, reason.outcome.rawValue),
      ("counted", "\(isCounted)", "\(reason.isCounted)"), ("benefit", benefit, money?.benefit),
      ("policy_year", policyYear.map { "\($0)" }, money.map { "\($0.year)" }),
      ("earned", earned?.description, money?.earned.description),
      ("payout", self.payout.description, payout.description),
    ]
    return checks.filter { $0.says != $0.should }.map { ($0.key, $0.says ?? "—", $0.should ?? "—") }
  }
}
