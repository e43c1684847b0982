package import Units

/// What a corrected scheme makes of one bill of a screened case.
package struct SupplementedBill: Hashable, Sendable {
  /// Its place among the bills of the case's decision, from 1.
  package let place: Int
  /// What is to be paid more for it.
  package let amount: Yuan
  /// What it was paid, and what it would have been.
  package let was: Yuan
  package let becomes: Yuan
  /// The code of the reason under the corrected scheme.
  package let reason: String
  package let isCounted: Bool
  /// The benefit, the year in which it began, and the accumulator there.
  package let benefit: String?
  package let policyYear: Int?
  package let accumulator: Yuan?

  package init(
    place: Int, amount: Yuan, was: Yuan, becomes: Yuan, reason: String, isCounted: Bool, benefit: String?,
    policyYear: Int?, accumulator: Yuan?
  ) {
    self.place = place
    self.amount = amount
    self.was = was
    self.becomes = becomes
    self.reason = reason
    self.isCounted = isCounted
    self.benefit = benefit
    self.policyYear = policyYear
    self.accumulator = accumulator
  }

  private init(_ payload: PayloadReader, place: Int) throws(MissingMember) {
    self.place = place
    amount = try payload.yuan("amount")
    was = try payload.yuan("was")
    becomes = try payload.yuan("becomes")
    reason = try payload.text("reason")
    isCounted = try payload.answer("counted")
    benefit = try payload.optionalText("benefit")
    policyYear = try payload.optionalNumber("policy_year")
    accumulator = try payload.optionalYuan("accumulator")
  }

  var payload: Payload {
    var payload = Payload()
    payload.set("amount", amount)
    payload.set("was", was)
    payload.set("becomes", becomes)
    payload.set("reason", reason)
    payload.set("counted", isCounted)
    payload.set("benefit", benefit)
    payload.set("policy_year", policyYear)
    payload.set("accumulator", accumulator)
    return payload
  }

  /// The bills that an entry speaks of, by their places.
  static func read(_ payload: PayloadReader) throws(MissingMember) -> [SupplementedBill] {
    var bills: [SupplementedBill] = []
    for (place, key) in try DecidedBill.places(payload) {
      guard let record = try payload.optionalRecord(key) else { throw MissingMember(key: key.text) }
      bills.append(try SupplementedBill(record, place: place))
    }
    return bills
  }
}
