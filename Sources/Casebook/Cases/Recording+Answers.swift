package import Rules
import Store
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

extension Casebook {
  /// The kinds of asset of a case that have their answer, or the note that there is none.
  func answeredAssets(_ number: Int) throws(CasebookError) -> Set<String> {
    try reading { () throws(StoreError) in
      let query = try statements["SELECT asset FROM case_answer WHERE casefile = ?"]
      query.bind(1, number)
      return Set(try query.rows { $0.text(0) })
    }
  }
}
