package import Units

/// A sum that waited for the fund is promised to its case.
package struct TakeUpStatement: CaseStatement {
  package static let kind = EntryKind.takeUp
  package static let rule = StepRule(
    Wording(zh: "资金到位", en: "take up"), from: [.approved, .settled, .returned, .exhausted],
    to: [.approved, .settled, .returned],
    by: [.county, .insurer], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let amount: Yuan
  /// What the county is called on for.
  package let call: Yuan?
  /// The entry by which the sum began to wait; `nil` in journals of before, where a case waited for all of it at once.
  package let waited: Int?
  /// The code of the decision.
  package let reason: String?

  package init(_ step: CaseStep, amount: Yuan, call: Yuan?, waited: Int?, reason: String?) {
    self.step = step
    self.amount = amount
    self.call = call
    self.waited = waited
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    call = try payload.optionalYuan("call")
    waited = try payload.optionalNumber("entry")
    reason = try payload.optionalText("reason")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    payload.set("call", call)
    payload.set("entry", waited)
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.promises(amount, call: call)) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "资金到位，待赔付 \(amount.grouped) 元", en: "the fund reaches: \(amount.grouped) is promised")
  }
}
