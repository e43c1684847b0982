import Journal
package import Units

/// The columns of cases.
enum CaseColumn: String, TableColumn {
  static let table = "casefile"

  case number
  case claimID = "claim_id"
  case household, person, peril, cause
  case incurredOn = "incurred_on"
  case amount, compensated, way, personal, state, since, until, resume, reason, counted, benefit
  case policyYear = "policy_year"
  case accumulator, payout, payment
  case openedEntry = "opened_entry"
  case decidedEntry = "decided_entry"
  case approvedAs = "approved_as"
  case factsEntry = "facts_entry"
}

// MARK: What is written

extension CaseColumn {
  /// A case begins.
  static let opening = Change<Self>.insert(
    [
      .number, .claimID, .household, .person, .peril, .cause, .incurredOn, .amount, .compensated, .way,
      .personal, .state, .since, .counted, .payout, .openedEntry,
    ], fixed: [.counted: "0", .payout: "0"])
  /// A case moves on.
  static let moving = Change<Self>.update([.state, .since, .until, .resume, .reason], where: .number)
  /// What is claimed with a case is put right; it stays where it stands.
  static let amending = Change<Self>.update(
    [.since, .until, .resume, .claimID, .person, .cause, .incurredOn, .amount, .compensated], where: .number)
  /// The adjudicator has spoken.
  static let decision = Change<Self>.update(
    [
      .state, .since, .until, .resume, .reason, .counted, .benefit, .policyYear, .accumulator, .payout,
      .decidedEntry, .approvedAs,
    ], fixed: [.until: "NULL"], where: .number)
  /// The case names the account its money goes to.
  static let account = Change<Self>.update([.personal], where: .number)
  /// Its money goes to the bank.
  static let paying = Change<Self>.update([.payment], where: .number)
  /// A case counts no longer.
  static let uncounting = Change<Self>.update([.counted], fixed: [.counted: "0"], where: .number)
  /// What of a case that counts no longer is out of the fund.
  static let leaving = Change<Self>.update([.payout], where: .number)
  /// A case is decided again; what is not stated stays.
  static let decidedAgain = Change<Self>.update(
    [.payout, .reason, .counted, .benefit, .policyYear, .accumulator, .approvedAs, .factsEntry],
    fixed: [
      .payout: "\(payout) + \(payout.parameter)", .benefit: benefit.orAsItIs,
      .policyYear: policyYear.orAsItIs, .accumulator: accumulator.orAsItIs, .approvedAs: approvedAs.orAsItIs,
      .factsEntry: factsEntry.orAsItIs,
    ], where: .number)

  private var orAsItIs: String { "coalesce(\(parameter), \(self))" }
}

// MARK: What is asked of cases

extension CaseColumn {
  fileprivate static let byNumber = cases("WHERE \(number.given)")
  fileprivate static let claimedOn = cases(
    """
    WHERE \(household.given) AND \(incurredOn.given) AND state NOT IN ('withdrawn', 'reversed')
      AND (way = 'declare' OR way = 'decide' AND (counted = 1 OR state = 'pended'))
    ORDER BY number
    """)
  fileprivate static let decidedWithin = cases(
    """
    WHERE decided_entry IN
      (SELECT number FROM journal WHERE kind IN ('approve', 'decide') AND \(EntryColumn.happenedOn.within))
    ORDER BY number
    """)
  fileprivate static let decided = cases("WHERE decided_entry IS NOT NULL ORDER BY decided_entry")
  fileprivate static let countedUnder = cases(
    "WHERE \(claimID.given) AND number <> \(number.parameter) AND counted = 1 ORDER BY number LIMIT 1")

  fileprivate static let pendedUnder = cases(
    "WHERE \(claimID.given) AND number <> \(number.parameter) AND state = 'pended' ORDER BY number LIMIT 1")

  fileprivate static func cases(_ clause: String) -> Question<Self> { Question("FROM casefile \(clause)") }

  /// More is to come of the case.
  static let isOpen = "state NOT IN ('paid', 'denied', 'withdrawn', 'reversed')"
  /// As in the schema, word for word: SQLite uses the index of waiting cases only then, and reads no other case.
  fileprivate static let isIndexed = "state NOT IN ('paid', 'denied', 'withdrawn', 'reversed', 'approved')"
}

extension CaseState {
  /// Whether the index of waiting cases holds the cases in this state.
  fileprivate var isIndexed: Bool { isOpen && self != .approved }
}

