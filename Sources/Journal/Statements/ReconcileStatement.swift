package import Units

/// The bank has answered: the money is in the account, or it has come back; or an answer is put right that was recorded wrongly.
package struct ReconcileStatement: CaseStatement {
  package static let kind = EntryKind.reconcile
  package static let rule = StepRule(
    Wording(zh: "对账", en: "reconcile"), from: [.settled, .reversed, .paid, .returned, .approved, .exhausted],
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
  /// Why the answer recorded before, which was the other one, is wrong, in words; `nil` of a first answer.
  package let corrects: String?

  package init(
    _ step: CaseStep, payment: Int, amount: Yuan, isPaid: Bool, reason: String?, corrects: String? = nil
  ) {
    self.step = step
    self.payment = payment
    self.amount = amount
    self.isPaid = isPaid
    self.reason = reason
    self.corrects = corrects
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    payment = try payload.number("payment")
    amount = try payload.yuan("amount")
    isPaid = try payload.answer("paid")
    reason = try payload.optionalText("reason")
    corrects = try payload.optionalText("corrects")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("payment", payment)
    payload.set("amount", amount)
    payload.set("paid", isPaid)
    payload.set("reason", reason)
    payload.set("corrects", corrects)
  }

  /// What is in accounts by it that was not, or below zero what is in them no longer.
  package var paid: Yuan {
    if isPaid { return amount }
    return corrects == nil ? .zero : .zero - amount
  }

  /// What is the fund's again by it, or below zero its no longer: what has come back of a case whose decision was taken back, for
  /// which nothing is promised any more.
  package var freed: Yuan {
    guard step.to == .reversed else { return .zero }
    if corrects != nil { return .zero - paid }
    return isPaid ? .zero : amount
  }

  /// What is promised by it and was not, or below zero what is promised no longer.
  package var promised: Yuan { .zero - paid - freed }

  package var ownWords: [String] { [reason, corrects].compactMap { $0 } }

  package var change: StepChange { StepChange(.answers(self)) }

  package func sentence(_ names: StepNames) -> Wording {
    guard let corrects else { return answer }
    return Wording(zh: "更正对账：\(answer.zh)；\(corrects)", en: "answer corrected: \(answer.en); \(corrects)")
  }

  private var answer: Wording {
    isPaid
      ? Wording(
        zh: "付款 \(payment) 已到账：\(amount.grouped) 元",
        en: "payment \(payment) is in the account: \(amount.grouped)")
      : Wording(
        zh: "付款 \(payment) 被银行退回：\(reason ?? "—")",
        en: "payment \(payment) has come back: \(reason ?? "—")")
  }
}
