import Journal
import Rules
import Sealing
import Store
import Units

extension Fold {
  /// Somebody is enrolled, or proposed to be.
  func enter(_ entry: Entry, _ who: Enrolment, _ standing: Actor.Standing) throws(CasebookError) {
    let key: PublicKey
    do { key = try PublicKey(pem: who.publicKey) } catch { throw .key(error) }
    try run("INSERT OR REPLACE INTO actor VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)") { insert in
      insert.bind(1, who.name)
      insert.bind(2, who.office)
      insert.bind(3, who.role.rawValue)
      insert.bind(4, who.person)
      insert.bind(5, key.fingerprint.hex)
      insert.bind(6, who.publicKey)
      insert.bind(7, standing.rawValue)
      insert.bind(8, standing == .proposed ? entry.actor : nil)
      insert.bind(9, entry.number)
    }
    try run("DELETE FROM actor_household WHERE actor = ?") { $0.bind(1, who.name) }
    for household in who.households {
      try run("INSERT OR IGNORE INTO actor_household VALUES(?, ?)") { insert in
        insert.bind(1, who.name)
        insert.bind(2, household)
      }
    }
  }

  /// Somebody is revoked, or proposed to be.
  func stand(_ name: String, _ standing: Actor.Standing, proposedBy: String?) throws(CasebookError) {
    try run("UPDATE actor SET state = ?, proposed_by = ? WHERE name = ?") { update in
      update.bind(1, standing.rawValue)
      update.bind(2, proposedBy)
      update.bind(3, name)
    }
  }

  /// A department's count of one kind of asset becomes known of a household.
  func answered(_ entry: Entry, of household: String, _ word: String, _ count: Int?) throws(CasebookError) {
    try facts(
      entry,
      HouseholdStatement(
        household: household, assets: Scheme.Asset.allCases.map { $0.word == word ? count : nil }))
  }

  /// Something becomes known of a household: what the entry states, from its day on.
  func facts(_ entry: Entry, _ said: HouseholdStatement) throws(CasebookError) {
    try run("INSERT INTO household_fact VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") { insert in
      insert.bind(1, said.household)
      insert.bind(2, entry.happenedOn.description)
      insert.bind(3, entry.number)
      insert.bind(4, said.group)
      insert.bind(5, said.members)
      insert.bind(6, said.income?.fen)
      insert.bind(7, said.assets[Scheme.Asset.dwellings.rawValue])
      insert.bind(8, said.assets[Scheme.Asset.businesses.rawValue])
      insert.bind(9, said.assets[Scheme.Asset.vehicles.rawValue])
      insert.bind(10, said.township)
      insert.bind(11, said.village)
    }
  }

  /// A person is a member of a household.
  func member(_ entry: Entry, _ said: MemberStatement) throws(CasebookError) {
    try run("INSERT OR REPLACE INTO member VALUES(?, ?, ?, ?, ?)") { insert in
      insert.bind(1, said.person)
      insert.bind(2, said.household)
      insert.bind(3, said.relation)
      insert.bind(4, said.personal?.number)
      insert.bind(5, entry.number)
    }
  }

  /// A department reports a bill or a loss.
  func bill(_ entry: Entry, _ said: BillStatement) throws(CasebookError) {
    try run(
      """
      INSERT INTO bill(peril, record, household, person, happened_on, amount, casefile, entry)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7)
      ON CONFLICT(peril, record) DO UPDATE SET household = ?3, person = ?4, happened_on = ?5, amount = ?6, entry = ?7
      """
    ) { insert in
      insert.bind(1, said.peril)
      insert.bind(2, said.record)
      insert.bind(3, said.household)
      insert.bind(4, said.person)
      insert.bind(5, said.incurredOn.description)
      insert.bind(6, said.amount.fen)
      insert.bind(7, entry.number)
    }
  }

  /// A file has been taken in whole.
  func fileImported(_ entry: Entry, _ said: FileImportedStatement) throws(CasebookError) {
    try run("INSERT OR IGNORE INTO imported_file VALUES(?, ?, ?)") { insert in
      insert.bind(1, said.digest)
      insert.bind(2, said.file)
      insert.bind(3, entry.number)
    }
  }

  /// A file has gone to another office, or has come from one.
  func officeFile(_ entry: Entry, _ digest: String, _ office: String) throws(CasebookError) {
    try run("INSERT OR IGNORE INTO office_file VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, digest)
      insert.bind(2, entry.kind.rawValue)
      insert.bind(3, office)
      insert.bind(4, entry.number)
    }
  }

  /// Keeps what the journal says of personal data: which row, whose, and its salted digest.
  mutating func personal(_ entry: Entry) throws(CasebookError) {
    guard let said = try entry.keptPersonal() else { return }
    let household: String
    do throws(MissingMember) { household = try entry.needHousehold() } catch { throw entry.damaged(error) }
    state.personal = max(state.personal, said.number)
    try run("INSERT OR REPLACE INTO recorded_personal VALUES(?, ?, ?, ?, NULL)") { insert in
      insert.bind(1, said.number)
      insert.bind(2, household)
      insert.bind(3, said.digest)
      insert.bind(4, entry.number)
    }
  }

  /// The personal data of a household are forgotten: what the journal says of them can no longer be checked.
  func forget(_ entry: Entry, _ said: ForgetStatement) throws(CasebookError) {
    for number in said.numbers {
      try run("UPDATE recorded_personal SET forgotten = ? WHERE number = ?") { update in
        update.bind(1, entry.number)
        update.bind(2, number)
      }
    }
  }
}
