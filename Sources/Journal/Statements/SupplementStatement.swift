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
  package let again: DecidedAgain
  /// What is paid more for bills, or counts newly; none but of a screened case, whose benefit, year and sums stand there.
  package let bills: [BillDecidedAgain]

  package init(
    _ step: CaseStep, amount: Yuan, waitsBeside: Bool, call: Yuan?, again: DecidedAgain,
    bills: [BillDecidedAgain] = []
  ) {
    self.step = step
    self.amount = amount
    self.waitsBeside = waitsBeside
    self.call = call
    self.again = again
    self.bills = bills
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    waitsBeside = try payload.optionalAnswer("waits") ?? false
    call = try payload.optionalYuan("call")
    again = try DecidedAgain(payload)
    bills = try BillDecidedAgain.read(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    if waitsBeside { payload.set("waits", true) }
    payload.set("call", call)
    again.write(to: &payload)
    for bill in bills { bill.write(to: &payload) }
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
