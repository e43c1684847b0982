import Files
package import Rules
package import Units

/// A department answers for one kind of asset, or is noted not to have answered.
package struct VerifyStatement: CaseStatement {
  package static let kind = EntryKind.verify
  package static let rule = StepRule(
    Wording(zh: "核查", en: "verify"), from: [.opened], to: [.opened, .verified],
    by: [.department, .county], signs: .verification, stages: [.verified: .verified], byFile: .verify,
    standsOnSlips: true)

  package let step: CaseStep
  /// The word of the kind of asset.
  package let asset: String
  /// How many; `nil` where the department has not answered.
  package let count: Int?
  package let answered: Bool
  package let note: String?

  package init(_ step: CaseStep, asset: String, count: Int?, answered: Bool, note: String?) {
    self.step = step
    self.asset = asset
    self.count = count
    self.answered = answered
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    asset = try payload.text("asset")
    count = try payload.optionalNumber("count")
    answered = try payload.answer("answered")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("asset", asset)
    payload.set("count", count)
    payload.set("answered", answered)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    let name = Scheme.Asset(word: asset)?.name ?? Wording(zh: asset, en: asset)
    guard let count else {
      return Wording(zh: "\(name.zh)：部门没有答复", en: "\(name.en): the department has not answered")
    }
    return Wording(zh: "\(name.zh)：\(count)", en: "\(name.en): \(count)")
  }

  /// The kind of asset, where its word is one of ours.
  package func knownAsset() throws(MissingMember) -> Scheme.Asset {
    guard let known = Scheme.Asset(word: asset) else { throw MissingMember(key: "asset") }
    return known
  }
}
