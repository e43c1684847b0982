package import Units

/// The household names the account its money goes to.
package struct AccountStatement: CaseStatement {
  package static let kind = EntryKind.account
  package static let rule = StepRule(
    Wording(zh: "登记账号", en: "account"),
    from: [
      .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .approved, .returned, .exhausted,
      .pended,
    ], to: [],
    by: [.village, .township, .county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let personal: PersonalReference

  package init(_ step: CaseStep, personal: PersonalReference) {
    self.step = step
    self.personal = personal
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    personal = try payload.needPersonal()
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set(personal)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "登记收款账号", en: "names the account to pay to")
  }
}
