import Claims
import Journal
import Units

/// The columns of the costs that were taken over from another casebook, and that count as they counted there.
enum CarriedColumn: String, TableColumn {
  static let table = "carried"

  case entry, after
  case casefile = "case_before"
  case claimID = "claim_id"
  case household, person, peril
  case incurredOn = "incurred_on"
  case amount, payout, total, invoice, core

  static let insertion = Change<Self>.insert()

  fileprivate static let all = Question<Self>("FROM carried ORDER BY entry")
  fileprivate static let ofHousehold = Question<Self>("FROM carried WHERE \(household.given) ORDER BY entry")
  fileprivate static let ofCost = Question<Self>(
    [.casefile],
    """
    FROM carried WHERE \(household.given) AND \(incurredOn.given)
      AND coalesce(\(total.given), \(amount.given)) ORDER BY case_before
    """)
  fileprivate static let numbered = Question<Self>(
    [.casefile],
    "FROM carried WHERE \(core.given) AND (\(household.given) OR \(peril.given)) ORDER BY case_before")
  fileprivate static let underClaim = Question<Self>(
    "FROM carried WHERE \(claimID.given) ORDER BY entry LIMIT 1")
}

/// The heads as of which costs were taken over.
private enum CarriedHeadColumn: String, SQLColumn {
  case after

  static let all = Question<Self>([.after], isDistinct: true, "FROM carried")
}

/// What was taken over comes to.
private enum CarriedSumColumn: String, SQLColumn {
  case costs = "count(*)"
  case payout = "sum(payout)"

  static let all = Question<Self>("FROM carried")
}

/// A cost that was taken over from another casebook.
struct CarriedCost: Hashable, Sendable {
  /// The case there, and the claim's id where it had one of its own.
  let casefile: Int
  let claimID: String?
  let household: String
  let person: String?
  let peril: String
  let day: Day
  let amount: Yuan
  var payout: Yuan
  /// The cost before anything came back, and the number of its invoice or stay, where the case said.
  let total: Yuan?
  let invoice: String?

  init(
    casefile: Int, claimID: String?, household: String, person: String?, peril: String, day: Day,
    amount: Yuan,
    payout: Yuan, total: Yuan?, invoice: String?
  ) {
    self.casefile = casefile
    self.claimID = claimID
    self.household = household
    self.person = person
    self.peril = peril
    self.day = day
    self.amount = amount
    self.payout = payout
    self.total = total
    self.invoice = invoice
  }

  init(_ cost: CountedCost, claimID: String?, total: Yuan?, invoice: String?) {
    self.init(
      casefile: cost.casefile, claimID: claimID, household: cost.household, person: cost.person,
      peril: cost.peril, day: cost.day, amount: cost.amount, payout: cost.payout, total: total,
      invoice: invoice)
  }

  fileprivate init?(_ row: SQLRow<CarriedColumn>) {
    guard let day = row.day(.incurredOn) else { return nil }
    casefile = row.int(.casefile)
    claimID = row.optionalText(.claimID)
    household = row.text(.household)
    person = row.optionalText(.person)
    peril = row.text(.peril)
    self.day = day
    amount = row.money(.amount)
    payout = row.money(.payout)
    total = row.optionalMoney(.total)
    invoice = row.optionalText(.invoice)
  }
}

extension Casebook {
  private func carried(
    _ question: Question<CarriedColumn>, _ bind: (Parameters) -> Void
  ) throws(CasebookError) -> [CarriedCost] {
    let found = try rows(question, bind) { CarriedCost($0) }
    let costs = found.compactMap { $0 }
    guard costs.count == found.count else { throw .damaged(row: CarriedColumn.table) }
    return costs
  }

  /// The costs that were taken over, in the order of their entries.
  func carriedCosts() throws(CasebookError) -> [CarriedCost] { try carried(CarriedColumn.all) { _ in } }

  /// Those of a household.
  func carriedCosts(of household: String) throws(CasebookError) -> [CarriedCost] {
    try carried(CarriedColumn.ofHousehold) { $0(CarriedColumn.household, household) }
  }

  /// How many costs were taken over, and what of them was paid.
  func carriedSum() throws(CasebookError) -> (costs: Int, payout: Yuan) {
    try first(CarriedSumColumn.all) { ($0.int(.costs), $0.money(.payout)) } ?? (0, .zero)
  }

  /// The roots of the heads as of which costs were taken over.
  func carriedAfter() throws(CasebookError) -> [String] {
    try rows(CarriedHeadColumn.all) { $0.text(.after) }
  }

  /// The cases that a cost was taken over from, ascending: known by its household, its day and its total, or by what was left
  /// where one of the two does not say its total.
  func carriedCosts(
    _ household: String, on day: Day, total: Yuan?, left: Yuan
  ) throws(CasebookError) -> [Int] {
    try rows(CarriedColumn.ofCost) { bind in
      bind(CarriedColumn.household, household)
      bind(CarriedColumn.incurredOn, day)
      bind(CarriedColumn.total, total)
      bind(CarriedColumn.amount, left)
    } read: {
      $0.int(.casefile)
    }
  }

  /// The cases that a cost with a number like one was taken over from, of the household or the peril, ascending.
  func carriedCosts(
    numbered core: String, _ household: String, _ peril: String
  ) throws(CasebookError) -> [Int] {
    try rows(CarriedColumn.numbered) { bind in
      bind(CarriedColumn.core, core)
      bind(CarriedColumn.household, household)
      bind(CarriedColumn.peril, peril)
    } read: {
      $0.int(.casefile)
    }
  }

  /// The cost that was taken over under a claim id.
  func carried(claim id: String) throws(CasebookError) -> CarriedCost? {
    try carried(CarriedColumn.underClaim) { $0(CarriedColumn.claimID, id) }.first
  }
}
