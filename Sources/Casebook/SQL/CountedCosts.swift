import Claims
import Journal
package import Units

/// What counts, a row for each cost: a case that was decided as one, or a bill of a screened case, which has a day, a year and
/// an account of its own, or what was taken over from another casebook. Whoever sums up accounts asks here, and never the cases.
enum CountedColumn: String, SQLColumn {
  case number, place, household, person, peril
  case incurredOn = "incurred_on"
  case amount, payout, benefit, accumulator
  case decidedEntry = "decided_entry"
  case approvedAs = "approved_as"
  case amounts = "sum(amount)"
  case payouts = "sum(payout)"

  private static let costs: [Self] = [
    .number, .place, .household, .person, .peril, .incurredOn, .amount, .payout, .benefit, .accumulator,
    .decidedEntry,
  ]

  /// A case that was decided as one has a benefit; the benefits of a screened case stand with its bills.
  ///
  /// - Parameters:
  ///   - isCounted: whether what counts no longer has no cost.
  ///   - others: what comes to them from elsewhere.
  private static func all(
    where cases: String, _ bills: String, countedOnly isCounted: Bool = false, and others: String = ""
  ) -> String {
    """
    FROM (
      SELECT number, 0 AS place, household, person, peril, incurred_on, \(isCounted ? "counted * " : "")amount AS amount, payout, benefit,
        accumulator, decided_entry, approved_as
      FROM casefile WHERE benefit IS NOT NULL \(cases)
      UNION ALL
      SELECT c.number, b.place, c.household, b.person, c.peril, b.incurred_on, \(isCounted ? "c.counted * " : "")b.amount,
        b.payout, b.benefit, b.accumulator, c.decided_entry, c.approved_as
      FROM casefile c JOIN case_bill b ON b.casefile = c.number WHERE b.counted = 1 \(bills)\(others))
    """
  }

  /// In cases of this casebook.
  private static let countedHere = all(where: "AND counted = 1", "AND c.counted = 1")
  private static let counted = all(where: "AND counted = 1", "AND c.counted = 1", and: carried)
  /// Also what counts no longer and is still out of the fund: it counts nothing, and was paid all the same.
  private static let standingHere = all(
    where: "AND (counted = 1 OR payout > 0)", "AND (c.counted = 1 OR b.payout > 0)", countedOnly: true)
  private static let standing = all(
    where: "AND (counted = 1 OR payout > 0)", "AND (c.counted = 1 OR b.payout > 0)", countedOnly: true,
    and: carried)
  private static let carried = """

    UNION ALL
    SELECT 0, 0, household, person, peril, incurred_on, amount, payout, '', amount, entry, NULL FROM carried
    """
  /// Also what was counted once and is no longer.
  private static let everCounted = all(where: "", "")
  private static let accountOfPerson = "\(person.given) AND \(peril.given) AND \(incurredOn.within)"
  private static let account = "\(household.given) AND \(peril.given) AND \(incurredOn.within)"

  fileprivate static let ofYear = Question<Self>(
    [.payouts], "\(standing) WHERE \(household.given) AND \(incurredOn.within)")
  fileprivate static let approvers = Question<Self>(
    [.approvedAs], isDistinct: true, "\(standingHere) WHERE \(household.given) AND \(incurredOn.within)")
  fileprivate static let sums = Question<Self>(
    [.amounts, .payouts],
    """
    \(standing) WHERE \(account)
    """)
  /// Wherever the person lived.
  fileprivate static let sumsOfPerson = Question<Self>(
    [.amounts, .payouts], "\(standing) WHERE \(accountOfPerson)")
  fileprivate static let householdsOfPerson = Question<Self>(
    [.household], isDistinct: true,
    "\(standing) WHERE \(person.given) AND \(incurredOn.within) AND (amount > 0 OR payout > 0)")
  fileprivate static let ofAccount = Question<Self>(
    costs, "\(counted) WHERE \(account) ORDER BY decided_entry, place")
  fileprivate static let ofAccountBefore = Question<Self>(
    costs,
    """
    \(everCounted) WHERE \(account) AND decided_entry < \(decidedEntry.parameter)
    ORDER BY decided_entry, place
    """)
  fileprivate static let ofPersonBefore = Question<Self>(
    costs,
    """
    \(everCounted) WHERE \(accountOfPerson) AND decided_entry < \(decidedEntry.parameter)
    ORDER BY decided_entry, place
    """)
  fileprivate static let householdsBefore = Question<Self>(
    [.household], isDistinct: true,
    """
    \(everCounted) WHERE \(person.given) AND \(incurredOn.within) AND decided_entry < \(decidedEntry.parameter)
    ORDER BY household
    """)
  fileprivate static let ofCase = Question<Self>(
    costs, "\(countedHere) WHERE \(number.given) ORDER BY place")
  /// All in cases of this casebook, by case and place.
  fileprivate static let ofCases = Question<Self>(costs, "\(standingHere) ORDER BY number, place")
  fileprivate static let ofBills = Question<Self>(
    costs,
    """
    FROM (
      SELECT c.number, b.place, c.household, b.person, c.peril, b.incurred_on, c.counted * b.amount AS amount,
        b.payout, b.benefit, b.accumulator, c.decided_entry
      FROM case_bill b JOIN casefile c ON c.number = b.casefile
      WHERE b.counted = 1 AND (c.counted = 1 OR b.payout > 0))
    ORDER BY number, place
    """)
}

