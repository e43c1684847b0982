package import Units

/// A confirmed claim of a batch is decided: a case begins and is decided at once.
package struct DecideStatement: CaseStatement {
  package static let kind = EntryKind.decide
  package static let rule = StepRule(
    Wording(zh: "理算", en: "adjudicate"), from: [], to: [.approved, .denied, .exhausted, .pended],
    by: [.county], signs: nil, stages: [.approved: .decided, .denied: .decided, .exhausted: .decided],
    byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  /// The claim's id in its file.
  package let claim: String
  package let opening: CaseOpening
  package let decision: RecordedDecision
  /// Where a pended case goes on.
  package let resume: CaseState?

  package init(
    _ step: CaseStep, claim: String, _ opening: CaseOpening, decision: RecordedDecision, resume: CaseState?
  ) {
    self.step = step
    self.claim = claim
    self.opening = opening
    self.decision = decision
    self.resume = resume
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    claim = try payload.text("claim")
    opening = try CaseOpening(payload)
    decision = try RecordedDecision(payload)
    resume = try payload.optionalWord("resume")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("claim", claim)
    opening.write(to: &payload)
    decision.write(to: &payload)
    payload.set("resume", resume?.rawValue)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.opensDecided(opening, decision)) }

  package func sentence(_ names: StepNames) -> Wording { decision.sentence }
}
