/// A person is a member of a household.
package struct MemberStatement: JournalStatement {
  package static let kind = EntryKind.member

  /// The person's id.
  package let person: String
  package let household: String
  /// To the head of the household.
  package let relation: String?
  package let personal: PersonalReference?
  /// The entry that it says otherwise than.
  package let revises: Int?

  package init(
    person: String, household: String, relation: String?, personal: PersonalReference?, revises: Int?
  ) {
    self.person = person
    self.household = household
    self.relation = relation
    self.personal = personal
    self.revises = revises
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    person = try payload.text("person")
    household = try payload.text("household")
    relation = try payload.optionalText("relation")
    personal = try payload.personal()
    revises = try payload.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.set("person", person)
    payload.set("household", household)
    payload.set("relation", relation)
    payload.set(personal)
    payload.set("revises", revises)
  }

  package var ownWords: [String] { [] }
}
