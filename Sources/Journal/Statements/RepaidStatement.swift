package import Units

/// Money that a case was paid has come back into the fund after its decision was taken back.
package struct RepaidStatement: CaseStatement {
  package static let kind = EntryKind.repaid
  package static let rule = StepRule(
    Wording(zh: "退款入账", en: "repaid"), from: [.reversed], to: [.reversed],
    by: [.insurer, .county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let amount: Yuan
  package let note: String?

  package init(_ step: CaseStep, amount: Yuan, note: String?) {
    self.step = step
    self.amount = amount
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.repays(amount)) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "退款入账 \(amount.grouped) 元", en: "\(amount.grouped) has come back")
  }
}
