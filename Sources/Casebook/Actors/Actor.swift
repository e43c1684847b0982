package import Journal
package import Sealing
import Store
import Units

/// Somebody who may sign: a name, an office, one role, and the key that stands for it. Nobody types them: they come from
/// the key.
package struct Actor: Hashable, Sendable {
  /// How far the enrolment has come. Both enrolling and revoking take two different actors of the county's office.
  package enum Standing: String, Sendable {
    case proposed, active
    /// Revocation is proposed; until a second actor confirms it the key still signs.
    case leaving
    case revoked
  }

  package let name: String
  package let office: String
  package let role: Role
  /// The person's id among the members of households, if it is one.
  package let person: String?
  /// The households the actor belongs to or is related to: no acting on their cases.
  package let households: [String]
  package let publicKey: PublicKey
  package let standing: Standing
  /// Who proposed the enrolment or the revocation that waits for its second actor.
  package let proposedBy: String?

  package init(
    name: String, office: String, role: Role, person: String?, households: [String], publicKey: PublicKey,
    standing: Standing, proposedBy: String?
  ) {
    self.name = name
    self.office = office
    self.role = role
    self.person = person
    self.households = households
    self.publicKey = publicKey
    self.standing = standing
    self.proposedBy = proposedBy
  }
}

extension Casebook {
  private static let actorColumns = "name, office, role, person, public_key, state, proposed_by"

  /// The actor with a name.
  package func actor(named name: String) throws(CasebookError) -> Actor? {
    try actors("WHERE name = ?", name).first
  }

  /// The actor whose key has a fingerprint.
  package func actor(key: Digest) throws(CasebookError) -> Actor? {
    try actors("WHERE key = ?", key.hex).first
  }

  /// All actors, by name.
  package func actors() throws(CasebookError) -> [Actor] { try actors("ORDER BY name", nil) }

  private func actors(_ clause: String, _ value: String?) throws(CasebookError) -> [Actor] {
    let rows = try reading { () throws(StoreError) in
      let query = try statements["SELECT \(Casebook.actorColumns) FROM actor \(clause)"]
      if let value { query.bind(1, value) }
      return try query.rows { row in (0..<7).map { row.optionalText($0) } }
    }
    var actors: [Actor] = []
    for row in rows {
      guard let name = row[0], let office = row[1], let role = row[2].flatMap(Role.init), let pem = row[4],
        let standing = row[5].flatMap(Actor.Standing.init)
      else { throw CasebookError.damaged(row: "actor") }
      let households = try reading { () throws(StoreError) in
        let query = try statements["SELECT household FROM actor_household WHERE actor = ? ORDER BY household"]
        query.bind(1, name)
        return try query.rows { $0.text(0) }
      }
      let key: PublicKey
      do { key = try PublicKey(pem: pem) } catch { throw .key(error) }
      actors.append(
        Actor(
          name: name, office: office, role: role, person: row[3], households: households, publicKey: key,
          standing: standing, proposedBy: row[6]))
    }
    return actors
  }
}

extension CasebookError {
  /// A derived row that nothing of ours writes.
  static func damaged(row table: String) -> CasebookError {
    .damaged(
      Wording(
        zh: "表 \(table) 里有一行读不懂；台账若完好，casebook rebuild 可以重建",
        en:
          "a row of the table \(table) makes no sense; if the journal is whole, casebook rebuild makes it anew"
      ))
  }
}
