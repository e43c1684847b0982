import Files
package import Units

/// The village's two committees comment on the case.
package struct AppraiseStatement: CaseStatement {
  package static let kind = EntryKind.appraise
  package static let rule = StepRule(
    Wording(zh: "评议", en: "appraise"), from: [.visited], to: [.appraised],
    by: [.village], signs: .village, stages: [.appraised: .appraised], byFile: .appraise,
    standsOnSlips: true)

  package let step: CaseStep
  /// Whether they support it.
  package let supports: Bool
  package let note: String?

  package init(_ step: CaseStep, supports: Bool, note: String?) {
    self.step = step
    self.supports = supports
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    supports = try payload.answer("supports")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("supports", supports)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    supports
      ? Wording(zh: "村级评议：支持", en: "the village supports the case")
      : Wording(zh: "村级评议：不支持", en: "the village does not support the case")
  }
}
