import Claims
import Journal
package import Rules
import Units

/// What a department says of one kind of asset.
package struct AssetAnswer: Hashable, Sendable {
  package let asset: Scheme.Asset
  /// `nil` where the department has not answered.
  package let count: Int?

  package init(_ asset: Scheme.Asset, count: Int?) {
    self.asset = asset
    self.count = count
  }
}

extension Recording {
  /// A department answers for one kind of asset, or is noted not to have answered: no answer is not "none".
  ///
  /// The case is verified once every kind of asset the scheme asks for has its answer, or the note that there is none.
  package func verify(
    _ number: Int, _ asset: Scheme.Asset, count: Int?, note: String? = nil
  ) throws(CasebookError) {
    try answer(try begin(.verify, number), asset, count: count, stated: nil, note: note)
  }

  private func answer(
    _ file: Casefile, _ asset: Scheme.Asset, count: Int?, stated: Int?, note: String?
  ) throws(CasebookError) {
    var answered = try book.answeredAssets(file.number)
    answered.insert(asset.word)
    let isComplete = book.assetsAskedFor.allSatisfy { answered.contains($0.word) }
    try append(
      VerifyStatement(
        step(.verify, file, to: isComplete ? .verified : .opened), asset: asset.word, count: count,
        answered: count != nil, stated: stated, note: note))
  }

  /// Several departments' answers on one case, an entry each.
  ///
  /// Those that complete the verification come last: once it is complete, the case takes no more of them.
  package func verify(_ number: Int, _ answers: [AssetAnswer], note: String?) throws(CasebookError) {
    let answered = try book.answeredAssets(number)
    func completes(_ answer: AssetAnswer) -> Bool {
      book.assetsAskedFor.contains(answer.asset) && !answered.contains(answer.asset.word)
    }
    for answer in answers.filter({ !completes($0) }) + answers.filter(completes) {
      try verify(number, answer.asset, count: answer.count, note: note)
    }
  }
}

/// The cases that departments' lists have verified.
package struct ListedCases: Sendable {
  package fileprivate(set) var verified: [Int] = []
  /// Those that they could have, and why not by this actor on this day.
  package fileprivate(set) var left: [(casefile: Int, refusal: Refusal)] = []
}

extension Recording {
  /// A case is verified by what departments have answered about its household, in lists or on other cases: an entry for each
  /// kind of asset without an answer on the case itself, which names the entry that states it and makes it no newer.
  ///
  /// - Throws: a refusal where there is no such answer about one of them, or none that is fresh.
  package func verifyByLists(_ number: Int, note: String? = nil) throws(CasebookError) {
    let file = try begin(.verify, number)
    let answered = try book.answeredAssets(number)
    let open = book.assetsAskedFor.filter { !answered.contains($0.word) }
    let listed = try book.listedAnswers(file, on: on)
    let missing = open.filter { listed[$0] == nil }
    guard missing.isEmpty else { throw .refused(.notListed(missing)) }
    for asset in open { try verify(number, byListsOf: asset, note: note) }
  }

  /// One kind of asset of a case is answered by what is known of its household.
  fileprivate func verify(
    _ number: Int, byListsOf asset: Scheme.Asset, note: String?
  ) throws(CasebookError) {
    let file = try begin(.verify, number)
    guard let known = try book.listedAnswers(file, on: on)[asset] else { throw .refused(.notListed([asset])) }
    try answer(file, asset, count: known.value, stated: known.entry, note: note)
  }

  /// The opened cases of some households that lists answer whole are verified by them; a case on which the actor may not act
  /// that day is left.
  package func verifyByLists(of households: Set<String>) throws(CasebookError) -> ListedCases {
    var cases = ListedCases()
    guard StepKind.verify.rule.by.contains(actor.role), !households.isEmpty else { return cases }
    let opened = try book.waitingCases(in: [.opened]).filter { households.contains($0.household) }
    for file in opened.sorted(by: { $0.number < $1.number }) {
      let answered = try book.answeredAssets(file.number)
      let listed = try book.listedAnswers(file, on: on)
      let isWhole = book.assetsAskedFor.allSatisfy { answered.contains($0.word) || listed[$0] != nil }
      guard isWhole else { continue }
      do throws(CasebookError) {
        try whole { () throws(CasebookError) in try verifyByLists(file.number) }
        cases.verified.append(file.number)
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        cases.left.append((file.number, refusal))
      }
    }
    return cases
  }
}

extension Casebook {
  /// The kinds of asset that the scheme asks for.
  var assetsAskedFor: [Scheme.Asset] {
    Scheme.Asset.allCases.filter { scheme.assetLimits[$0.rawValue] != nil }
  }

  /// What departments have answered about a case's household, each answer with the entry that states it: those that the scheme
  /// lets be on a day. Of a case that an upheld objection sent back only what was answered since: it is verified anew.
  func listedAnswers(
    _ file: Casefile, on day: Day
  ) throws(CasebookError) -> [Scheme.Asset: HouseholdFacts.Known<Int>] {
    guard let facts = try facts(of: file.household, on: day) else { return [:] }
    let fresh = facts.household(file.household, under: scheme, on: day)
    var sentBack = 0
    for entry in try resolutions(of: file.number) where try entry.read(ResolveStatement.self).upheld {
      sentBack = entry.number
    }
    var answers: [Scheme.Asset: HouseholdFacts.Known<Int>] = [:]
    for asset in Scheme.Asset.allCases where fresh.assets[asset.rawValue] != nil {
      guard let known = facts.assets[asset.rawValue], known.entry > sentBack else { continue }
      guard let entry = try entry(known.entry) else { throw .damaged(entry: known.entry) }
      // What the county's own register says is no department's answer.
      if entry.kind == .asset || entry.kind == .verify { answers[asset] = known }
    }
    return answers
  }
}

extension Refusal {
  fileprivate static func notListed(_ assets: [Scheme.Asset]) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "没有仍然有效的部门答复：\(assets.map(\.name.zh).joined(separator: "、"))",
        en: "no department's answer that is still valid: \(assets.map(\.name.en).joined(separator: ", "))"),
      fix: Wording(
        zh:
          "写明答复：case verify 加 --dwellings、--businesses、--vehicles 或 --no-answer；或导入部门的名单：casebook import property 等",
        en:
          "give the answers: case verify with --dwellings, --businesses, --vehicles or --no-answer; or import the "
          + "department's list: casebook import property and the others"))
  }
}

extension VerifyStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step)
    try fold.answer(entry, self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let asset: Scheme.Asset
    do throws(MissingMember) { asset = try knownAsset() } catch { throw entry.damaged(error) }
    if stated != nil {
      try recording.verify(step.number, byListsOf: asset, note: note)
    } else {
      try recording.verify(step.number, asset, count: count, note: note)
    }
    return .compared
  }
}
