import Journal
package import Sealing
import Units

/// The columns of actors.
enum ActorColumn: String, TableColumn {
  static let table = "actor"

  case name, office, role, person, key
  case publicKey = "public_key"
  case state
  case proposedBy = "proposed_by"
  case entry

  static let insertion = Change<Self>.insert(or: "REPLACE")
  static let setState = Change<Self>.update([.state, .proposedBy], where: .name)

  fileprivate static let byName = Question<Self>("FROM actor WHERE \(name.given)")
  fileprivate static let byKey = Question<Self>("FROM actor WHERE \(key.given)")
  fileprivate static let inOrder = Question<Self>("FROM actor ORDER BY name")
  fileprivate static let namesByPerson = Question<Self>(
    [.name], "FROM actor WHERE \(person.given) ORDER BY name")
  fileprivate static let entryByKey = Question<Self>([.entry], "FROM actor WHERE \(key.given)")
  fileprivate static let activeInCounty = Question<CountColumn>(
    "FROM actor WHERE role = 'county' AND state IN ('active', 'leaving')")
}

/// The columns of the households that actors belong to or are related to.
enum ActorHouseholdColumn: String, TableColumn {
  static let table = "actor_household"

  case actor, household

  static let insertion = Change<Self>.insert(or: "IGNORE")
  static let deletion = Change<Self>.delete(where: .actor)

  fileprivate static let ofActor = Question<Self>(
    [.household], "FROM actor_household WHERE \(actor.given) ORDER BY household")
}

/// A household that an actor is tied to, and the entry since which that is known.
package struct ActorTie: Hashable, Sendable {
  package let actor: String
  package let household: String
  package let entry: Int
}

/// A household that is named at an actor's enrolment.
private enum DeclaredTieColumn: String, SQLColumn {
  case actor = "a.name"
  case household = "h.household"
  case entry = "a.entry"

  static let question = Question<Self>(
    "FROM actor a JOIN actor_household h ON h.actor = a.name ORDER BY a.name, h.household")
}

/// The household that an actor's person is a member of.
private enum MemberTieColumn: String, SQLColumn {
  case actor = "a.name"
  case household = "m.household"
  case entry = "m.entry"

  static let question = Question<Self>(
    "FROM actor a JOIN member m ON m.person = a.person ORDER BY a.name, m.household")
}

/// A household with personal data that have the resident ID of an actor's person.
private enum ResidentTieColumn: String, SQLColumn {
  case actor = "a.name"
  case household = "q.household"
  case entry = "r.entry"

  static let question = Question<Self>(
    """
    FROM actor a JOIN member m ON m.person = a.person
      JOIN personal p ON p.number = m.personal JOIN personal q ON q.resident_id = p.resident_id
      JOIN recorded_personal r ON r.number = q.number
    WHERE a.person IS NOT NULL ORDER BY a.name, q.household, r.entry
    """)
}

extension Casebook {
  /// The actor with a name.
  package func actor(named name: String) throws(CasebookError) -> Actor? {
    try actors(ActorColumn.byName) { $0(ActorColumn.name, name) }.first
  }

  /// The actor whose key has a fingerprint.
  package func actor(key: Digest) throws(CasebookError) -> Actor? {
    try actors(ActorColumn.byKey) { $0(ActorColumn.key, key.hex) }.first
  }

  /// All actors, by name.
  package func actors() throws(CasebookError) -> [Actor] { try actors(ActorColumn.inOrder) { _ in } }

  private func actors(
    _ question: Question<ActorColumn>, _ bind: (Parameters) -> Void
  ) throws(CasebookError) -> [Actor] {
    var actors: [Actor] = []
    for row in try rows(question, bind, read: { ActorRow($0) }) {
      guard let name = row.name, let office = row.office, let role = row.role.flatMap(Role.init),
        let pem = row.publicKey, let enrolment = row.state.flatMap(Actor.EnrolmentState.init)
      else { throw .damaged(row: ActorColumn.table) }
      let households = try rows(ActorHouseholdColumn.ofActor) {
        $0(ActorHouseholdColumn.actor, name)
      } read: {
        $0.text(.household)
      }
      let key: PublicKey
      do { key = try PublicKey(pem: pem) } catch { throw .key(error) }
      actors.append(
        Actor(
          name: name, office: office, role: role, person: row.person, households: households, publicKey: key,
          enrolment: enrolment, proposedBy: row.proposedBy))
    }
    return actors
  }

  /// The names of the actors who are a person, ascending.
  package func actors(withPerson person: String) throws(CasebookError) -> [String] {
    try rows(ActorColumn.namesByPerson) {
      $0(ActorColumn.person, person)
    } read: {
      $0.text(.name)
    }
  }

  /// The number of the entry that enrolled a key.
  package func enrolmentEntry(of key: Digest) throws(CasebookError) -> Int? {
    try first(ActorColumn.entryByKey) {
      $0(ActorColumn.key, key.hex)
    } read: {
      $0.int(.entry)
    }
  }

  /// How many actors of the county's office may sign.
  func activeCountyActors() throws(CasebookError) -> Int { try count(ActorColumn.activeInCounty) }

  /// The households that actors named when they were enrolled, by actor and household.
  package func tiesByEnrolment() throws(CasebookError) -> [ActorTie] {
    try rows(DeclaredTieColumn.question) {
      ActorTie(actor: $0.text(.actor), household: $0.text(.household), entry: $0.int(.entry))
    }
  }

  /// The households whose members actors are, by actor and household.
  package func tiesByMembership() throws(CasebookError) -> [ActorTie] {
    try rows(MemberTieColumn.question) {
      ActorTie(actor: $0.text(.actor), household: $0.text(.household), entry: $0.int(.entry))
    }
  }

  /// The households that have personal data with an actor's resident ID, by actor, household and entry.
  package func tiesByResidentID() throws(CasebookError) -> [ActorTie] {
    try rows(ResidentTieColumn.question) {
      ActorTie(actor: $0.text(.actor), household: $0.text(.household), entry: $0.int(.entry))
    }
  }
}

/// An actor's row as it stands.
private struct ActorRow {
  let name: String?
  let office: String?
  let role: String?
  let person: String?
  let publicKey: String?
  let state: String?
  let proposedBy: String?

  init(_ row: SQLRow<ActorColumn>) {
    name = row.optionalText(.name)
    office = row.optionalText(.office)
    role = row.optionalText(.role)
    person = row.optionalText(.person)
    publicKey = row.optionalText(.publicKey)
    state = row.optionalText(.state)
    proposedBy = row.optionalText(.proposedBy)
  }
}
