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

  init(_ payload: PayloadReader) throws(MissingMember) {
    name = try payload.text("name")
    office = try payload.text("office")
    role = try payload.word("role")
    person = try payload.optionalText("person")
    households = try payload.texts("households")
    publicKey = try payload.text(Enrolment.publicKeyKey)
  }

  func write(to payload: inout Payload) {
    payload.set("name", name)
    payload.set("office", office)
    payload.set("role", role.rawValue)
    payload.set("person", person)
    payload.set("households", households)
    payload.set(Enrolment.publicKeyKey, publicKey)
  }

  static let publicKeyKey: Payload.Key = "public_key"

  /// Whether it says which households or which person the actor is.
  package var namesOthers: Bool { !households.isEmpty || person != nil }
}
