package import Units

/// A case that waited for the fund is promised its money.
package struct TakeUpStatement: CaseStatement {
  package static let kind = EntryKind.takeUp
  package static let rule = StepRule(
    Wording(zh: "资金到位", en: "take up"), from: [.exhausted], to: [.approved],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let amount: Yuan
  /// The code of the decision.
  package let reason: String?

  package init(_ step: CaseStep, amount: Yuan, reason: String?) {
    self.step = step
    self.amount = amount
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    reason = try payload.optionalText("reason")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.promises(amount)) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "资金到位，待赔付 \(amount.grouped) 元", en: "the fund reaches: \(amount.grouped) is promised")
  }
}
