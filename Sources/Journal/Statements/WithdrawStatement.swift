import Files
package import Units

/// The household takes its case back before it is decided, or the case makes room for a later presentation of its claim.
package struct WithdrawStatement: CaseStatement {
  package static let kind = EntryKind.withdraw
  package static let rule = StepRule(
    Wording(zh: "撤回", en: "withdraw"),
    from: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed, .pended], to: [.withdrawn],
    by: [.village, .township, .county], signs: nil, stages: [:], byFile: .withdraw, standsOnSlips: true)

  package let step: CaseStep
  /// Why, in words.
  package let reason: String
  /// The case that takes its place.
  package let byCase: Int?

  package init(_ step: CaseStep, reason: String, byCase: Int?) {
    self.step = step
    self.reason = reason
    self.byCase = byCase
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    reason = try payload.text("reason")
    byCase = try payload.optionalNumber("by_case")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("reason", reason)
    payload.set("by_case", byCase)
  }

  package var ownWords: [String] { [reason] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    Wording(zh: "撤回：\(reason)", en: "withdrawn: \(reason)")
  }
}

extension WithdrawStatement {
  /// What is said of a case that makes room for another, which came in with the same claim.
  package static let presentedAgain = "presented-again"
  /// What is said of a screened case all of whose bills were corrected: a later screening may open another with them.
  package static let billsCorrected = "bills-corrected"
}
