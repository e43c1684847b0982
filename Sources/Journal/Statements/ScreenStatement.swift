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

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    opening = try CaseOpening(payload)
    bills = try payload.texts("bills")
    sum = try payload.yuan("sum")
    line = try payload.yuan("line")
    policyYear = try payload.number("policy_year")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    opening.write(to: &payload)
    payload.set("bills", bills)
    payload.set("sum", sum)
    payload.set("line", line)
    payload.set("policy_year", policyYear)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.opens(opening)) }

  package func sentence(_ names: StepNames) -> Wording {
    opening.sentence(Wording(zh: "筛查立案", en: "found by screening"), total: nil, names)
  }
}
