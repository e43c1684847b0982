package import Units

/// A household declares what befell it, with its consent to have its assets checked: a case begins.
package struct DeclareStatement: CaseStatement {
  package static let kind = EntryKind.declare
  package static let rule = StepRule(
    Wording(zh: "受理申报", en: "declare"), from: [], to: [.opened], by: [.village, .township, .county],
    signs: .intake, stages: [.opened: .opened], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let opening: CaseOpening
  /// The whole cost or loss, and what came back of it from others.
  package let total: Yuan
  package let basicInsurance: Yuan
  package let criticalIllnessInsurance: Yuan
  package let medicalAssistance: Yuan
  package let other: Yuan
  /// Whether somebody declares in the household's stead.
  package let byProxy: Bool
  package let personal: PersonalReference?
  /// Where another case holds a cost of the same day and total.
  package let another: OtherCost?

  package init(
    _ step: CaseStep, _ opening: CaseOpening, total: Yuan, basicInsurance: Yuan,
    criticalIllnessInsurance: Yuan, medicalAssistance: Yuan, other: Yuan, byProxy: Bool,
    personal: PersonalReference?, another: OtherCost? = nil
  ) {
    self.step = step
    self.opening = opening
    self.total = total
    self.basicInsurance = basicInsurance
    self.criticalIllnessInsurance = criticalIllnessInsurance
    self.medicalAssistance = medicalAssistance
    self.other = other
    self.byProxy = byProxy
    self.personal = personal
    self.another = another
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    opening = try CaseOpening(payload)
    total = try payload.yuan("total")
    basicInsurance = try payload.yuan("basic_insurance")
    criticalIllnessInsurance = try payload.yuan("critical_illness_insurance")
    medicalAssistance = try payload.yuan("medical_assistance")
    other = try payload.yuan("other")
    byProxy = try payload.answer("by_proxy")
    guard try payload.answer("consent") else { throw MissingMember(key: "consent") }
    personal = try payload.personal()
    another = try OtherCost(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    opening.write(to: &payload)
    payload.set("total", total)
    payload.set("basic_insurance", basicInsurance)
    payload.set("critical_illness_insurance", criticalIllnessInsurance)
    payload.set("medical_assistance", medicalAssistance)
    payload.set("other", other)
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
    let declared = opening.sentence(way, total: total, names)
    guard let another else { return declared }
    return declared.followed(
      by: Wording(
        zh: "与\(another.holder.name.zh) 是两笔费用：\(another.reason)",
        en: "another cost than \(another.holder.name.en): \(another.reason)"))
  }
}
