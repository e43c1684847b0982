import Claims
import Journal
import Units

/// What cases come to together.
private enum CaseSumColumn: String, SQLColumn {
  case state
  case cases = "count(*)"
  case amount = "sum(amount)"
  case payout = "sum(payout)"

  static let byState = Question<Self>([.state, .cases, .amount], "FROM casefile GROUP BY state")
  static let all = Question<Self>([.amount], "FROM casefile")
  static let ofYear = Question<Self>(
    [.payout],
    "FROM casefile WHERE \(CaseColumn.household.given) AND \(CaseColumn.incurredOn.within) AND counted = 1")
  static let ofAccount = Question<Self>(
    [.amount, .payout],
    """
    FROM casefile
    WHERE \(CaseColumn.household.given) AND counted = 1 AND \(CaseColumn.peril.given)
      AND \(CaseColumn.incurredOn.within)
      AND (\(CaseColumn.person.parameter) IS NULL OR coalesce(person, '') = \(CaseColumn.person.parameter))
    """)
}

/// What was decided to be paid within some days and still stands, whether or not the fund reaches for it yet.
private enum DecidedColumn: String, SQLColumn {
  case sum = "sum(c.payout)"

  static let question = Question<Self>(
    """
    FROM casefile c JOIN journal j ON j.number = c.decided_entry
    WHERE c.counted = 1 AND j.\(EntryColumn.happenedOn.within)
    """)
}

extension CaseColumn {
  fileprivate static let approvers = Question<Self>(
    [.approvedAs], isDistinct: true,
    "FROM casefile WHERE \(household.given) AND \(incurredOn.within) AND counted = 1")
}

extension Casebook {
  /// How many cases stand in each state, and the cost they claim.
  func sumsByState() throws(CasebookError) -> [CaseState: CaseTotals.Sum] {
    let found = try rows(CaseSumColumn.byState) {
      (CaseState(rawValue: $0.text(.state)), CaseTotals.Sum(cases: $0.int(.cases), amount: $0.money(.amount)))
    }
    var byState: [CaseState: CaseTotals.Sum] = [:]
    for (state, sum) in found {
      guard let state else { throw .damaged(row: CaseColumn.table) }
      byState[state] = sum
    }
    return byState
  }

  /// The cost that all cases claim.
  func claimedAmount() throws(CasebookError) -> Yuan {
    try first(CaseSumColumn.all) { $0.money(.amount) } ?? .zero
  }

  /// All that a household was promised or paid for events of some days, whatever the peril.
  func promised(_ household: String, in days: ClosedRange<Day>) throws(CasebookError) -> Yuan {
    try first(CaseSumColumn.ofYear) { bind in
      bind(CaseColumn.household, household)
      bind(CaseColumn.incurredOn, within: days)
    } read: {
      $0.money(.payout)
    } ?? .zero
  }

  /// The roles that approved what a household was promised or paid for events of some days; `nil` for a word that is none.
  func approvers(_ household: String, in days: ClosedRange<Day>) throws(CasebookError) -> [Role?] {
    try rows(CaseColumn.approvers) { bind in
      bind(CaseColumn.household, household)
      bind(CaseColumn.incurredOn, within: days)
    } read: {
      $0.optionalText(.approvedAs).flatMap(Role.init)
    }
  }

  /// What was counted and paid so far for a household, or for one person of it, on a peril's events of a policy year.
  ///
  /// - Parameter days: the year's. A case counts in the year of its event under the scheme in force now, whatever the group,
  ///   the benefit and the year under which it was decided.
  func account(
    _ household: String, person: String?, peril: String, in days: ClosedRange<Day>
  ) throws(CasebookError) -> Account {
    try first(CaseSumColumn.ofAccount) { bind in
      bind(CaseColumn.household, household)
      bind(CaseColumn.peril, peril)
      bind(CaseColumn.incurredOn, within: days)
      bind(CaseColumn.person, person)
    } read: {
      Account(accumulated: $0.money(.amount), paid: $0.money(.payout))
    } ?? Account()
  }

  /// What was decided to be paid within some days and still stands, whether or not the fund reaches for it yet.
  func decided(within days: ClosedRange<Day>) throws(CasebookError) -> Yuan {
    try first(DecidedColumn.question) {
      $0(EntryColumn.happenedOn, within: days)
    } read: {
      $0.money(.sum)
    } ?? .zero
  }
}
