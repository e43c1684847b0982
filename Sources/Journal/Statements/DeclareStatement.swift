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

  package init(
    _ step: CaseStep, _ opening: CaseOpening, total: Yuan, basicInsurance: Yuan,
    criticalIllnessInsurance: Yuan, medicalAssistance: Yuan, other: Yuan, byProxy: Bool,
    personal: PersonalReference?
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
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    step = try CaseStep(said)
    opening = try CaseOpening(said)
    total = try said.yuan("total")
    basicInsurance = try said.yuan("basic_insurance")
    criticalIllnessInsurance = try said.yuan("critical_illness_insurance")
    medicalAssistance = try said.yuan("medical_assistance")
    other = try said.yuan("other")
    byProxy = try said.answer("by_proxy")
    guard try said.answer("consent") else { throw MissingMember(key: "consent") }
    personal = try said.personal()
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    opening.write(to: &payload)
    payload.say("total", total)
    payload.say("basic_insurance", basicInsurance)
    payload.say("critical_illness_insurance", criticalIllnessInsurance)
    payload.say("medical_assistance", medicalAssistance)
    payload.say("other", other)
    payload.say("by_proxy", byProxy)
    payload.say("consent", true)
    payload.say(personal)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.opens(opening)) }

  package func sentence(_ names: StepNames) -> Wording {
    let way =
      byProxy ? Wording(zh: "代为申报", en: "declared by a proxy") : Wording(zh: "申报", en: "declared")
    return opening.sentence(way, total: total, names)
  }
}
