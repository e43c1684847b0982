package import Units

/// A payment goes to the bank.
package struct SettleStatement: CaseStatement {
  package static let kind = EntryKind.settle
  package static let rule = StepRule(
    Wording(zh: "赔付", en: "settle"), from: [.approved], to: [.settled],
    by: [.insurer], signs: .settlement, stages: [.settled: .settled], byFile: nil,
    standsOnSlips: true)

  package let step: CaseStep
  /// The number of the payment.
  package let payment: Int
  /// The number of the settlement it goes with.
  package let settlement: Int
  package let amount: Yuan
  /// The code of the decision.
  package let reason: String?
  /// The row of personal data with the account.
  package let payee: Int

  package init(_ step: CaseStep, payment: Int, settlement: Int, amount: Yuan, reason: String?, payee: Int) {
    self.step = step
    self.payment = payment
    self.settlement = settlement
    self.amount = amount
    self.reason = reason
    self.payee = payee
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    payment = try payload.number("payment")
    settlement = try payload.number("settlement")
    amount = try payload.yuan("amount")
    reason = try payload.optionalText("reason")
    payee = try payload.number("payee")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("payment", payment)
    payload.set("settlement", settlement)
    payload.set("amount", amount)
    payload.set("reason", reason)
    payload.set("payee", payee)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.sends(amount)) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(
      zh: "付款 \(payment)，批次 \(settlement)：\(amount.grouped) 元",
      en: "payment \(payment) in settlement \(settlement): \(amount.grouped)")
  }
}
