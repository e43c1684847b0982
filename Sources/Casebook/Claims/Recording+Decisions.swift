import Claims
import Journal
import Rules
import Sealing
import Store
import Units

/// Writes the rows of batch decisions: the journal's, and the case that the fold would derive from it.
struct JournalRows {
  private let recording: Recording

  init(_ recording: Recording) { self.recording = recording }

  func insert(_ claim: BatchClaim, payload: UnsafeRawBufferPointer) throws(CasebookError) {
    do throws(StoreError) {
      let entry = try recording.batchStatement(.journal)
      entry.bind(1, claim.entry)
      unsafe entry.bind(2, textBytes: payload)
      try entry.run()
      let row = try recording.batchStatement(.casefile)
      row.bind(claim, of: recording.book)
      try row.run()
    } catch { throw .store(error) }
  }
}

extension Statement {
  /// Binds the row of a decided claim's case.
  func bind(_ claim: BatchClaim, of book: Casebook) {
    bind(1, claim.number)
    bind(2, claim.id)
    bind(3, claim.household)
    bind(4, claim.person)
    bind(5, book.scheme.perils[claim.peril].id)
    bind(6, claim.cause.map { book.scheme.causes[$0].id })
    bind(7, claim.day.description)
    bind(8, claim.amount.fen)
    bind(9, claim.compensated.map { $0 ? 1 : 0 })
    bind(10, claim.state.rawValue)
    bind(11, claim.state == .pended ? CaseState.confirmed.rawValue : nil)
    bind(12, claim.reason.code)
    bind(13, claim.reason.isCounted ? 1 : 0)
    bind(14, claim.money.map { book.scheme.benefits[$0.benefitIndex].id })
    bind(15, claim.money.map { $0.policyYear.began })
    bind(16, claim.money.map { $0.accumulator.fen })
    bind(17, claim.payout.fen)
    bind(18, claim.entry)
  }
}

extension Recording {
  /// The two statements that a batch runs for every claim, with what all of them have in common.
  enum BatchStatement {
    case journal, casefile

    func sql(_ recording: Recording) -> String {
      func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      }
      switch self {
      case .journal:
        return """
          INSERT INTO journal VALUES(?1, \(quoted(recording.recordedAt)), '\(recording.on)', \(quoted(recording.actor.name)),
            '\(recording.actor.role.rawValue)', 'decide', ?2, \(quoted(Program.engine)), '\(recording.state.scheme)')
          """
      case .casefile:
        return """
          INSERT INTO casefile(number, claim_id, household, person, peril, cause, incurred_on, amount, compensated, way, state,
            since, resume, reason, counted, benefit, policy_year, accumulator, payout, opened_entry, decided_entry, approved_as)
          VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'decide', ?10, '\(recording.on)', ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
            ?18, '\(recording.actor.role.rawValue)')
          """
      }
    }
  }

  func batchStatement(_ which: BatchStatement) throws(StoreError) -> Statement {
    if let prepared = batchStatements[which] { return prepared }
    let statement = try book.database.prepare(which.sql(self))
    batchStatements[which] = statement
    return statement
  }

  /// Takes a batch decision into the casebook's state, as the fold would.
  func note(leaf: Digest, of claim: BatchClaim) {
    state.tree.append(leaf: leaf, hasher)
    state.lastRecordedAt = recordedAt
    state.cases = max(state.cases, claim.number)
    state.called += claim.call ?? .zero
    if claim.state != .exhausted { state.committed += claim.payout }
  }
}

extension DecideStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.open(entry, step, opening, claim: claim)
    try fold.decided(entry, step, decision, resume: resume)
  }

  func retake(_ entry: Entry, by recording: Recording) throws(CasebookError) -> Bool { false }
}
