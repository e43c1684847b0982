/// What an entry says of somebody who may sign: who it is, in which office and role, and the key.
package struct Enrolment: Hashable, Sendable {
  package let name: String
  package let office: String
  package let role: Role
  /// The person's id among the members of households, where it is one.
  package let person: String?
  /// The households the actor belongs to or is related to.
  package let households: [String]
  /// In PEM.
  package let publicKey: String

  package init(
    name: String, office: String, role: Role, person: String?, households: [String], publicKey: String
  ) {
    self.name = name
    self.office = office
    self.role = role
    self.person = person
    self.households = households
    self.publicKey = publicKey
  }

  init(_ said: PayloadReader) throws(MissingMember) {
    name = try said.text("name")
    office = try said.text("office")
    role = try said.word("role")
    person = try said.optionalText("person")
    households = try said.texts("households")
    publicKey = try said.text(Enrolment.publicKeyKey)
  }

  func write(to payload: inout Payload) {
    payload.say("name", name)
    payload.say("office", office)
    payload.say("role", role.rawValue)
    payload.say("person", person)
    payload.say("households", households)
    payload.say(Enrolment.publicKeyKey, publicKey)
  }

  static let publicKeyKey: Payload.Key = "public_key"

  /// Whether it says which households or which person the actor is.
  package var namesOthers: Bool { !households.isEmpty || person != nil }
}
