import Files
package import Units

/// The insurer has been to the household's home.
package struct VisitStatement: CaseStatement {
  package static let kind = EntryKind.visit
  package static let rule = StepRule(
    Wording(zh: "入户", en: "visit"), from: [.verified], to: [.visited],
    by: [.insurer], signs: .visit, stages: [.visited: .visited], byFile: .visit, standsOnSlips: true)

  package let step: CaseStep
  package let note: String?

  package init(_ step: CaseStep, note: String?) {
    self.step = step
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "保险公司已入户", en: "the insurer has visited the home")
  }
}
