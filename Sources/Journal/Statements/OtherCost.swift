import Units

/// Why a cost is not the one that a case holds already, though its household, day and total are the same.
package struct OtherCost: Hashable, Sendable {
  /// In words.
  package let reason: String
  /// The first case that holds a cost of the same day and total.
  package let casefile: Int

  package init(reason: String, than casefile: Int) {
    self.reason = reason
    self.casefile = casefile
  }

  /// `nil` where the declaration does not say so.
  init?(_ payload: PayloadReader) throws(MissingMember) {
    let (reason, casefile) = (try payload.optionalText("another"), try payload.optionalNumber("another_than"))
    guard reason != nil || casefile != nil else { return nil }
    self.init(reason: try payload.text("another"), than: try payload.number("another_than"))
  }

  func write(to payload: inout Payload) {
    payload.set("another", reason)
    payload.set("another_than", casefile)
  }

  /// In a phrase.
  var words: Wording {
    Wording(zh: "与案件 \(casefile) 是两笔费用：\(reason)", en: "another cost than case \(casefile): \(reason)")
  }
}
