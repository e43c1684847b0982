import Files
package import Units

/// The case hangs on the village wall.
package struct DiscloseStatement: CaseStatement {
  package static let kind = EntryKind.disclose
  package static let rule = StepRule(
    Wording(zh: "公示", en: "disclose"), from: [.appraised], to: [.disclosed],
    by: [.village], signs: .village, stages: [.disclosed: .disclosed], byFile: .disclose,
    standsOnSlips: true)

  package let step: CaseStep
  /// The last day of public notice.
  package let until: Day
  /// For how many days it hangs.
  package let days: Int

  package init(_ step: CaseStep, until: Day, days: Int) {
    self.step = step
    self.until = until
    self.days = days
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    until = try payload.day("until")
    days = try payload.number("days")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("until", until)
    payload.set("days", days)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn, until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "张榜公示，到 \(until) 满期", en: "the public notice hangs until \(until)")
  }
}
