import Journal
import Store
import Units

extension Fold {
  /// The adjudicator has spoken: the case is counted or not, and what it is paid is promised.
  mutating func decided(
    _ entry: Entry, _ step: CaseStep, _ decision: RecordedDecision, resume: CaseState?
  ) throws(CasebookError) {
    let to = try to(entry, step)
    try run(
      """
      UPDATE casefile SET state = ?, since = ?, until = NULL, resume = ?, reason = ?, counted = ?, benefit = ?,
        policy_year = ?, accumulator = ?, payout = ?, decided_entry = ?, approved_as = ? WHERE number = ?
      """
    ) { update in
      update.bind(1, to.rawValue)
      update.bind(2, entry.happenedOn.description)
      update.bind(3, resume?.rawValue)
      update.bind(4, decision.reasonCode)
      update.bind(5, decision.isCounted ? 1 : 0)
      update.bind(6, decision.benefit)
      update.bind(7, decision.policyYear)
      update.bind(8, decision.accumulator?.fen)
      update.bind(9, decision.payout.fen)
      update.bind(10, entry.number)
      update.bind(11, entry.role)
      update.bind(12, step.number)
    }
    promise(to, decision.payout, call: decision.call)
  }

  /// A sum is promised, unless the fund has to be filled first.
  private mutating func promise(_ to: CaseState, _ payout: Yuan, call: Yuan?) {
    state.called += call ?? .zero
    if to != .exhausted { state.committed += payout }
  }

  /// A payment goes to the bank.
  func pay(_ said: SettleStatement) throws(CasebookError) {
    try run("INSERT INTO payment VALUES(?, ?, ?, ?, ?, 'sent', ?)") { insert in
      insert.bind(1, said.payment)
      insert.bind(2, said.step.number)
      insert.bind(3, said.step.household)
      insert.bind(4, said.amount.fen)
      insert.bind(5, said.settlement)
      insert.bind(6, said.payee)
    }
    try run("UPDATE casefile SET payment = ? WHERE number = ?") { update in
      update.bind(1, said.payment)
      update.bind(2, said.step.number)
    }
  }

  /// The bank has answered.
  func answerPayment(_ said: ReconcileStatement) throws(CasebookError) {
    try run("UPDATE payment SET state = ? WHERE number = ?") { update in
      update.bind(1, said.isPaid ? "paid" : "returned")
      update.bind(2, said.payment)
    }
  }

  /// A case counts no longer. Its bills are in no case then: the next screening may open another.
  func uncount(_ step: CaseStep) throws(CasebookError) {
    try run("UPDATE casefile SET counted = 0, payout = 0 WHERE number = ?") { $0.bind(1, step.number) }
    try run("UPDATE bill SET casefile = NULL WHERE casefile = ?") { $0.bind(1, step.number) }
  }

  /// A corrected scheme pays more for a case that was decided.
  mutating func supplement(_ entry: Entry, _ said: SupplementStatement) throws(CasebookError) {
    try run(
      """
      UPDATE casefile SET payout = payout + ?, reason = ?, counted = ?, benefit = coalesce(?, benefit),
        policy_year = coalesce(?, policy_year), accumulator = coalesce(?, accumulator),
        approved_as = coalesce(?, approved_as) WHERE number = ?
      """
    ) { update in
      update.bind(1, said.amount.fen)
      update.bind(2, said.reason)
      update.bind(3, said.isCounted ? 1 : 0)
      update.bind(4, said.benefit)
      update.bind(5, said.policyYear)
      update.bind(6, said.accumulator?.fen)
      // Who adds to a sum answers for all of it.
      update.bind(7, said.amount > .zero ? entry.role : nil)
      update.bind(8, said.step.number)
    }
    promise(try to(entry, said.step), said.amount, call: said.call)
  }
}
