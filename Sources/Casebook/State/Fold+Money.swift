import Store
import Units

extension Fold {
  /// The adjudicator has spoken: the case is counted or not, and what it is paid is promised.
  mutating func decided(_ says: Saying) throws(CasebookError) {
    let number = try says.number("case")
    let (to, reason) = (try says.text("to"), try says.text("reason"))
    let payload = says.payload
    let payout = payload.yuan("payout") ?? .zero
    try run(
      """
      UPDATE casefile SET state = ?, since = ?, until = ?, resume = ?, reason = ?, counted = ?, benefit = ?, policy_year = ?,
        accumulator = ?, payout = ?, decided_entry = ?, approved_as = ? WHERE number = ?
      """
    ) { update in
      update.bind(1, to)
      update.bind(2, says.day)
      update.bind(3, payload.text("until"))
      update.bind(4, payload.text("resume"))
      update.bind(5, reason)
      update.bind(6, payload.bool("counted") == true ? 1 : 0)
      update.bind(7, payload.text("benefit"))
      update.bind(8, payload.number("policy_year"))
      update.bind(9, payload.yuan("accumulator")?.fen)
      update.bind(10, payout.fen)
      update.bind(11, says.entry.number)
      update.bind(12, says.entry.role)
      update.bind(13, number)
    }
    promise(to, payout, payload)
  }

  /// A sum is promised, unless the fund has to be filled first.
  private mutating func promise(_ to: String, _ payout: Yuan, _ payload: Payload) {
    state.called += payload.yuan("call") ?? .zero
    if to != CaseState.exhausted.rawValue { state.committed += payout }
  }

  /// A payment goes to the bank.
  mutating func settle(_ says: Saying) throws(CasebookError) {
    let (number, payment) = (try says.number("case"), try says.number("payment"))
    let (settlement, amount) = (try says.number("settlement"), try says.yuan("amount"))
    let household = try says.text("household")
    state.payments = max(state.payments, payment)
    state.settlements = max(state.settlements, settlement)
    try move(says)
    let payee = try says.number("payee")
    try run("INSERT INTO payment VALUES(?, ?, ?, ?, ?, 'sent', ?)") { insert in
      insert.bind(1, payment)
      insert.bind(2, number)
      insert.bind(3, household)
      insert.bind(4, amount.fen)
      insert.bind(5, settlement)
      insert.bind(6, payee)
    }
    try run("UPDATE casefile SET payment = ? WHERE number = ?") { update in
      update.bind(1, payment)
      update.bind(2, number)
    }
  }

  /// The bank has answered: the money is in the account, or it has come back.
  mutating func reconcile(_ says: Saying) throws(CasebookError) {
    let (payment, amount) = (try says.number("payment"), try says.yuan("amount"))
    let isPaid = try says.need(says.payload.bool("paid"), "paid")
    try move(says)
    try run("UPDATE payment SET state = ? WHERE number = ?") { update in
      update.bind(1, isPaid ? "paid" : "returned")
      update.bind(2, payment)
    }
    guard isPaid else { return }
    state.committed = state.committed - amount
    state.paid += amount
  }

  /// A decision is taken back: the case counts no longer, and what it was paid or promised is the fund's again.
  mutating func reverse(_ says: Saying) throws(CasebookError) {
    let number = try says.number("case")
    state.paid = state.paid - (try says.yuan("taken_back"))
    state.committed = state.committed - (try says.yuan("released"))
    try move(says)
    try run("UPDATE casefile SET counted = 0, payout = 0 WHERE number = ?") { $0.bind(1, number) }
    // Its bills are in no case now: the next screening may open another.
    try run("UPDATE bill SET casefile = NULL WHERE casefile = ?") { $0.bind(1, number) }
  }

  /// A case that waited for the fund is promised its money.
  mutating func takeUp(_ says: Saying) throws(CasebookError) {
    try move(says)
    state.committed += try says.yuan("amount")
  }

  /// A corrected scheme pays more for a case that was decided.
  mutating func supplement(_ says: Saying) throws(CasebookError) {
    let (number, to, amount) = (try says.number("case"), try says.text("to"), try says.yuan("amount"))
    try move(says)
    let payload = says.payload
    try run(
      """
      UPDATE casefile SET payout = payout + ?, reason = ?, counted = ?, benefit = coalesce(?, benefit),
        policy_year = coalesce(?, policy_year), accumulator = coalesce(?, accumulator),
        approved_as = coalesce(?, approved_as) WHERE number = ?
      """
    ) { update in
      update.bind(1, amount.fen)
      update.bind(2, payload.text("reason"))
      update.bind(3, payload.bool("counted") == true ? 1 : 0)
      update.bind(4, payload.text("benefit"))
      update.bind(5, payload.number("policy_year"))
      update.bind(6, payload.yuan("accumulator")?.fen)
      // Who adds to a sum answers for all of it.
      update.bind(7, amount > .zero ? says.entry.role : nil)
      update.bind(8, number)
    }
    promise(to, amount, payload)
  }
}
