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
    let file = try begin(.verify, number)
    let needed = Scheme.Asset.allCases.filter { book.scheme.assetLimits[$0.rawValue] != nil }
    var answered = try book.answeredAssets(number)
    answered.insert(asset.word)
    let isComplete = needed.allSatisfy { answered.contains($0.word) }
    try append(
      VerifyStatement(
        step(.verify, file, to: isComplete ? .verified : .opened), asset: asset.word, count: count,
        answered: count != nil, note: note))
  }

  /// Several departments' answers on one case, an entry each.
  ///
  /// Those that complete the verification come last: once it is complete, the case takes no more of them.
  package func verify(_ number: Int, _ answers: [AssetAnswer], note: String?) throws(CasebookError) {
    let answered = try book.answeredAssets(number)
    func completes(_ answer: AssetAnswer) -> Bool {
      book.scheme.assetLimits[answer.asset.rawValue] != nil && !answered.contains(answer.asset.word)
    }
    for answer in answers.filter({ !completes($0) }) + answers.filter(completes) {
      try verify(number, answer.asset, count: answer.count, note: note)
    }
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
    try recording.verify(step.number, asset, count: count, note: note)
    return .compared
  }
}
