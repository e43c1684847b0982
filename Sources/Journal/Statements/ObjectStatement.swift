import Files
package import Units

/// Somebody objects while the notice hangs.
package struct ObjectStatement: CaseStatement {
  package static let kind = EntryKind.object
  package static let rule = StepRule(
    Wording(zh: "异议", en: "object"), from: [.disclosed], to: [.disclosed],
    by: [.village, .township, .county], signs: nil, stages: [:], byFile: .object, standsOnSlips: false)

  package let step: CaseStep
  /// The last day of public notice.
  package let until: Day?
  /// The number of the objection.
  package let objection: Int
  /// Who objects, where that was said.
  package let personal: PersonalReference?
  package let note: String?

  package init(_ step: CaseStep, until: Day?, objection: Int, personal: PersonalReference?, note: String?) {
    self.step = step
    self.until = until
    self.objection = objection
    self.personal = personal
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    until = try payload.optionalDay("until")
    objection = try payload.number("objection")
    personal = try payload.personal()
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("until", until)
    payload.set("objection", objection)
    payload.set(personal)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.objects, until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "提出异议 \(objection)", en: "objection \(objection) is raised")
  }
}
