package import Units

/// What was missing has come, or a payment that came back is to go out again.
package struct ReleaseStatement: CaseStatement {
  package static let kind = EntryKind.release
  package static let rule = StepRule(
    Wording(zh: "恢复办理", en: "release"), from: [.pended, .returned],
    to: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed, .approved],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  /// The last day of public notice, where it hangs.
  package let until: Day?
  package let note: String?
  /// The code of the decision, where the case is approved again.
  package let reason: String?
  /// Another account to pay to.
  package let personal: PersonalReference?

  package init(_ step: CaseStep, until: Day?, note: String?, reason: String?, personal: PersonalReference?) {
    self.step = step
    self.until = until
    self.note = note
    self.reason = reason
    self.personal = personal
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    step = try CaseStep(said)
    until = try said.optionalDay("until")
    note = try said.optionalText("note")
    reason = try said.optionalText("reason")
    personal = try said.personal()
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.say("until", until)
    payload.say("note", note)
    payload.say("reason", reason)
    payload.say(personal)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn, until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    let state = step.to?.name ?? Wording(zh: "", en: "")
    let said = Wording(zh: "恢复为「\(state.zh)」", en: "goes on: \(state.en)")
    guard personal != nil else { return said }
    return said.followed(by: Wording(zh: "登记了新账号", en: "another account to pay to"))
  }
}
