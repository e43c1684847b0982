import Journal
import Units

/// What cases come to together.
private enum CaseSumColumn: String, SQLColumn {
  case state
  case cases = "count(*)"
  case amount = "sum(amount)"

  static let byState = Question<Self>([.state, .cases, .amount], "FROM casefile GROUP BY state")
  static let all = Question<Self>([.amount], "FROM casefile")
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

  /// What was decided to be paid within some days and still stands, whether or not the fund reaches for it yet.
  func decided(within days: ClosedRange<Day>) throws(CasebookError) -> Yuan {
    try first(DecidedColumn.question) {
      $0(EntryColumn.happenedOn, within: days)
    } read: {
      $0.money(.sum)
    } ?? .zero
  }
}
