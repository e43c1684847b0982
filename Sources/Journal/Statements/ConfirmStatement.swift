import Files
package import Units

/// The township confirms the list.
package struct ConfirmStatement: CaseStatement {
  package static let kind = EntryKind.confirm
  package static let rule = StepRule(
    Wording(zh: "确认", en: "confirm"), from: [.disclosed], to: [.confirmed],
    by: [.township], signs: .township, stages: [.confirmed: .confirmed], byFile: .confirm,
    standsOnSlips: true)

  package let step: CaseStep

  package init(_ step: CaseStep) {
    self.step = step
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "乡镇确认", en: "the township confirms the case")
  }
}
