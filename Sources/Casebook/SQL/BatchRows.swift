import Claims
package import Journal
import Rules
package import Store
package import Units

/// The two changes that a batch makes for every claim, with what all of them have in common in their text.
final class BatchRows {
  private let entries: PreparedChange<EntryColumn>
  private let cases: BatchCases
  private let book: Casebook

  /// Prepares them for what an actor records.
  init(
    _ book: Casebook, by actor: Actor, on day: Day, recordedAt: String, scheme: String
  ) throws(StoreError) {
    self.book = book
    let entry = Change<EntryColumn>.insert(fixed: [
      .recordedAt: BatchRows.quoted(recordedAt), .happenedOn: "'\(day)'",
      .actor: BatchRows.quoted(actor.name), .role: "'\(actor.role.rawValue)'",
      .kind: "'decide'", .engine: BatchRows.quoted(Program.engine), .scheme: "'\(scheme)'",
    ])
    entries = try book.database.prepare(entry)
    cases = try BatchCases(book, by: actor.role, on: day)
  }

  /// Enters a claim's decision and its case.
  ///
  /// - Parameter payload: the entry's, in canonical form.
  func enter(_ claim: BatchClaim, payload: UnsafeRawBufferPointer) throws(StoreError) {
    try entries.run { bind in
      bind(.number, claim.entry)
      unsafe bind(.payload, textBytes: payload)
    }
    try cases.enter(claim)
    try cases.noteWaiting(claim)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

/// The change that enters a decided claim's case, with what all cases of a batch have in common in its text.
package final class BatchCases {
  private let change: PreparedChange<CaseColumn>
  private let book: Casebook

  /// Prepares it for what a role decides.
  package init(_ book: Casebook, by role: Role, on day: Day) throws(StoreError) {
    self.book = book
    let change = Change<CaseColumn>.insert(
      [
        .number, .claimID, .household, .person, .peril, .cause, .incurredOn, .amount, .compensated, .way,
        .state, .since, .resume, .reason, .counted, .benefit, .policyYear, .accumulator, .payout,
        .openedEntry,
        .decidedEntry, .approvedAs,
      ],
      fixed: [
        .way: "'decide'", .since: "'\(day)'", .decidedEntry: CaseColumn.openedEntry.parameter,
        .approvedAs: "'\(role.rawValue)'",
      ])
    self.change = try book.database.prepare(change)
  }

  /// Notes what a decided claim waits for, if it does.
  package func noteWaiting(_ claim: BatchClaim) throws(StoreError) {
    guard claim.state == .exhausted else { return }
    try book.statements.run(WaitingColumn.insertion) { bind in
      bind(.entry, claim.entry)
      bind(.casefile, claim.number)
      bind(.amount, claim.payout)
    }
  }

  /// Enters a decided claim's case.
  package func enter(_ claim: BatchClaim) throws(StoreError) {
    try change.run { bind in
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