extension Casebook {
  func cases(
    _ question: Question<CaseColumn>, _ bind: (Parameters) -> Void = { _ in }
  ) throws(CasebookError) -> [Casefile] {
    let found = try rows(question, bind) { Casefile($0) }
    let cases = found.compactMap { $0 }
    guard cases.count == found.count else { throw .damaged(row: CaseColumn.table) }
    return cases
  }

  /// The case with a number, or `nil`.
  package func casefile(_ number: Int) throws(CasebookError) -> Casefile? {
    try cases(CaseColumn.byNumber) { $0(CaseColumn.number, number) }.first
  }

  /// The cases that a filter lets through, in the order of their numbers.
  package func cases(_ filter: CaseFilter = CaseFilter()) throws(CasebookError) -> [Casefile] {
    var conditions: [String] = []
    if let state = filter.state {
      conditions.append(CaseColumn.state.given)
      if state.isIndexed { conditions.append(CaseColumn.isIndexed) }
    }
    if filter.household != nil { conditions.append(CaseColumn.household.given) }
    if filter.isOpen { conditions.append(CaseColumn.isOpen) }
    let clause = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) "
    return try cases(CaseColumn.cases(clause + "ORDER BY number")) { bind in
      if let state = filter.state { bind(CaseColumn.state, state.rawValue) }
      if let household = filter.household { bind(CaseColumn.household, household) }
    }
  }

  /// The cases in some states, none of them closed or approved: the longest wait first.
  func waitingCases(in states: [CaseState]) throws(CasebookError) -> [Casefile] {
    let words = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try cases(
      CaseColumn.cases("WHERE state IN (\(words)) AND \(CaseColumn.isIndexed) ORDER BY since, number"))
  }

  /// The cases decided in a stretch of days, in the order of their numbers.
  package func cases(decidedFrom first: Day, to last: Day) throws(CasebookError) -> [Casefile] {
    guard first <= last else { return [] }
    return try cases(CaseColumn.decidedWithin) {
      $0(EntryColumn.happenedOn, within: first.description...last.description)
    }
  }

  /// All cases on which the adjudicator has spoken, in the order of the decisions.
  func casesByDecision() throws(CasebookError) -> [Casefile] { try cases(CaseColumn.decided) }

  /// The cases that still stand of what a household has declared for events of a day, or a batch has decided: counted, or
  /// waiting. In the order of their numbers.
  func casesClaimed(_ household: String, on day: Day) throws(CasebookError) -> [Casefile] {
    try cases(CaseColumn.claimedOn) { bind in
      bind(CaseColumn.household, household)
      bind(CaseColumn.incurredOn, day)
    }
  }

  /// The counted case that came in with the same claim id.
  func counted(claim id: String, except number: Int) throws(CasebookError) -> Casefile? {
    try cases(CaseColumn.countedUnder) { bind in
      bind(CaseColumn.claimID, id)
      bind(CaseColumn.number, number)
    }.first
  }

  /// The first pended case that came in with the same claim id.
  func pended(claim id: String, except number: Int) throws(CasebookError) -> Casefile? {
    try cases(CaseColumn.pendedUnder) { bind in
      bind(CaseColumn.claimID, id)
      bind(CaseColumn.number, number)
    }.first
  }
}

extension Casefile {
  /// Reads a row of all columns; `nil` where it makes no sense.
  init?(_ row: SQLRow<CaseColumn>) {
    guard let incurredOn = row.day(.incurredOn), let way = EntryKind(rawValue: row.text(.way)),
      let state = CaseState(rawValue: row.text(.state)), let since = row.day(.since)
    else { return nil }
    number = row.int(.number)
    claimID = row.optionalText(.claimID) ?? Casefile.ownClaimID(row.int(.number))
    household = row.text(.household)
    person = row.optionalText(.person)
    peril = row.text(.peril)
    cause = row.optionalText(.cause)
    self.incurredOn = incurredOn
    amount = row.money(.amount)
    compensated = row.optionalInt(.compensated).map { $0 != 0 }
    self.way = way
    personal = row.optionalInt(.personal)
    self.state = state
    self.since = since
    until = row.optionalText(.until).flatMap { Day($0) }
    resume = row.optionalText(.resume).flatMap(CaseState.init)
    reason = row.optionalText(.reason)
    isCounted = row.flag(.counted)
    benefit = row.optionalText(.benefit)
    accumulator = row.optionalMoney(.accumulator)
    payout = row.money(.payout)
    payment = row.optionalInt(.payment)
    openedEntry = row.int(.openedEntry)
    decidedEntry = row.optionalInt(.decidedEntry)
    approvedAs = row.optionalText(.approvedAs).flatMap(Role.init)
    factsEntry = row.optionalInt(.factsEntry) ?? row.optionalInt(.decidedEntry)
  }
}
