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

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    until = try payload.optionalDay("until")
    note = try payload.optionalText("note")
    reason = try payload.optionalText("reason")
    personal = try payload.personal()
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("until", until)
    payload.set("note", note)
    payload.set("reason", reason)
    payload.set(personal)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn, until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    let state = step.to?.name ?? Wording(zh: "", en: "")
    let words = Wording(zh: "恢复为「\(state.zh)」", en: "goes on: \(state.en)")
    guard personal != nil else { return words }
    return words.followed(by: Wording(zh: "登记了新账号", en: "another account to pay to"))
  }
}
