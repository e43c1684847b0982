import Journal
import Store
import Units

extension Fold {
  /// A case begins: by declaration, by screening, or as a confirmed claim of a batch.
  mutating func open(
    _ entry: Entry, _ step: CaseStep, _ opening: CaseOpening, claim: String? = nil, bills: [String] = [],
    personal: Int? = nil
  ) throws(CasebookError) {
    state.cases = max(state.cases, step.number)
    let to = try to(entry, step)
    try run(
      """
      INSERT INTO casefile(number, claim_id, household, person, peril, cause, incurred_on, amount, compensated, way, personal,
        state, since, counted, payout, opened_entry) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
      """
    ) { insert in
      insert.bind(1, step.number)
      insert.bind(2, claim)
      insert.bind(3, step.household)
      insert.bind(4, opening.person)
      insert.bind(5, opening.peril)
      insert.bind(6, opening.cause)
      insert.bind(7, opening.incurredOn.description)
      insert.bind(8, opening.amount.fen)
      insert.bind(9, opening.compensated.map { $0 ? 1 : 0 })
      insert.bind(10, entry.kind.rawValue)
      insert.bind(11, personal)
      insert.bind(12, to.rawValue)
      insert.bind(13, entry.happenedOn.description)
      insert.bind(14, entry.number)
    }
    for record in bills {
      try run("UPDATE bill SET casefile = ? WHERE peril = ? AND record = ?") { update in
        update.bind(1, step.number)
        update.bind(2, opening.peril)
        update.bind(3, record)
      }
    }
    try sign(entry, step)
  }

  /// A case moves on: its new state is in the entry.
  func move(
    _ entry: Entry, _ step: CaseStep, until: Day? = nil, resume: CaseState? = nil, reason: String? = nil
  ) throws(CasebookError) {
    let to = try to(entry, step)
    try run("UPDATE casefile SET state = ?, since = ?, until = ?, resume = ?, reason = ? WHERE number = ?") {
      update in
      update.bind(1, to.rawValue)
      update.bind(2, entry.happenedOn.description)
      update.bind(3, until?.description)
      update.bind(4, resume?.rawValue)
      update.bind(5, reason)
      update.bind(6, step.number)
    }
    try noteEntry(entry, step)
    try sign(entry, step)
  }

  /// Where a step leaves its case.
  func to(_ entry: Entry, _ step: CaseStep) throws(CasebookError) -> CaseState {
    do throws(MissingMember) { return try step.goesTo() } catch { throw entry.damaged(error) }
  }

  /// Keeps the entry with its case, for whoever wants to see the case whole. The entry that opens a case is kept in the
  /// case itself.
  func noteEntry(_ entry: Entry, _ step: CaseStep) throws(CasebookError) {
    try run("INSERT INTO case_entry VALUES(?, ?)") { insert in
      insert.bind(1, step.number)
      insert.bind(2, entry.number)
    }
  }

  private func sign(_ entry: Entry, _ step: CaseStep) throws(CasebookError) {
    guard let level = step.level else { return }
    try run("INSERT OR IGNORE INTO case_signature VALUES(?, ?, ?)") { insert in
      insert.bind(1, step.number)
      insert.bind(2, level.rawValue)
      insert.bind(3, entry.actor)
    }
  }

  /// A department has answered, or has not: a count it gave is a fact about the household from that day on.
  func answer(_ entry: Entry, _ said: VerifyStatement) throws(CasebookError) {
    try run("INSERT OR REPLACE INTO case_answer VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, said.step.number)
      insert.bind(2, said.asset)
      insert.bind(3, said.count == nil ? 0 : 1)
      insert.bind(4, entry.happenedOn.description)
    }
    if said.count != nil { try answered(entry, of: said.step.household, said.asset, said.count) }
  }

  /// An objection is raised or resolved; one that is upheld sends the case back, and its answers are asked for anew.
  mutating func objection(
    _ number: Int, _ step: CaseStep, raisedOn: Day, isOpen: Bool
  ) throws(CasebookError) {
    state.objections = max(state.objections, number)
    try run("INSERT OR REPLACE INTO objection VALUES(?, ?, ?, ?)") { insert in
      insert.bind(1, number)
      insert.bind(2, step.number)
      insert.bind(3, raisedOn.description)
      insert.bind(4, isOpen ? 1 : 0)
    }
    guard step.to == .opened else { return }
    try run("DELETE FROM case_answer WHERE casefile = ?") { $0.bind(1, step.number) }
  }

  /// The household asks for its money to another account, or names one.
  func account(_ step: CaseStep, _ personal: PersonalReference) throws(CasebookError) {
    try run("UPDATE casefile SET personal = ? WHERE number = ?") { update in
      update.bind(1, personal.number)
      update.bind(2, step.number)
    }
  }
}
