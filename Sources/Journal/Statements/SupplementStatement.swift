package import Units

/// A corrected scheme pays more for a case that was decided, or counts what was not counted.
package struct SupplementStatement: CaseStatement {
  package static let kind = EntryKind.supplement
  package static let rule = StepRule(
    Wording(zh: "补付", en: "supplement"), from: [.approved, .settled, .paid, .returned, .exhausted, .denied],
    to: [.approved, .settled, .paid, .returned, .exhausted, .denied],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  /// What is to be paid more.
  package let amount: Yuan
  /// Whether it waits for the fund while the case goes on with what it was promised before.
  package let waitsBeside: Bool
  /// What the county is called on for.
  package let call: Yuan?
  /// What the case was paid, and what it would have been.
  package let was: Yuan
  package let becomes: Yuan
  /// The code of the reason under the corrected scheme.
  package let reason: String
  package let isCounted: Bool
  /// The benefit, the year in which it began, and the accumulator there.
  package let benefit: String?
  package let policyYear: Int?
  package let accumulator: Yuan?
  /// What is paid more for bills, or counts newly; none but of a screened case, whose benefit, year and sums stand there.
  package let bills: [SupplementedBill]

  package init(
    _ step: CaseStep, amount: Yuan, waitsBeside: Bool, call: Yuan?, was: Yuan, becomes: Yuan, reason: String,
    isCounted: Bool, benefit: String?, policyYear: Int?, accumulator: Yuan?, bills: [SupplementedBill] = []
  ) {
    self.step = step
    self.amount = amount
    self.waitsBeside = waitsBeside
    self.call = call
    self.was = was
    self.becomes = becomes
    self.reason = reason
    self.isCounted = isCounted
    self.benefit = benefit
    self.policyYear = policyYear
    self.accumulator = accumulator
    self.bills = bills
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    waitsBeside = try payload.optionalAnswer("waits") ?? false
    call = try payload.optionalYuan("call")
    was = try payload.yuan("was")
    becomes = try payload.yuan("becomes")
    reason = try payload.text("reason")
    isCounted = try payload.answer("counted")
    benefit = try payload.optionalText("benefit")
    policyYear = try payload.optionalNumber("policy_year")
    accumulator = try payload.optionalYuan("accumulator")
    bills = try SupplementedBill.read(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    if waitsBeside { payload.set("waits", true) }
    payload.set("call", call)
    payload.set("was", was)
    payload.set("becomes", becomes)
    payload.set("reason", reason)
    payload.set("counted", isCounted)
    payload.set("benefit", benefit)
    payload.set("policy_year", policyYear)
    payload.set("accumulator", accumulator)
    for bill in bills { payload.set(DecidedBill.key(bill.place), bill.payload) }
  }

  /// Whether the fund does not reach for it yet.
  package var isWaiting: Bool { waitsBeside || amount > .zero && step.to == .exhausted }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.supplements(self)) }

  package func sentence(_ names: StepNames) -> Wording {
    let more = Wording(zh: "补赔 \(amount.grouped) 元", en: "\(amount.grouped) more to be paid")
    return isWaiting ? more.followed(by: Wording(zh: "等待资金到位", en: "once the fund reaches")) : more
  }
}
