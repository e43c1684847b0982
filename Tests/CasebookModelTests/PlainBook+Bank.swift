/// What the bank answers, and what comes back.
extension PlainBook {
  mutating func reconcile(_ number: Int, _ isPaid: Bool, _ actor: PlainActor, _ on: Int) throws(Refused)
    -> String
  {
    guard number >= 1, number <= payments.count else { throw Refused(code: "no-such-case") }
    guard payments[number - 1].state == "sent" else { throw Refused(code: "already-done") }
    let index = try begin("reconcile", payments[number - 1].casefile, actor, on)
    payments[number - 1].state = isPaid ? "paid" : "returned"
    let casefile = index + 1
    guard cases[index].state != "reversed" else {
      stay(index, "reconcile", actor, on)
      if isPaid { return "" }
      cases[index].leaveOut(cases[index].payout - payments[number - 1].amount)
      return cameBack(index, actor, on)
    }
    let paid = promised(casefile) > 0 ? "approved" : waits(casefile) > 0 ? "exhausted" : "paid"
    go(index, "reconcile", to: isPaid ? paid : "returned", actor, on)
    cases[index].reason = isPaid ? cases[index].decision : "closed account"
    return ""
  }

  /// The bank's answer was recorded wrongly: it is the other one.
  mutating func correct(_ number: Int, _ isPaid: Bool, _ actor: PlainActor, _ on: Int) throws(Refused)
    -> String
  {
    guard number >= 1, number <= payments.count else { throw Refused(code: "no-such-case") }
    let payment = payments[number - 1]
    if payment.state == "sent" { throw Refused(code: "not-given") }
    if payment.state == (isPaid ? "paid" : "returned") { throw Refused(code: "already-done") }
    let index = try begin("reconcile", payment.casefile, actor, on)
    let (isReversed, casefile, amount) = (cases[index].state == "reversed", index + 1, payment.amount)
    if sent(casefile) > 0 { throw Refused(code: "not-given") }
    if isPaid, !isReversed, promised(casefile) < amount { throw Refused(code: "differs") }
    if isPaid, isReversed, left < amount { throw Refused(code: "not-given") }
    if !isPaid, paid(casefile) < amount { throw Refused(code: "differs") }
    payments[number - 1].state = isPaid ? "paid" : "returned"
    if isReversed {
      stay(index, "reconcile", actor, on)
      if mistake != .correctedStaysOut {
        cases[index].leaveOut(cases[index].payout + (isPaid ? amount : -amount))
      }
      if isPaid, cases[index].money == "not-sent" { cases[index].money = "undecided" }
      return isPaid ? follow(cases[index], actor, on) : cameBack(index, actor, on)
    }
    let paid = promised(casefile) > 0 ? "approved" : waits(casefile) > 0 ? "exhausted" : "paid"
    go(index, "reconcile", to: isPaid ? paid : "returned", actor, on)
    cases[index].reason = isPaid ? cases[index].decision : "closed account"
    return ""
  }

  /// A reversed case stays what it is.
  mutating func stay(_ index: Int, _ move: String, _ actor: PlainActor, _ on: Int) {
    let reason = cases[index].reason
    go(index, move, to: "reversed", actor, on)
    cases[index].reason = reason
  }

  /// Money of a reversed case has come back: it is the fund's again.
  mutating func repaid(_ number: Int, _ amount: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String
  {
    let index = try begin("repaid", number, actor, on)
    guard amount > 0, amount <= paid(number) else { throw Refused(code: "not-given") }
    stay(index, "repaid", actor, on)
    if mistake != .repaidStaysPaid { cases[index].leaveOut(cases[index].payout - amount) }
    cases[index].repaid += amount
    return "out \(paid(number)) \(cameBack(index, actor, on))"
  }
}
