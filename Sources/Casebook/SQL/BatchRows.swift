import Claims
import Journal
import Rules
import Store
import Units

/// The two changes that a batch makes for every claim, with what all of them have in common in their text.
struct BatchRows {
  private let entries: PreparedChange<EntryColumn>
  private let cases: PreparedChange<CaseColumn>

  /// Prepares them for what a recording records.
  init(_ recording: Recording) throws(StoreError) {
    let entry = Change<EntryColumn>.insert(fixed: [
      .recordedAt: BatchRows.quoted(recording.recordedAt), .happenedOn: "'\(recording.on)'",
      .actor: BatchRows.quoted(recording.actor.name), .role: "'\(recording.actor.role.rawValue)'",
      .kind: "'decide'", .engine: BatchRows.quoted(Program.engine), .scheme: "'\(recording.state.scheme)'",
    ])
    entries = try recording.book.database.prepare(entry)
    cases = try BatchRows.cases(recording)
  }

  /// The change that enters a decided claim's case.
  static func cases(_ recording: Recording) throws(StoreError) -> PreparedChange<CaseColumn> {
    let change = Change<CaseColumn>.insert(
      [
        .number, .claimID, .household, .person, .peril, .cause, .incurredOn, .amount, .compensated, .way,
        .state, .since, .resume, .reason, .counted, .benefit, .policyYear, .accumulator, .payout,
        .openedEntry,
        .decidedEntry, .approvedAs,
      ],
      fixed: [
        .way: "'decide'", .since: "'\(recording.on)'", .decidedEntry: CaseColumn.openedEntry.parameter,
        .approvedAs: "'\(recording.actor.role.rawValue)'",
      ])
    return try recording.book.database.prepare(change)
  }

  /// Enters a claim's decision and its case.
  ///
  /// - Parameter payload: the entry's, in canonical form.
  func enter(
    _ claim: BatchClaim, payload: UnsafeRawBufferPointer, of book: Casebook
  ) throws(StoreError) {
    try entries.run { bind in
      bind(.number, claim.entry)
      unsafe bind(.payload, textBytes: payload)
    }
    try cases.enter(claim, of: book)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension PreparedChange<CaseColumn> {
  /// Enters a decided claim's case.
  func enter(_ claim: BatchClaim, of book: Casebook) throws(StoreError) {
    try run { bind in
      bind(.number, claim.number)
      bind(.claimID, claim.id)
      bind(.household, claim.household)
      bind(.person, claim.person)
      bind(.peril, book.scheme.perils[claim.peril].id)
      bind(.cause, claim.cause.map { book.scheme.causes[$0].id })
      bind(.incurredOn, claim.day)
      bind(.amount, claim.amount)
      bind(.compensated, claim.compensated)
      bind(.state, claim.state.rawValue)
      bind(.resume, claim.state == .pended ? CaseState.confirmed.rawValue : nil)
      bind(.reason, claim.reason.code)
      bind(.counted, claim.reason.isCounted)
      bind(.benefit, claim.money.map { book.scheme.benefits[$0.benefitIndex].id })
      bind(.policyYear, claim.money.map { $0.policyYear.began })
      bind(.accumulator, claim.money.map { $0.accumulator })
      bind(.payout, claim.payout)
      bind(.openedEntry, claim.entry)
    }
  }
}

extension Database {
  /// Drops the indexes of cases, to make them anew behind a large batch.
  func dropCaseIndexes() throws(StoreError) {
    for index in CasebookSchema.casefileIndexes { try execute("DROP INDEX \(index.name)") }
  }

  /// Makes the indexes of cases.
  func makeCaseIndexes() throws(StoreError) {
    for index in CasebookSchema.casefileIndexes { try execute(index.sql) }
  }
}
