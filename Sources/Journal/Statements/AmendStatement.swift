package import Units

/// What was declared of a case is put right, or what nobody had said is answered: what it was, and what it becomes.
///
/// Only while nothing is decided. Where it is another cost than the township confirmed and the village's wall has shown, the
/// case goes on before its public notice: nobody signs what he did not see.
package struct AmendStatement: CaseStatement {
  package static let kind = EntryKind.amend
  package static let rule = StepRule(
    Wording(zh: "更正申报", en: "amend"), from: [.opened, .verified, .visited, .appraised, .pended],
    to: [.opened, .verified, .visited, .appraised, .pended], by: [.village, .township, .county],
    signs: .intake, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  package let was: CaseClaim
  package let becomes: CaseClaim
  /// Where a pended case goes on.
  package let resume: CaseState?
  /// The last day of public notice, where it hangs.
  package let until: Day?
  /// Why, in words.
  package let reason: String
  /// Where another case holds a cost of the amended day and total.
  package let another: OtherCost?

  package init(
    _ step: CaseStep, was: CaseClaim, becomes: CaseClaim, resume: CaseState?, until: Day?, reason: String,
    another: OtherCost?
  ) {
    self.step = step
    self.was = was
    self.becomes = becomes
    self.resume = resume
    self.until = until
    self.reason = reason
    self.another = another
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    was = try CaseClaim(payload.needRecord("was"))
    becomes = try CaseClaim(payload.needRecord("becomes"))
    resume = try payload.optionalWord("resume")
    until = try payload.optionalDay("until")
    reason = try payload.text("reason")
    another = try OtherCost(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("was", was.payload)
    payload.set("becomes", becomes.payload)
    payload.set("resume", resume?.rawValue)
    payload.set("until", until)
    payload.set("reason", reason)
    another?.write(to: &payload)
  }

  package var ownWords: [String] { [reason] + (another.map { [$0.reason] } ?? []) }

  package var change: StepChange { StepChange(.amends(becomes.opening), until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    let changes = was.changes(to: becomes, names)
    let amended = Wording(
      zh: "更正申报（\(reason)）：\(changes.map(\.zh).joined(separator: "，"))",
      en: "amended (\(reason)): \(changes.map(\.en).joined(separator: ", "))")
    return another.map { amended.followed(by: $0.words) } ?? amended
  }
}
