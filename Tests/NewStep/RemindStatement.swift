package import Units

/// A scratch step: somebody reminds whoever a case waits for.
package struct RemindStatement: CaseStatement {
  package static let kind = EntryKind.remind
  package static let rule = StepRule(
    Wording(zh: "催办", en: "remind"),
    from: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed],
    to: [], by: [.township, .county], signs: nil, stages: [:], byFile: nil, standsOnSlips: false)

  package let step: CaseStep

  package init(_ step: CaseStep) { self.step = step }

  package init(_ said: PayloadReader) throws(MissingMember) { step = try CaseStep(said) }

  package func write(to payload: inout Payload) { step.write(to: &payload) }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording { Self.rule.name }
}
