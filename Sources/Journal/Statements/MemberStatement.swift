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

  package init(_ said: PayloadReader) throws(MissingMember) {
    person = try said.text("person")
    household = try said.text("household")
    relation = try said.optionalText("relation")
    personal = try said.personal()
    revises = try said.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.say("person", person)
    payload.say("household", household)
    payload.say("relation", relation)
    payload.say(personal)
    payload.say("revises", revises)
  }

  package var ownWords: [String] { [] }
}
