import Files
package import Units

/// An objection is dismissed, or upheld: then the case is verified anew.
package struct ResolveStatement: CaseStatement {
  package static let kind = EntryKind.resolve
  package static let rule = StepRule(
    Wording(zh: "处理异议", en: "resolve"), from: [.disclosed], to: [.disclosed, .opened],
    by: [.township], signs: .township, stages: [.opened: .opened], byFile: .resolve, standsOnSlips: false)

  package let step: CaseStep
  /// The last day of public notice, where it goes on.
  package let until: Day?
  /// The number of the objection.
  package let objection: Int
  /// When it was raised.
  package let raisedOn: Day
  package let upheld: Bool
  package let note: String?

  package init(_ step: CaseStep, until: Day?, objection: Int, raisedOn: Day, upheld: Bool, note: String?) {
    self.step = step
    self.until = until
    self.objection = objection
    self.raisedOn = raisedOn
    self.upheld = upheld
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    until = try payload.optionalDay("until")
    objection = try payload.number("objection")
    raisedOn = try payload.day("raised_on")
    upheld = try payload.answer("upheld")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("until", until)
    payload.set("objection", objection)
    payload.set("raised_on", raisedOn)
    payload.set("upheld", upheld)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.resolves(isUpheld: upheld), until: until) }

  package func sentence(_ names: StepNames) -> Wording {
    upheld
      ? Wording(
        zh: "异议 \(objection) 成立，重新核查",
        en: "objection \(objection) is upheld: the case is verified again")
      : Wording(
        zh: "异议 \(objection) 不成立，继续公示",
        en: "objection \(objection) is dismissed: the notice goes on")
  }
}
