package import Units

/// Where a cost is held already.
package enum CostHolder: Hashable, Comparable, Sendable {
  /// By a case of the casebook that this one goes on from, where it was counted.
  case before(Int)
  /// By a case.
  case casefile(Int)

  /// What it is called.
  package var name: Wording {
    switch self {
    case .before(let number): Wording(zh: "前一本案卷簿的案件 \(number)", en: "case \(number) of the casebook before")
    case .casefile(let number): Wording(zh: "案件 \(number)", en: "case \(number)")
    }
  }
}

/// Why a cost is not the one that a case holds already, though its household, day and total, or its number, are the same.
package struct OtherCost: Hashable, Sendable {
  /// In words.
  package let reason: String
  /// The first that holds a cost of the same day and total, or of the same number.
  package let holder: CostHolder

  package init(reason: String, than holder: CostHolder) {
    self.reason = reason
    self.holder = holder
  }

  /// `nil` where the declaration does not say so.
  init?(_ payload: PayloadReader) throws(MissingMember) {
    let reason = try payload.optionalText("another")
    let casefile = try payload.optionalNumber("another_than")
    let before = try payload.optionalNumber("another_than_before")
    switch (reason, casefile, before) {
    case (nil, nil, nil): return nil
    case (let reason?, let casefile?, nil): self.init(reason: reason, than: .casefile(casefile))
    case (let reason?, nil, let before?): self.init(reason: reason, than: .before(before))
    case (nil, _, _): throw MissingMember(key: "another")
    case (_, _, _): throw MissingMember(key: "another_than")
    }
  }

  func write(to payload: inout Payload) {
    payload.set("another", reason)
    switch holder {
    case .before(let number): payload.set("another_than_before", number)
    case .casefile(let number): payload.set("another_than", number)
    }
  }

  /// In a phrase.
  var words: Wording {
    Wording(
      zh: "与\(holder.name.zh) 是两笔费用：\(reason)", en: "another cost than \(holder.name.en): \(reason)")
  }
}
