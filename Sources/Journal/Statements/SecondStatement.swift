package import Units

/// Another officer has come to the same as a proposal, and seconds it: what it comes to stands in the entries behind.
package struct SecondStatement: CaseStatement {
  package static let kind = EntryKind.second
  package static let rule = StepRule(
    Wording(zh: "附议", en: "second"), from: ProposeStatement.rule.from, to: [],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: false)

  package let step: CaseStep
  /// The entry that proposes it.
  package let proposal: Int

  package init(_ step: CaseStep, proposal: Int) {
    self.step = step
    self.proposal = proposal
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    proposal = try payload.number("proposal")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("proposal", proposal)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "附议第 \(proposal) 条的提议", en: "seconds the proposal of entry \(proposal)")
  }
}
