package import Units

/// A year's bills are above the line: a case begins without anybody having declared it.
package struct ScreenStatement: CaseStatement {
  package static let kind = EntryKind.screen
  package static let rule = StepRule(
    Wording(zh: "筛查", en: "screen"), from: [], to: [.opened], by: [.county], signs: .intake,
    stages: [.opened: .opened], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let opening: CaseOpening
  /// The numbers of the bills that the case takes in.
  package let bills: [String]
  /// All of the year's bills, the line that they are above, and the policy year's first calendar year.
  package let sum: Yuan
  package let line: Yuan
  package let policyYear: Int

  package init(
    _ step: CaseStep, _ opening: CaseOpening, bills: [String], sum: Yuan, line: Yuan, policyYear: Int
  ) {
    self.step = step
    self.opening = opening
    self.bills = bills
    self.sum = sum
    self.line = line
    self.policyYear = policyYear
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    step = try CaseStep(said)
    opening = try CaseOpening(said)
    bills = try said.texts("bills")
    sum = try said.yuan("sum")
    line = try said.yuan("line")
    policyYear = try said.number("policy_year")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    opening.write(to: &payload)
    payload.say("bills", bills)
    payload.say("sum", sum)
    payload.say("line", line)
    payload.say("policy_year", policyYear)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.opens(opening)) }

  package func sentence(_ names: StepNames) -> Wording {
    opening.sentence(Wording(zh: "筛查立案", en: "found by screening"), total: nil, names)
  }
}