/// One cost that counts: a case, or a bill of a screened case, or one that was taken over.
package struct CountedCost: Hashable, Sendable {
  /// 0 of a cost that was taken over.
  package let casefile: Int
  /// The bill's place among those of its case, from 1; 0 of a case that was decided as one.
  package let place: Int
  package let household: String
  package let person: String?
  package let peril: String
  package let day: Day
  package let amount: Yuan
  package let payout: Yuan
  package let benefit: String
  package let accumulator: Yuan
  package let decidedEntry: Int

  fileprivate init?(_ row: SQLRow<CountedColumn>) {
    guard let day = row.day(.incurredOn), let benefit = row.optionalText(.benefit) else { return nil }
    casefile = row.int(.number)
    place = row.int(.place)
    household = row.text(.household)
    person = row.optionalText(.person)
    peril = row.text(.peril)
    self.day = day
    amount = row.money(.amount)
    payout = row.money(.payout)
    self.benefit = benefit
    accumulator = row.money(.accumulator)
    decidedEntry = row.int(.decidedEntry)
  }
}

extension Casebook {
  private func costs(
    _ question: Question<CountedColumn>, _ bind: (Parameters) -> Void
  ) throws(CasebookError) -> [CountedCost] {
    let found = try rows(question, bind) { CountedCost($0) }
    let costs = found.compactMap { $0 }
    guard costs.count == found.count else { throw .damaged(row: CaseColumn.table) }
    return costs
  }

  /// All that a household was promised or paid for events of some days, whatever the peril.
  func promised(_ household: String, in days: ClosedRange<Day>) throws(CasebookError) -> Yuan {
    try first(CountedColumn.ofYear) { bind in
      bind(CountedColumn.household, household)
      bind(CountedColumn.incurredOn, within: days)
    } read: {
      $0.money(.payouts)
    } ?? .zero
  }

  /// The roles that approved what a household was promised or paid for events of some days; `nil` for a word that is none.
  func approvers(_ household: String, in days: ClosedRange<Day>) throws(CasebookError) -> [Role?] {
    try rows(CountedColumn.approvers) { bind in
      bind(CountedColumn.household, household)
      bind(CountedColumn.incurredOn, within: days)
    } read: {
      $0.optionalText(.approvedAs).flatMap(Role.init)
    }
  }

  /// What was counted and paid so far for a household, or for a person wherever they lived, on a peril's events of a policy
  /// year.
  ///
  /// - Parameter days: the year's. A cost counts in the year of its event under the scheme in force now, whatever the group,
  ///   the benefit and the year under which it was decided.
  func account(
    _ household: String, person: String?, peril: String, in days: ClosedRange<Day>
  ) throws(CasebookError) -> Account {
    try first(person == nil ? CountedColumn.sums : CountedColumn.sumsOfPerson) { bind in
      if let person {
        bind(CountedColumn.person, person)
      } else {
        bind(CountedColumn.household, household)
      }
      bind(CountedColumn.peril, peril)
      bind(CountedColumn.incurredOn, within: days)
    } read: {
      Account(accumulated: $0.money(.amounts), paid: $0.money(.payouts))
    } ?? Account()
  }

  /// The counted costs of a household and peril with events of some days, in the order of the decisions.
  func countedCosts(
    _ household: String, _ peril: String, in days: ClosedRange<Day>
  ) throws(CasebookError) -> [CountedCost] {
    try costs(CountedColumn.ofAccount) { bind in
      bind(CountedColumn.household, household)
      bind(CountedColumn.peril, peril)
      bind(CountedColumn.incurredOn, within: days)
    }
  }

  /// The households in which a person has costs with events of some days that count, or are still paid for.
  func households(
    withCostsOf person: String, in days: ClosedRange<Day>
  ) throws(CasebookError) -> [String] {
    try rows(CountedColumn.householdsOfPerson) { bind in
      bind(CountedColumn.person, person)
      bind(CountedColumn.incurredOn, within: days)
    } read: {
      $0.text(.household)
    }
  }

  /// The households in which a person had costs with events of some days before an entry, by their ids.
  func households(
    withCostsOf person: String, in days: ClosedRange<Day>, decidedBefore entry: Int
  ) throws(CasebookError) -> [String] {
    try rows(CountedColumn.householdsBefore) { bind in
      bind(CountedColumn.person, person)
      bind(CountedColumn.incurredOn, within: days)
      bind(CountedColumn.decidedEntry, entry)
    } read: {
      $0.text(.household)
    }
  }

  /// The costs of a household, or of a person wherever they lived, and of a peril with events of some days that were counted
  /// before an entry, in the order of the decisions; also those that have been taken back.
  func countedCosts(
    _ household: String, person: String?, _ peril: String, in days: ClosedRange<Day>,
    decidedBefore entry: Int
  ) throws(CasebookError) -> [CountedCost] {
    try costs(person == nil ? CountedColumn.ofAccountBefore : CountedColumn.ofPersonBefore) { bind in
      if let person {
        bind(CountedColumn.person, person)
      } else {
        bind(CountedColumn.household, household)
      }
      bind(CountedColumn.peril, peril)
      bind(CountedColumn.incurredOn, within: days)
      bind(CountedColumn.decidedEntry, entry)
    }
  }

  /// What of a case counts: itself, or its bills in the order in which they were decided.
  func countedCosts(of number: Int) throws(CasebookError) -> [CountedCost] {
    try costs(CountedColumn.ofCase) { $0(CountedColumn.number, number) }
  }

  /// What of all cases counts, by case and place; also what counts no longer, with no cost, whose money is still out of the
  /// fund.
  func standingCosts() throws(CasebookError) -> [CountedCost] { try costs(CountedColumn.ofCases) { _ in } }

  /// The bills of all screened cases that count, by case and place; also those that count no longer, with no cost, whose money
  /// is still out of the fund.
  package func standingBills() throws(CasebookError) -> [CountedCost] {
    try costs(CountedColumn.ofBills) { _ in }
  }
}
