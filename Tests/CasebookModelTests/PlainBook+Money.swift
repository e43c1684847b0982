extension PlainBook {
  /// The county pays in: first what it owes. With the rest those who wait are paid.
  mutating func contribute(_ amount: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("county", of: actor)
    guard amount > 0 else { throw Refused(code: "not-given") }
    answered += min(owed, amount)
    contributed += amount
    contributions += 1
    entries += 1
    return "took up \(takeUp(actor, on))"
  }

  /// Who waits is promised the money in the order of the waiting, as far as it reaches.
  mutating func takeUp(_ actor: PlainActor, _ on: Int) -> [Int] {
    var taken: [Int] = []
    for sum in waiting.sorted(by: { $0.since < $1.since }) {
      if sum.amount > left, rules.pendsOnDeficit {
        if rules.mayOvertake { continue }
        break
      }
      called += max(0, sum.amount - left)
      waiting.removeAll { $0.since == sum.since }
      let file = cases[sum.casefile - 1]
      let reason = file.reason
      go(
        sum.casefile - 1, "take-up", to: file.state == "exhausted" ? "approved" : file.state, actor,
        max(on, file.since))
      cases[sum.casefile - 1].reason = reason
      taken.append(sum.casefile)
    }
    return taken
  }

  /// Whether a sum is promised that is decided now; otherwise it waits behind the others.
  mutating func isPromised(_ amount: Int) -> Bool {
    if !rules.pendsOnDeficit {
      called += max(0, amount - left)
      return true
    }
    return amount <= left && (waiting.isEmpty || rules.mayOvertake || mistake == .smallSumsOvertake)
  }

  /// What was counted and paid for the account of a cost: its household's or, wherever the person lived, the person's where the
  /// benefit sums so, for its peril and year, whatever the group and benefit under which it was.
  private func account(
    _ benefit: PlainRules.Benefit, _ peril: String, _ household: String, _ person: String?, _ year: Int
  ) -> (counted: Int, paid: Int) {
    var sum = (counted: 0, paid: 0)
    let follows = benefit.isByPerson && mistake != .personsSumsStay
    for other in accountable where other.peril == peril && (follows || other.household == household) {
      for cost in other.costs
      where rules.policyYear(cost.incurred) == year && (!benefit.isByPerson || cost.person == person) {
        sum.counted += cost.amount
        sum.paid += cost.payout
      }
      // What a reversed case was paid stays paid until it has come back.
      for cost in other.outCosts
      where mistake != .reversedMoneyWasNeverPaid && rules.policyYear(cost.incurred) == year
        && (!benefit.isByPerson || cost.person == person)
      {
        sum.paid += cost.payout
      }
    }
    return sum
  }

  /// All that a household was promised in a policy year.
  func total(_ household: String, _ year: Int) -> Int {
    accountable.filter { $0.household == household }.flatMap { $0.costs + $0.outCosts }.filter {
      rules.policyYear($0.incurred) == year
    }
    .reduce(0) { $0 + $1.payout }
  }

  mutating func approve(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    let index = try begin("approve", number, actor, on)
    guard let limit = rules.limits[actor.role] else { throw Refused(code: "wrong-role") }
    let file = cases[index]
    let decided =
      file.isScreened && mistake != .billsAreOneCost ? decideBills(file, on) : decideWhole(file, on)
    let years = Set(decided.costs.filter { $0.payout > 0 }.map { rules.policyYear($0.incurred) })
    for year in years {
      let adding = decided.costs.filter { rules.policyYear($0.incurred) == year }.reduce(0) { $0 + $1.payout }
      if decided.outcome == "approved", let limit, mistake != .limitsBindNobody,
        total(file.household, year) + adding > limit
      {
        throw Refused(code: "over-limit")
      }
    }
    let payout = decided.costs.reduce(0) { $0 + $1.payout }
    var state = decided.outcome
    if decided.outcome == "approved", !isPromised(payout) { state = "exhausted" }
    go(index, "approve", to: state, actor, on)
    if state == "pended" { cases[index].resume = "confirmed" }
    cases[index].reason = decided.reason
    cases[index].decision = decided.reason
    cases[index].costs = decided.costs
    cases[index].approvedAs = actor.role
    cases[index].decidedAt = entries
    cases[index].decidedOn = on
    (cases[index].factsAt, cases[index].factsOn) = (entries, on)
    cases[index].asked = decided.asked
    cases[index].scheme = scheme
    if state == "exhausted" { waiting.append((entries, number, payout)) }
    return "\(decided.reason) \(payout)"
  }

  /// A case that is decided as one, by what is known on the day of the decision.
  private func decideWhole(_ file: PlainCase, _ on: Int) -> (
    reason: String, outcome: String, costs: [PlainCost], asked: [PlainAsked]
  ) {
    let year = rules.policyYear(file.incurred)
    let asked = PlainRules.Asked(
      peril: file.peril, cause: file.cause, compensated: file.compensated, incurred: file.incurred,
      amount: file.amount, known: known(file.household, on: on, for: file.incurred) ?? PlainRules.Known(),
      isStranger: isStranger(file.person, file.household, file.incurred, on))
    let decided = rules.decide(asked) { account($0, file.peril, file.household, file.person, year) }
    let cost = decided.benefit.map {
      PlainCost(
        place: 0, person: file.person, incurred: file.incurred, amount: file.amount, benefit: $0,
        payout: decided.payout, accumulator: decided.accumulator)
    }
    return (
      decided.reason, decided.outcome, [cost].compactMap { $0 },
      [PlainAsked(place: 0, person: file.person, asked: asked)]
    )
  }

  /// A screened case, bill by bill: each on its own day and in its own account; nothing counts while one pends.
  private func decideBills(_ file: PlainCase, _ on: Int) -> (
    reason: String, outcome: String, costs: [PlainCost], asked: [PlainAsked]
  ) {
    let own = bills.filter { $0.casefile == file.number }.map(\.bill)
      .sorted { ($0.incurred, $0.record) < ($1.incurred, $1.record) }
    var book = self
    var costs: [PlainCost] = []
    var all: [PlainAsked] = []
    var reasons: [(reason: String, outcome: String, isCounted: Bool)] = []
    for (place, bill) in own.enumerated() {
      let year = rules.policyYear(bill.incurred)
      let asked = PlainRules.Asked(
        peril: file.peril, cause: nil, compensated: nil, incurred: bill.incurred, amount: bill.amount,
        known: known(file.household, on: on, for: bill.incurred) ?? PlainRules.Known(),
        isStranger: isStranger(bill.person, file.household, bill.incurred, on))
      let decided = rules.decide(asked) {
        book.account($0, file.peril, file.household, bill.person, year)
      }
      all.append(PlainAsked(place: place + 1, person: bill.person, asked: asked))
      reasons.append((decided.reason, decided.outcome, decided.isCounted))
      guard let benefit = decided.benefit else { continue }
      let cost = PlainCost(
        place: place + 1, person: bill.person, incurred: bill.incurred, amount: bill.amount,
        benefit: benefit, payout: decided.payout, accumulator: decided.accumulator)
      costs.append(cost)
      book.cases[file.number - 1].costs.append(cost)
    }
    if let pended = reasons.last(where: { $0.outcome == "pended" }) {
      return (pended.reason, "pended", [], all)
    }
    let telling =
      reasons.last { $0.outcome == "approved" } ?? reasons.last { $0.isCounted } ?? reasons[reasons.count - 1]
    return (telling.reason, telling.outcome, costs, all)
  }

  mutating func settle(_ numbers: [Int], _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("insurer", of: actor)
    let all = numbers.isEmpty
    let chosen = all ? cases.filter { $0.state == "approved" }.map(\.number) : numbers
    var (count, refused) = (0, [String]())
    for number in chosen {
      do throws(Refused) {
        try settle(number, in: settlements + 1, actor, on)
        count += 1
      } catch {
        if !all { throw error }
        refused.append("\(number) \(error.code)")
      }
    }
    if count > 0 { settlements += 1 }
    return "settlement \(count > 0 ? settlements : 0) left \(refused)"
  }

  private mutating func settle(_ number: Int, in settlement: Int, _ actor: PlainActor, _ on: Int)
    throws(Refused)
  {
    let index = try begin("settle", number, actor, on)
    let file = cases[index]
    if mistake != .revisedIsSettled, revised(file) != nil { throw Refused(code: "differs") }
    guard file.hasAccount else { throw Refused(code: "not-given") }
    for year in Set(file.costs.map { rules.policyYear($0.incurred) }) {
      let approvers = cases.filter { other in
        other.household == file.household
          && (other.costs + other.outCosts.filter { $0.payout > 0 }).contains {
            rules.policyYear($0.incurred) == year
          }
      }.compactMap { $0.approvedAs.flatMap { rules.limits[$0] } }
      let isWithin = approvers.contains { limit in
        limit.map { total(file.household, year) <= $0 } ?? true
      }
      guard isWithin else { throw Refused(code: "over-limit") }
    }
    let amount = promised(number)
    go(index, "settle", to: "settled", actor, on)
    cases[index].reason = file.decision
    payments.append(
      PlainPayment(number: payments.count + 1, casefile: number, amount: amount, settlement: settlement))
  }

  mutating func account(_ number: Int, _ hasAccount: Bool, _ actor: PlainActor) throws(Refused) {
    guard number >= 1, number <= cases.count else { throw Refused(code: "no-such-case") }
    guard ["village", "township", "county"].contains(actor.role) else { throw Refused(code: "wrong-role") }
    let file = cases[number - 1]
    if isOwn(actor, file.household) { throw Refused(code: "own-household") }
    if file.signatures["county"]?.contains(actor.name) == true { throw Refused(code: "same-actor") }
    guard !PlainMove.closed.contains(file.state), file.state != "settled" else {
      throw Refused(code: "illegal-move")
    }
    cases[number - 1].hasAccount = hasAccount
    personal.append((file.household, true))
    entries += 1
  }

  /// The case counts no longer; what it was promised is the fund's again, what was sent once it has come.
  mutating func reverse(
    _ number: Int, _ money: String?, _ actor: PlainActor, _ on: Int
  ) throws(Refused) -> String {
    let index = try begin("reverse", number, actor, on)
    let file = cases[index]
    let gone = paid(number) + sent(number)
    guard (money ?? "not-sent" == "not-sent") == (gone == 0) else { throw Refused(code: "not-given") }
    if let said = file.money {
      if said == money ?? "not-sent" { throw Refused(code: "already-done") }
      stay(index, "reverse", actor, on)
      cases[index].money = money ?? "not-sent"
      return "later [] again [] proposed [] took up []"
    }
    waiting.removeAll { $0.casefile == number }
    go(index, "reverse", to: "reversed", actor, on)
    cases[index].reason = "false papers"
    cases[index].costs = []
    (cases[index].outCosts, cases[index].promisedCosts) = (file.costs, file.costs)
    cases[index].leaveOut(gone)
    cases[index].money = money ?? "not-sent"
    free(number)
    proposed[number] = nil
    return follow(file, actor, on)
  }
}
