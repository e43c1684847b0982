package import Units

/// The bank has answered: the money is in the account, or it has come back.
package struct ReconcileStatement: CaseStatement {
  package static let kind = EntryKind.reconcile
  package static let rule = StepRule(
    Wording(zh: "对账", en: "reconcile"), from: [.settled, .reversed],
    to: [.paid, .returned, .approved, .exhausted, .reversed],
    by: [.insurer], signs: .settlement, stages: [.paid: .paid, .approved: .paid, .exhausted: .paid],
    byFile: nil,
    standsOnSlips: true)

  package let step: CaseStep
  /// The number of the payment.
  package let payment: Int
  package let amount: Yuan
  /// Whether it is in the account.
  package let isPaid: Bool
  /// The code of the decision, or why the money came back, in the bank's words.
  package let reason: String?

  package init(_ step: CaseStep, payment: Int, amount: Yuan, isPaid: Bool, reason: String?) {
    self.step = step
    self.payment = payment
    self.amount = amount
    self.isPaid = isPaid
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    payment = try payload.number("payment")
    amount = try payload.yuan("amount")
    isPaid = try payload.answer("paid")
    reason = try payload.optionalText("reason")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("payment", payment)
    payload.set("amount", amount)
    payload.set("paid", isPaid)
    payload.set("reason", reason)
  }

  /// Whether it brings back what a decision had sent that was taken back since.
  package var freesReversed: Bool { !isPaid && step.to == .reversed }

  package var ownWords: [String] { [reason].compactMap { $0 } }

  package var change: StepChange { StepChange(.answers(amount, isPaid: isPaid)) }

  package func sentence(_ names: StepNames) -> Wording {
    isPaid
      ? Wording(
        zh: "付款 \(payment) 已到账：\(amount.grouped) 元",
        en: "payment \(payment) is in the account: \(amount.grouped)")
      : Wording(
        zh: "付款 \(payment) 被银行退回：\(reason ?? "—")",
        en: "payment \(payment) has come back: \(reason ?? "—")")
  }
}
