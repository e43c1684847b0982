package import Units

/// What an entry says that decides a case, or a bill of one, again: what it was paid, what it becomes, and why.
package struct DecidedAgain: Hashable, Sendable {
  /// What it was paid, and what it is paid, or would be, decided again.
  package let was: Yuan
  package let becomes: Yuan
  /// The code of the reason.
  package let reason: String
  package let isCounted: Bool
  /// The benefit, the year in which it began, and the accumulator there.
  package let benefit: String?
  package let policyYear: Int?
  package let accumulator: Yuan?

  package init(
    was: Yuan, becomes: Yuan, reason: String, isCounted: Bool, benefit: String?, policyYear: Int?,
    accumulator: Yuan?
  ) {
    self.was = was
    self.becomes = becomes
    self.reason = reason
    self.isCounted = isCounted
    self.benefit = benefit
    self.policyYear = policyYear
    self.accumulator = accumulator
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    was = try payload.yuan("was")
    becomes = try payload.yuan("becomes")
    reason = try payload.text("reason")
    isCounted = try payload.answer("counted")
    benefit = try payload.optionalText("benefit")
    policyYear = try payload.optionalNumber("policy_year")
    accumulator = try payload.optionalYuan("accumulator")
  }

  func write(to payload: inout Payload) {
    payload.set("was", was)
    payload.set("becomes", becomes)
    payload.set("reason", reason)
    payload.set("counted", isCounted)
    payload.set("benefit", benefit)
    payload.set("policy_year", policyYear)
    payload.set("accumulator", accumulator)
  }
}
