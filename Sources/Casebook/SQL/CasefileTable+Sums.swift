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
  static let exhausted = Question<Self>(
    [.cases, .payout], "FROM casefile WHERE state = 'exhausted'")
}

/// What was decided to be paid within some days and still stands.
private enum PromisedColumn: String, SQLColumn {
  case sum = "sum(c.payout)"

  static let question = Question<Self>(
    """
    FROM casefile c JOIN journal j ON j.number = c.decided_entry
    WHERE c.counted = 1 AND c.state <> 'exhausted' AND j.\(EntryColumn.happenedOn.within)
    """)
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

  /// The cases approved that wait for the next contribution, and what they come to.
  func waitingForMoney() throws(CasebookError) -> (cases: Int, amount: Yuan) {
    try first(CaseSumColumn.exhausted) { ($0.int(.cases), $0.money(.payout)) } ?? (0, .zero)
  }

  /// What was decided to be paid within some days and still stands.
  func promised(within days: ClosedRange<Day>) throws(CasebookError) -> Yuan {
    try first(PromisedColumn.question) {
      $0(EntryColumn.happenedOn, within: days)
    } read: {
      $0.money(.sum)
    } ?? .zero
  }
}
