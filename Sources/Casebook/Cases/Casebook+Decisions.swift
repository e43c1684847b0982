package import Journal
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
    try each(CaseColumn.decisions) { (row) throws(CasebookError) in
      guard let state = CaseState(rawValue: row.text(.state)) else { throw .damaged(row: CaseColumn.table) }
      var reason = row.optionalText(.reason)
      if state == .withdrawn, reason == WithdrawStatement.presentedAgain { return }
      // Only what the adjudicator said is a reason; what people wrote at other steps is not.
      let decided = row.optionalInt(.decidedEntry)
      if decided == nil || [.withdrawn, .reversed].contains(state) { reason = nil }
      if let decided, state == .returned || state == .approved && reason == nil {
        reason = try entry(decided)?.decision().reasonCode
      }
      try body(
        CaseDecision(
          number: row.int(.number), claimID: row.optionalText(.claimID), household: row.text(.household),
          person: row.optionalText(.person), peril: row.text(.peril), incurredOn: row.text(.incurredOn),
          amount: row.money(.amount), state: state, reason: reason,
          payout: state == .reversed ? .zero : row.money(.payout)))
    }
  }
}
