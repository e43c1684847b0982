import Store
import Units

extension Fold {
  /// A case begins: by declaration, by screening, or as a confirmed claim of a batch.
  mutating func open(_ says: Saying) throws(CasebookError) {
    let number = try says.number("case")
    state.cases = max(state.cases, number)
    let (household, peril) = (try says.text("household"), try says.text("peril"))
    let (incurred, amount) = (try says.text("incurred_on"), try says.yuan("amount"))
    let (to, payload) = (try says.text("to"), says.payload)
    try run(
      """
      INSERT INTO casefile(number, claim_id, household, person, peril, cause, incurred_on, amount, compensated, way, personal,
        state, since, counted, payout, opened_entry) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
      """
    ) { insert in
      insert.bind(1, number)
      insert.bind(2, payload.text("claim"))
      insert.bind(3, household)
      insert.bind(4, payload.text("person"))
      insert.bind(5, peril)
      insert.bind(6, payload.text("cause"))
      insert.bind(7, incurred)
      insert.bind(8, amount.fen)
      insert.bind(9, payload.bool("compensated").map { $0 ? 1 : 0 })
      insert.bind(10, says.entry.kind.rawValue)
      insert.bind(11, payload.record("personal")?.number("number"))
      insert.bind(12, to)
      insert.bind(13, says.day)
      insert.bind(14, says.entry.number)
    }
    for record in payload.texts("bills") {
      try run("UPDATE bill SET casefile = ? WHERE peril = ? AND record = ?") { update in
        update.bind(1, number)
        update.bind(2, peril)
        update.bind(3, record)
      }
    }
    try sign(says, number)
  }

  /// A case moves on: its new state is in the entry.
  func move(_ says: Saying) throws(CasebookError) {
    let (number, to) = (try says.number("case"), try says.text("to"))
    let payload = says.payload
    try run("UPDATE casefile SET state = ?, since = ?, until = ?, resume = ?, reason = ? WHERE number = ?") {
      update in
      update.bind(1, to)
      update.bind(2, says.day)
      update.bind(3, payload.text("until"))
      update.bind(4, payload.text("resume"))
      update.bind(5, payload.text("reason"))
      update.bind(6, number)
    }
    try noteEntry(says)
    try sign(says, number)
  }

  /// Keeps the entry with its case, for whoever wants to see the case whole. The entry that opens a case is kept in the
  /// case itself.
  func noteEntry(_ says: Saying) throws(CasebookError) {
    let number = try says.number("case")
    try run("INSERT INTO case_entry VALUES(?, ?)") { insert in
      insert.bind(1, number)
      insert.bind(2, says.entry.number)
    }
  }

  private func sign(_ says: Saying, _ number: Int) throws(CasebookError) {
    guard let level = says.payload.text("level") else { return }
    try run("INSERT OR IGNORE INTO case_signature VALUES(?, ?, ?)") { insert in
      insert.bind(1, number)
      insert.bind(2, level)
      insert.bind(3, says.entry.actor)
    }
  }

  /// A department has answered, or has not: a count it gave is a fact about the household from that day on.
  func answer(_ says: Saying) throws(CasebookError) {
    let (number, asset) = (try says.number("case"), try says.text("asset"))
    let count = says.payload.number("count")
    try run("INSERT OR REPLACE INTO case_answer VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, number)
      insert.bind(2, asset)
      insert.bind(3, count == nil ? 0 : 1)
      insert.bind(4, says.day)
    }
    if count != nil { try facts(says) }
  }

  /// An objection is raised or resolved; one that is upheld sends the case back, and its answers are asked for anew.
  mutating func objection(_ says: Saying, isOpen: Bool) throws(CasebookError) {
    let (number, objection) = (try says.number("case"), try says.number("objection"))
    state.objections = max(state.objections, objection)
    try run("INSERT OR REPLACE INTO objection VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, objection)
      insert.bind(2, number)
      insert.bind(3, says.payload.text("raised_on") ?? says.day)
      insert.bind(4, isOpen ? 1 : 0)
    }
    guard says.payload.text("to") == CaseState.opened.rawValue else { return }
    try run("DELETE FROM case_answer WHERE casefile = ?") { $0.bind(1, number) }
  }

  /// The household asks for its money to another account, or names one.
  func account(_ says: Saying) throws(CasebookError) {
    guard let personal = says.payload.record("personal")?.number("number") else { return }
    let number = try says.number("case")
    try run("UPDATE casefile SET personal = ? WHERE number = ?") { update in
      update.bind(1, personal)
      update.bind(2, number)
    }
  }
}
