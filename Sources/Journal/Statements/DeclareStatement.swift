package import Units

/// A household declares what befell it, with its consent to have its assets checked: a case begins.
package struct DeclareStatement: CaseStatement {
  package static let kind = EntryKind.declare
  package static let rule = StepRule(
    Wording(zh: "受理申报", en: "declare"), from: [], to: [.opened], by: [.village, .township, .county],
    signs: .intake, stages: [.opened: .opened], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let opening: CaseOpening
  package let cost: DeclaredCost
  /// Whether somebody declares in the household's stead.
  package let byProxy: Bool
  package let personal: PersonalReference?
  /// Where another case holds a cost of the same day and total.
  package let another: OtherCost?

  package init(
    _ step: CaseStep, _ opening: CaseOpening, _ cost: DeclaredCost, byProxy: Bool,
    personal: PersonalReference?, another: OtherCost? = nil
  ) {
    self.step = step
    self.opening = opening
    self.cost = cost
    self.byProxy = byProxy
    self.personal = personal
    self.another = another
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    opening = try CaseOpening(payload)
    cost = try DeclaredCost(payload)
    byProxy = try payload.answer("by_proxy")
    guard try payload.answer("consent") else { throw MissingMember(key: "consent") }
    personal = try payload.personal()
    another = try OtherCost(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    opening.write(to: &payload)
    cost.write(to: &payload)
    payload.set("by_proxy", byProxy)
    payload.set("consent", true)
    payload.set(personal)
    another?.write(to: &payload)
  }

  package var ownWords: [String] { another.map { [$0.reason] } ?? [] }

  package var change: StepChange { StepChange(.opens(opening)) }

  package func sentence(_ names: StepNames) -> Wording {
    let way =
      byProxy ? Wording(zh: "代为申报", en: "declared by a proxy") : Wording(zh: "申报", en: "declared")
    var declared = opening.sentence(way, total: cost.total, names)
    if let invoice = cost.invoice {
      declared = declared.followed(by: Wording(zh: "发票号 \(invoice)", en: "invoice \(invoice)"))
    }
    return another.map { declared.followed(by: $0.words) } ?? declared
  }
}
