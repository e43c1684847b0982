package import Units

/// The case is approved by whoever may: the adjudicator decides it.
package struct ApproveStatement: CaseStatement {
  package static let kind = EntryKind.approve
  package static let rule = StepRule(
    Wording(zh: "审批", en: "approve"), from: [.confirmed], to: [.approved, .denied, .pended, .exhausted],
    by: [.county, .township], signs: .county,
    stages: [.approved: .decided, .denied: .decided, .exhausted: .decided], byFile: nil,
    standsOnSlips: true)

  package let step: CaseStep
  /// What was decided, and on what.
  package let decision: RecordedDecision
  /// The cost that was claimed.
  package let amount: Yuan
  /// Where a pended case goes on.
  package let resume: CaseState?

  package init(_ step: CaseStep, decision: RecordedDecision, amount: Yuan, resume: CaseState?) {
    self.step = step
    self.decision = decision
    self.amount = amount
    self.resume = resume
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    decision = try RecordedDecision(payload, hasBills: true)
    amount = try payload.yuan("amount")
    resume = try payload.optionalWord("resume")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    decision.write(to: &payload)
    payload.set("amount", amount)
    payload.set("resume", resume?.rawValue)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.decides(decision)) }

  package func sentence(_ names: StepNames) -> Wording { decision.sentence }
}
