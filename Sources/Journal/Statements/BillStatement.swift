package import Units

/// A department reports a bill or a loss.
package struct BillStatement: JournalStatement {
  package static let kind = EntryKind.bill

  /// A column of the department's list and the amount that stands there.
  package struct Part: Hashable, Sendable {
    package let name: String
    package let amount: Yuan

    package init(name: String, amount: Yuan) {
      self.name = name
      self.amount = amount
    }
  }

  /// A word of the scheme.
  package let peril: String
  /// The department's number for it.
  package let record: String
  package let household: String
  package let person: String?
  package let incurredOn: Day
  /// The costs and what came back of them, as given; in the order of their names.
  package let parts: [Part]
  /// What was left to the household.
  package let amount: Yuan
  /// The entry that it says otherwise than.
  package let revises: Int?

  package init(
    peril: String, record: String, household: String, person: String?, incurredOn: Day, parts: [Part],
    amount: Yuan, revises: Int?
  ) {
    self.peril = peril
    self.record = record
    self.household = household
    self.person = person
    self.incurredOn = incurredOn
    self.parts = parts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.amount = amount
    self.revises = revises
  }

  private static let own: Set<String> = [
    "peril", "record", "household", "person", "incurred_on", "amount", "revises", Entry.sealKey.text,
  ]

  package init(_ payload: PayloadReader) throws(MissingMember) {
    peril = try payload.text("peril")
    record = try payload.text("record")
    household = try payload.text("household")
    person = try payload.optionalText("person")
    incurredOn = try payload.day("incurred_on")
    var parts: [Part] = []
    for key in payload.keys(where: { !Self.own.contains($0) }) {
      parts.append(Part(name: key.text, amount: try payload.yuan(key)))
    }
    self.parts = parts
    amount = try payload.yuan("amount")
    revises = try payload.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.set("peril", peril)
    payload.set("record", record)
    payload.set("household", household)
    payload.set("person", person)
    payload.set("incurred_on", incurredOn)
    for part in parts { payload.set(Payload.Key(part.name), part.amount) }
    payload.set("amount", amount)
    payload.set("revises", revises)
  }

  package var ownWords: [String] { [] }

  /// The same bill as it replaces one that an entry states.
  package func revising(_ entry: Int?) -> BillStatement {
    BillStatement(
      peril: peril, record: record, household: household, person: person, incurredOn: incurredOn,
      parts: parts, amount: amount, revises: entry)
  }
}
