import Rules
import Sealing
import Store
import Units

extension Fold {
  /// The casebook begins.
  mutating func create(_ says: Saying) throws(CasebookError) {
    state.id = try says.text("book")
    guard let algorithm = DigestAlgorithm(rawValue: try says.text("algorithm")) else {
      throw .damaged(row: "journal")
    }
    state.algorithm = algorithm
    state.scheme = try says.text("scheme")
    state.ruralPopulation = says.payload.number("rural_population")
    try enter(says, .active, proposedBy: nil)
  }

  /// Somebody is enrolled or revoked.
  func actors(_ says: Saying) throws(CasebookError) {
    let by = says.entry.actor
    switch says.entry.kind {
    case .proposeEnrolment: try enter(says, .proposed, proposedBy: by)
    case .enrol: try enter(says, .active, proposedBy: nil)
    case .proposeRevocation: try stand(says, .leaving, proposedBy: by)
    default: try stand(says, .revoked, proposedBy: nil)
    }
  }

  private func enter(_ says: Saying, _ standing: Actor.Standing, proposedBy: String?) throws(CasebookError) {
    let (name, office, role) = (try says.text("name"), try says.text("office"), try says.text("role"))
    let pem = try says.text("public_key")
    let key: PublicKey
    do { key = try PublicKey(pem: pem) } catch { throw .key(error) }
    try run("INSERT OR REPLACE INTO actor VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)") { insert in
      insert.bind(1, name)
      insert.bind(2, office)
      insert.bind(3, role)
      insert.bind(4, says.payload.text("person"))
      insert.bind(5, key.fingerprint.hex)
      insert.bind(6, pem)
      insert.bind(7, standing.rawValue)
      insert.bind(8, proposedBy)
      insert.bind(9, says.entry.number)
    }
    try run("DELETE FROM actor_household WHERE actor = ?") { $0.bind(1, name) }
    for household in says.payload.texts("households") {
      try run("INSERT OR IGNORE INTO actor_household VALUES(?, ?)") { insert in
        insert.bind(1, name)
        insert.bind(2, household)
      }
    }
  }

  private func stand(_ says: Saying, _ standing: Actor.Standing, proposedBy: String?) throws(CasebookError) {
    let name = try says.text("name")
    try run("UPDATE actor SET state = ?, proposed_by = ? WHERE name = ?") { update in
      update.bind(1, standing.rawValue)
      update.bind(2, proposedBy)
      update.bind(3, name)
    }
  }

  /// Something becomes known of a household: what the entry states, from its day on.
  func facts(_ says: Saying) throws(CasebookError) {
    let household = try says.text("household")
    let payload = says.payload
    func asset(_ asset: Scheme.Asset) -> Int? {
      payload.text("asset") == asset.word ? payload.number("count") : payload.number(asset.word)
    }
    try run("INSERT INTO household_fact VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") { insert in
      insert.bind(1, household)
      insert.bind(2, says.day)
      insert.bind(3, says.entry.number)
      insert.bind(4, payload.text("group"))
      insert.bind(5, payload.number("members"))
      insert.bind(6, payload.yuan("annual_income")?.fen)
      insert.bind(7, asset(.dwellings))
      insert.bind(8, asset(.businesses))
      insert.bind(9, asset(.vehicles))
      insert.bind(10, payload.text("township"))
      insert.bind(11, payload.text("village"))
    }
  }

  /// A person is a member of a household.
  func member(_ says: Saying) throws(CasebookError) {
    let (person, household) = (try says.text("person"), try says.text("household"))
    try run("INSERT OR REPLACE INTO member VALUES(?, ?, ?, ?, ?)") { insert in
      insert.bind(1, person)
      insert.bind(2, household)
      insert.bind(3, says.payload.text("relation"))
      insert.bind(4, says.payload.record("personal")?.number("number"))
      insert.bind(5, says.entry.number)
    }
  }

  /// A department reports a bill or a loss.
  func bill(_ says: Saying) throws(CasebookError) {
    let (peril, record) = (try says.text("peril"), try says.text("record"))
    let (household, day, amount) = (
      try says.text("household"), try says.text("incurred_on"), try says.yuan("amount")
    )
    try run(
      """
      INSERT INTO bill(peril, record, household, person, happened_on, amount, casefile, entry)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7)
      ON CONFLICT(peril, record) DO UPDATE SET household = ?3, person = ?4, happened_on = ?5, amount = ?6, entry = ?7
      """
    ) { insert in
      insert.bind(1, peril)
      insert.bind(2, record)
      insert.bind(3, household)
      insert.bind(4, says.payload.text("person"))
      insert.bind(5, day)
      insert.bind(6, amount.fen)
      insert.bind(7, says.entry.number)
    }
  }

  /// A file has been taken in whole.
  func fileImported(_ says: Saying) throws(CasebookError) {
    let (digest, kind) = (try says.text("digest"), try says.text("kind"))
    try run("INSERT OR IGNORE INTO imported_file VALUES(?, ?, ?)") { insert in
      insert.bind(1, digest)
      insert.bind(2, kind)
      insert.bind(3, says.entry.number)
    }
  }

  /// A file has gone to another office, or has come from one.
  func officeFile(_ says: Saying) throws(CasebookError) {
    let (digest, office) = (try says.text("digest"), try says.text("office"))
    try run("INSERT OR IGNORE INTO office_file VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, digest)
      insert.bind(2, says.entry.kind.rawValue)
      insert.bind(3, office)
      insert.bind(4, says.entry.number)
    }
  }

  /// Keeps what the journal says of personal data: which row, whose, and its salted digest.
  mutating func personal(_ says: Saying) throws(CasebookError) {
    guard let record = says.payload.record("personal") else { return }
    let number = try says.need(record.number("number"), "personal.number")
    let digest = try says.need(record.text("digest"), "personal.digest")
    let household = try says.text("household")
    state.personal = max(state.personal, number)
    try run("INSERT OR REPLACE INTO recorded_personal VALUES(?, ?, ?, ?, NULL)") { insert in
      insert.bind(1, number)
      insert.bind(2, household)
      insert.bind(3, digest)
      insert.bind(4, says.entry.number)
    }
  }

  /// The personal data of a household are forgotten: what the journal says of them can no longer be checked.
  func forget(_ says: Saying) throws(CasebookError) {
    for text in says.payload.texts("numbers") {
      let number = try says.need(Int(text), "numbers")
      try run("UPDATE recorded_personal SET forgotten = ? WHERE number = ?") { update in
        update.bind(1, says.entry.number)
        update.bind(2, number)
      }
    }
  }
}

extension Scheme.Asset {
  /// The word in entries and files.
  package var word: String {
    switch self {
    case .dwellings: "dwellings"
    case .businesses: "businesses"
    case .vehicles: "vehicles"
    }
  }
}
