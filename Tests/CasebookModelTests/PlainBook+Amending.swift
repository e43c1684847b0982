extension PlainBook {
  /// What was declared of a case is put right: held to what holds for a declaration. Where the wall has shown another cost, or
  /// another answer, the notice comes again.
  mutating func amend(_ number: Int, _ asked: PlainAmendment, _ actor: PlainActor, _ on: Int) throws(Refused)
  {
    let index = try begin("amend", number, actor, on)
    let was = cases[index]
    guard !was.isScreened else { throw Refused(code: "illegal-move") }
    var file = was
    let returned = (was.total ?? 0) - was.amount
    file.total = asked.total ?? was.total
    file.amount = (file.total ?? 0) - returned
    file.incurred = asked.incurred ?? was.incurred
    file.person = asked.person ?? was.person
    file.cause = asked.cause ?? was.cause
    file.compensated = asked.compensated ?? was.compensated
    file.invoice = asked.invoice ?? was.invoice
    let isOtherCost =
      file.amount != was.amount || file.incurred != was.incurred || file.person != was.person
      || file.cause != was.cause || was.invoice != nil && file.invoice != was.invoice
    guard isOtherCost || file.invoice != was.invoice || file.compensated != was.compensated else {
      throw Refused(code: "not-given")
    }
    guard file.cause.map({ rules.causes[$0] != nil }) ?? true, !rules.needsPersons || file.person != nil
    else {
      throw Refused(code: "not-given")
    }
    if isOfAnother(file.person, file.household, file.incurred, on) {
      throw Refused(code: "differs")
    }
    if file.incurred > on { throw Refused(code: "in-the-future") }
    if isClosed(file.incurred, insteadOf: was.incurred) { throw Refused(code: "year-closed") }
    guard file.amount > 0, file.amount <= 10_000_000_000 else { throw Refused(code: "not-given") }
    let isElsewhere =
      file.total != was.total || file.incurred != was.incurred || file.invoice != was.invoice
    if isElsewhere, !asked.isAnother, mistake != .amendedCostTwice,
      holds(file.household, file.peril, file.incurred, file.total ?? 0, file.invoice, but: number)
    {
      throw Refused(code: "already-done")
    }
    let isAnsweredOtherwise = was.compensated != nil && file.compensated != was.compensated
    let isSeen = was.resume == "disclosed" || was.resume == "confirmed"
    let goesBack = isSeen && (isOtherCost || isAnsweredOtherwise) && mistake != .amendedGoesOn
    cases[index] = file
    go(index, "amend", to: was.state, actor, on)
    cases[index].reason = was.reason
    cases[index].resume = goesBack ? "appraised" : was.resume
    cases[index].until = goesBack ? nil : was.until
  }
}
