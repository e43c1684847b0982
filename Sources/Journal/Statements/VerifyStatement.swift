import Files
package import Rules
package import Units

/// A department answers for one kind of asset, or is noted not to have answered, or an entry is named that states its answer.
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
  /// The entry that states the answer, where this one only takes it up: it is no newer for that.
  package let stated: Int?
  package let note: String?

  package init(
    _ step: CaseStep, asset: String, count: Int?, answered: Bool, stated: Int? = nil, note: String?
  ) {
    self.step = step
    self.asset = asset
    self.count = count
    self.answered = answered
    self.stated = stated
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    asset = try payload.text("asset")
    count = try payload.optionalNumber("count")
    answered = try payload.answer("answered")
    stated = try payload.optionalNumber("entry")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("asset", asset)
    payload.set("count", count)
    payload.set("answered", answered)
    payload.set("entry", stated)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    let name = Scheme.Asset(word: asset)?.name ?? Wording(zh: asset, en: asset)
    guard let count else {
      return Wording(zh: "\(name.zh)：部门没有答复", en: "\(name.en): the department has not answered")
    }
    let answer = Wording(zh: "\(name.zh)：\(count)", en: "\(name.en): \(count)")
    return stated.map { answer.followed(by: Wording(zh: "据第 \($0) 条", en: "as entry \($0) states")) }
      ?? answer
  }

  /// Whether it makes an answer known.
  package var isNews: Bool { count != nil && stated == nil }

  /// The kind of asset, where its word is one of ours.
  package func knownAsset() throws(MissingMember) -> Scheme.Asset {
    guard let known = Scheme.Asset(word: asset) else { throw MissingMember(key: "asset") }
    return known
  }
}
