import Files
package import Units

/// The case waits for something that is missing.
package struct PendStatement: CaseStatement {
  package static let kind = EntryKind.pend
  package static let rule = StepRule(
    Wording(zh: "暂停办理", en: "pend"),
    from: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed],
    to: [.pended],
    by: [.village, .township, .department, .insurer, .county], signs: nil, stages: [:], byFile: .pend,
    standsOnSlips: true)

  package let step: CaseStep
  /// Where the case goes on once it has come.
  package let resume: CaseState
  /// The last day of public notice, where it hangs.
  package let until: Day?
  /// What is missing, in words.
  package let reason: String

  package init(_ step: CaseStep, resume: CaseState, until: Day?, reason: String) {
    self.step = step
    self.resume = resume
    self.until = until
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    resume = try payload.word("resume")
    until = try payload.optionalDay("until")
    reason = try payload.text("reason")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("resume", resume.rawValue)
    payload.set("until", until)
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [reason] }

  package var change: StepChange { StepChange(.goesOn, until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "挂起：\(reason)", en: "pended: \(reason)")
  }
}
