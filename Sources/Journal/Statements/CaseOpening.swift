package import Units

/// What every entry says that opens a case: what befell whom, when, and what it cost.
package struct CaseOpening: Hashable, Sendable {
  package let person: String?
  /// A word of the scheme.
  package let peril: String
  /// A word of the scheme.
  package let cause: String?
  package let incurredOn: Day
  /// The cost left to the household.
  package let amount: Yuan
  /// Whether others have made good for it, where somebody said.
  package let compensated: Bool?

  package init(
    person: String?, peril: String, cause: String?, incurredOn: Day, amount: Yuan, compensated: Bool?
  ) {
    self.person = person
    self.peril = peril
    self.cause = cause
    self.incurredOn = incurredOn
    self.amount = amount
    self.compensated = compensated
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    person = try payload.optionalText("person")
    peril = try payload.text("peril")
    cause = try payload.optionalText("cause")
    incurredOn = try payload.day("incurred_on")
    amount = try payload.yuan("amount")
    compensated = try payload.optionalAnswer("compensated")
  }

  func write(to payload: inout Payload) {
    payload.set("person", person)
    payload.set("peril", peril)
    payload.set("cause", cause)
    payload.set("incurred_on", incurredOn)
    payload.set("amount", amount)
    payload.set("compensated", compensated)
  }

  /// What befell, when, and what is left to the household, after how it came in.
  func sentence(_ way: Wording, total: Yuan?, _ names: StepNames) -> Wording {
    let peril = names.peril(peril)
    let total = total.map { Wording(zh: "，总费用 \($0.grouped) 元", en: ", total cost \($0.grouped)") }
    return Wording(
      zh: "\(way.zh)：\(peril.zh)，\(incurredOn) 发生\(total?.zh ?? "")，自付 \(amount.grouped) 元",
      en: "\(way.en): \(peril.en) of \(incurredOn)\(total?.en ?? ""), \(amount.grouped) left to the household"
    )
  }
}
