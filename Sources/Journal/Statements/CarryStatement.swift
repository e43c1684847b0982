package import Units

/// A cost that counts, taken over from another casebook: it stands in its account as it stood there.
package struct CarryStatement: JournalStatement {
  package static let kind = EntryKind.carry

  /// The root of the last head of the casebook that it is taken over from, in hexadecimal digits.
  package let after: String
  /// The case there.
  package let casefile: Int
  /// The claim's id there, where it had one of its own.
  package let claimID: String?
  package let household: String
  package let person: String?
  /// A word of the scheme there.
  package let peril: String
  package let incurredOn: Day
  /// What counts, and what of it was paid.
  package let amount: Yuan
  package let payout: Yuan
  /// The cost before anything came back, where the case said.
  package let total: Yuan?
  /// The number of the invoice or stay, where the case said.
  package let invoice: String?

  package init(
    after: String, casefile: Int, claimID: String?, household: String, person: String?, peril: String,
    incurredOn: Day, amount: Yuan, payout: Yuan, total: Yuan?, invoice: String?
  ) {
    self.after = after
    self.casefile = casefile
    self.claimID = claimID
    self.household = household
    self.person = person
    self.peril = peril
    self.incurredOn = incurredOn
    self.amount = amount
    self.payout = payout
    self.total = total
    self.invoice = invoice
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    after = try payload.text("after")
    casefile = try payload.number("case_before")
    claimID = try payload.optionalText("claim")
    household = try payload.text("household")
    person = try payload.optionalText("person")
    peril = try payload.text("peril")
    incurredOn = try payload.day("incurred_on")
    amount = try payload.yuan("amount")
    payout = try payload.yuan("payout")
    total = try payload.optionalYuan("total")
    invoice = try payload.optionalText("invoice")
  }

  package func write(to payload: inout Payload) {
    payload.set("after", after)
    payload.set("case_before", casefile)
    payload.set("claim", claimID)
    payload.set("household", household)
    payload.set("person", person)
    payload.set("peril", peril)
    payload.set("incurred_on", incurredOn)
    payload.set("amount", amount)
    payload.set("payout", payout)
    payload.set("total", total)
    payload.set("invoice", invoice)
  }

  package var ownWords: [String] { [] }
}
