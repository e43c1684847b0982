import Journal
package import Units

extension CaseColumn {
  /// What was counted, what counts no longer and is still out of the fund, and what is pended: what a batch goes on from. A
  /// screened case counts by its bills.
  static let carried = Question<Self>(
    [
      .claimID, .household, .person, .peril, .incurredOn, .amount, .counted, .benefit, .payout, .state,
      .number,
    ], "FROM casefile WHERE counted = 1 OR payout > 0 OR state = 'pended' ORDER BY number")
  /// The cases that hold a cost, but for screened ones, whose bills do.
  static let holding = Question<Self>(
    [.claimID, .household, .incurredOn, .amount, .number],
    """
    FROM casefile WHERE way <> 'screen'
      AND (counted = 1 OR state = 'pended' OR way = 'declare' AND state NOT IN ('withdrawn', 'reversed'))
    """)
  /// As much of each case as tells it from others, and what was decided on it.
  static let decisions = Question<Self>(
    [
      .number, .claimID, .household, .person, .peril, .incurredOn, .amount, .state, .reason, .payout,
      .decidedEntry,
    ], "FROM casefile ORDER BY number")

  fileprivate static let lines = Question<Self>(
    [
      .number, .household, .person, .peril, .incurredOn, .amount, .way, .state, .reason, .counted, .benefit,
      .accumulator, .payout, .personal, .openedEntry, .decidedEntry, .since,
    ], "FROM casefile ORDER BY number")
}

/// A case as its row has it, for a look at all of them: words are not read as anything, days are.
package struct CaseLine: Sendable {
  package let number: Int
  package let household: String
  package let person: String?
  package let peril: String
  /// `nil` where the row names no day.
  package let incurredOn: Day?
  package let amount: Yuan
  package let way: String
  package let state: String
  package let reason: String?
  package let isCounted: Bool
  package let benefit: String?
  package let accumulator: Yuan
  package let payout: Yuan
  /// The row of personal data with the account that the case names, or 0.
  package let personal: Int
  package let openedEntry: Int
  /// The entry of the decision, or 0.
  package let decidedEntry: Int
  package let since: Day?

  fileprivate init(_ row: SQLRow<CaseColumn>) {
    number = row.int(.number)
    household = row.text(.household)
    person = row.optionalText(.person)
    peril = row.text(.peril)
    incurredOn = row.day(.incurredOn)
    amount = row.money(.amount)
    way = row.text(.way)
    state = row.text(.state)
    reason = row.optionalText(.reason)
    isCounted = row.flag(.counted)
    benefit = row.optionalText(.benefit)
    accumulator = row.money(.accumulator)
    payout = row.money(.payout)
    personal = row.int(.personal)
    openedEntry = row.int(.openedEntry)
    decidedEntry = row.int(.decidedEntry)
    since = row.day(.since)
  }
}

extension Casebook {
  /// Hands out all cases as their rows have them, in the order of their numbers.
  package func eachCase(_ body: (CaseLine) throws(CasebookError) -> Void) throws(CasebookError) {
    try each(CaseColumn.lines) { (row) throws(CasebookError) in try body(CaseLine(row)) }
  }
}
