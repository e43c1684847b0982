package import Journal
import Store
package import Units

/// A case as the casebook has it now.
package struct Casefile: Hashable, Sendable {
  /// From 1, in the order of opening.
  package let number: Int
  /// The claim's id: the one in the file it came in, or `case-17`.
  package let claimID: String
  package let household: String
  package let person: String?
  /// Words of the scheme.
  package let peril: String
  package let cause: String?
  package let incurredOn: Day
  /// The cost left to the household.
  package let amount: Yuan
  package let compensated: Bool?
  /// How it came in: the kind of the entry that opened it.
  package let way: EntryKind
  /// The row of personal data with the account to pay to.
  package let personal: Int?
  package let state: CaseState
  /// The day of the last step.
  package let since: Day
  /// The last day of public notice, or the day by which the next step is due.
  package let until: Day?
  /// The state to which a pended case returns.
  package let resume: CaseState?
  /// Why: the reason code of a decision, or what was said when it was pended, withdrawn or reversed.
  package let reason: String?
  /// Whether its amount is in the accumulator.
  package let isCounted: Bool
  package let benefit: String?
  package let policyYear: PolicyYear?
  package let accumulator: Yuan?
  /// All that it is to be paid.
  package let payout: Yuan
  /// The last payment made for it.
  package let payment: Int?
  package let openedEntry: Int
  package let decidedEntry: Int?
  /// The role that approved it.
  package let approvedAs: Role?
}

extension Casefile {
  static let columns = """
    number, claim_id, household, person, peril, cause, incurred_on, amount, compensated, way, personal, state, since, until,
    resume, reason, counted, benefit, policy_year, accumulator, payout, payment, opened_entry, decided_entry, approved_as
    """

  /// Reads a row of ``columns``; `nil` where it makes no sense.
  init?(_ row: Statement) {
    guard let incurredOn = Day(row.text(6)), let way = EntryKind(rawValue: row.text(9)),
      let state = CaseState(rawValue: row.text(11)), let since = Day(row.text(12))
    else { return nil }
    number = row.int(0)
    claimID = row.optionalText(1) ?? Casefile.ownClaimID(row.int(0))
    household = row.text(2)
    person = row.optionalText(3)
    peril = row.text(4)
    cause = row.optionalText(5)
    self.incurredOn = incurredOn
    amount = Yuan(fen: row.int64(7))
    compensated = row.optionalInt64(8).map { $0 != 0 }
    self.way = way
    personal = row.optionalInt64(10).map { Int($0) }
    self.state = state
    self.since = since
    until = row.optionalText(13).flatMap { Day($0) }
    resume = row.optionalText(14).flatMap(CaseState.init)
    reason = row.optionalText(15)
    isCounted = row.int(16) != 0
    benefit = row.optionalText(17)
    policyYear = row.optionalInt64(18).map { PolicyYear(began: Int($0)) }
    accumulator = row.optionalInt64(19).map { Yuan(fen: $0) }
    payout = Yuan(fen: row.int64(20))
    payment = row.optionalInt64(21).map { Int($0) }
    openedEntry = row.int(22)
    decidedEntry = row.optionalInt64(23).map { Int($0) }
    approvedAs = row.optionalText(24).flatMap(Role.init)
  }

  /// The claim id of a case that came in without one.
  package static func ownClaimID(_ number: Int) -> String { "case-\(number)" }
}

extension Casebook {
  /// The case with a number, or `nil`.
  package func casefile(_ number: Int) throws(CasebookError) -> Casefile? {
    try casefiles("WHERE number = ?") { $0.bind(1, number) }.first
  }

  /// The cases that a clause of SQL picks.
  func casefiles(_ clause: String, _ bind: (Statement) -> Void = { _ in }) throws(CasebookError) -> [Casefile]
  {
    let rows = try reading { () throws(StoreError) in
      let query = try statements["SELECT \(Casefile.columns) FROM casefile \(clause)"]
      bind(query)
      return try query.rows { Casefile($0) }
    }
    let cases = rows.compactMap { $0 }
    guard cases.count == rows.count else { throw .damaged(row: "casefile") }
    return cases
  }

  /// A single whole number that a query gives; 0 where it gives none.
  func scalar(_ sql: String, _ bind: (Statement) -> Void = { _ in }) throws(CasebookError) -> Int64 {
    try reading { () throws(StoreError) in
      let query = try statements[sql]
      bind(query)
      return try query.rows { $0.optionalInt64(0) ?? 0 }.first ?? 0
    }
  }
}
