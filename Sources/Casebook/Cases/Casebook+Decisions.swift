package import Journal
import Store
package import Units

/// What a casebook has decided on a case, with as much of the case as tells it from others.
package struct CaseDecision: Sendable {
  package let number: Int
  /// The claim's id it came in with; `nil` for a case that was declared or screened.
  package let claimID: String?
  package let household: String
  package let person: String?
  package let peril: String
  package let incurredOn: String
  package let amount: Yuan
  package let state: CaseState
  /// The decision's reason code; `nil` before one.
  package let reason: String?
  package let payout: Yuan
}

extension Casebook {
  /// What was decided on every case, in the order of their numbers, handed out one after another. A case that gave way to a later
  /// presentation of its claim is left out: the later one stands for it.
  package func decisions(_ body: (CaseDecision) throws(CasebookError) -> Void) throws(CasebookError) {
    let query: Statement
    do {
      query = try database.prepare(
        """
        SELECT number, claim_id, household, person, peril, incurred_on, amount, state, reason, payout, decided_entry
        FROM casefile ORDER BY number
        """)
    } catch { throw .store(error) }
    while true {
      do { guard try query.step() else { return } } catch { throw .store(error) }
      guard let state = CaseState(rawValue: query.text(7)) else { throw .damaged(row: "casefile") }
      var reason = query.optionalText(8)
      if state == .withdrawn, reason == WithdrawStatement.presentedAgain { continue }
      // Only what the adjudicator said is a reason; what people wrote at other steps is not.
      let decided = query.optionalInt64(10).map { Int($0) }
      if decided == nil || [.withdrawn, .reversed].contains(state) { reason = nil }
      if let decided, state == .returned || state == .approved && reason == nil {
        reason = try entry(decided)?.decision().reasonCode
      }
      try body(
        CaseDecision(
          number: query.int(0), claimID: query.optionalText(1), household: query.text(2),
          person: query.optionalText(3), peril: query.text(4), incurredOn: query.text(5),
          amount: Yuan(fen: query.int64(6)), state: state, reason: reason, payout: Yuan(fen: query.int64(9))))
    }
  }
}
