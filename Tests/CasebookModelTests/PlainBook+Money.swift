extension PlainBook {
  /// The county pays in; cases that wait are taken up in the order of their decisions, as far as it reaches.
  mutating func contribute(_ amount: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("county", of: actor)
    guard amount > 0 else { throw Refused(code: "not-given") }
    contributed += amount
    entries += 1
    var taken: [Int] = []
    for file in cases.filter({ $0.state == "exhausted" }).sorted(by: { $0.decidedAt < $1.decidedAt }) {
      if file.payout > left { break }
      go(file.number - 1, "take-up", to: "approved", actor, max(on, file.since))
      cases[file.number - 1].reason = file.decision
      taken.append(file.number)
    }
    return "took up \(taken)"
  }

  /// What was counted and paid for the account of a cost: its household's, or person's where the benefit sums so, for its peril
  /// and year, whatever the group and benefit under which it was.
  private func account(
    _ benefit: PlainRules.Benefit, _ peril: String, _ household: String, _ person: String?, _ year: Int
  ) -> (counted: Int, paid: Int) {
    var sum = (counted: 0, paid: 0)
    for other in cases where other.peril == peril && other.household == household {
      for cost in other.costs where cost.year == year && (!benefit.isByPerson || cost.person == person) {
        sum.counted += cost.amount
        sum.paid += cost.payout
      }
    }
    return sum
  }

  /// All that a household was promised in a policy year.
  private func promised(_ household: String, _ year: Int) -> Int {
    cases.filter { $0.household == household }.flatMap(\.costs).filter { $0.year == year }
      .reduce(0) { $0 + $1.payout }
  }

  mutating func approve(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    let index = try begin("approve", number, actor, on)
    guard let limit = rules.limits[actor.role] else { throw Refused(code: "wrong-role") }
    let file = cases[index]
    let decided =
      file.isScreened && mistake != .billsAreOneCost ? decideBills(file, on) : decideWhole(file, on)
    let years = Set(decided.costs.filter { $0.payout > 0 }.map(\.year))
    for year in years {
      let adding = decided.costs.filter { $0.year == year }.reduce(0) { $0 + $1.payout }
      if decided.outcome == "approved", let limit, mistake != .limitsBindNobody,
        promised(file.household, year) + adding > limit
      {
        throw Refused(code: "over-limit")
      }
    }
    let payout = decided.costs.reduce(0) { $0 + $1.payout }
    let rest = left
    var state = decided.outcome
    if decided.outcome == "approved", payout > rest {
      if rules.pendsOnDeficit { state = "exhausted" } else { called += payout - rest }
    }
    go(index, "approve", to: state, actor, on)
    if state == "pended" { cases[index].resume = "confirmed" }
    cases[index].reason = decided.reason
    cases[index].decision = decided.reason
    cases[index].costs = decided.costs
    cases[index].approvedAs = actor.role
    cases[index].decidedAt = entries
    return "\(decided.reason) \(payout)"
  }

  /// A case that is decided as one, by what is known on the day of the decision.
  private func decideWhole(_ file: PlainCase, _ on: Int) -> (
    reason: String, outcome: String, costs: [PlainCost]
  ) {
    let year = rules.policyYear(file.incurred)
    let asked = PlainRules.Asked(
      peril: file.peril, cause: file.cause, compensated: file.compensated, incurred: file.incurred,
      amount: file.amount, known: known(file.household, on: on, for: file.incurred) ?? PlainRules.Known())
    let decided = rules.decide(asked) { account($0, file.peril, file.household, file.person, year) }
    let cost = decided.benefit.map {
      PlainCost(
        place: 0, person: file.person, amount: file.amount, benefit: $0, year: year, payout: decided.payout)
    }
    return (decided.reason, decided.outcome, [cost].compactMap { $0 })
  }

  /// A screened case, bill by bill: each on its own day and in its own account; nothing counts while one pends.
  private func decideBills(_ file: PlainCase, _ on: Int) -> (
    reason: String, outcome: String, costs: [PlainCost]
  ) {
    let own = bills.filter { $0.casefile == file.number }.map(\.bill)
      .sorted { ($0.incurred, $0.record) < ($1.incurred, $1.record) }
    var book = self
    var costs: [PlainCost] = []
    var reasons: [(reason: String, outcome: String, isCounted: Bool)] = []
    for (place, bill) in own.enumerated() {
      let year = rules.policyYear(bill.incurred)
      let asked = PlainRules.Asked(
        peril: file.peril, cause: nil, compensated: nil, incurred: bill.incurred, amount: bill.amount,
        known: known(file.household, on: on, for: bill.incurred) ?? PlainRules.Known())
      let decided = rules.decide(asked) {
        book.account($0, file.peril, file.household, bill.person, year)
      }
      reasons.append((decided.reason, decided.outcome, decided.isCounted))
      guard let benefit = decided.benefit else { continue }
      let cost = PlainCost(
        place: place + 1, person: bill.person, amount: bill.amount, benefit: benefit, year: year,
        payout: decided.payout)
      costs.append(cost)
      book.cases[file.number - 1].costs.append(cost)
    }
    if let pended = reasons.last(where: { $0.outcome == "pended" }) { return (pended.reason, "pended", []) }
    let telling =
      reasons.last { $0.outcome == "approved" } ?? reasons.last { $0.isCounted } ?? reasons[reasons.count - 1]
    return (telling.reason, telling.outcome, costs)
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
    guard file.hasAccount else { throw Refused(code: "not-given") }
    for year in Set(file.costs.map(\.year)) {
      let approvers = cases.filter { other in
        other.household == file.household && other.costs.contains { $0.year == year }
      }.compactMap { $0.approvedAs.flatMap { rules.limits[$0] } }
      let isWithin = approvers.contains { limit in
        limit.map { promised(file.household, year) <= $0 } ?? true
      }
      guard isWithin else { throw Refused(code: "over-limit") }
    }
    go(index, "settle", to: "settled", actor, on)
    cases[index].reason = file.decision
    payments.append(
      PlainPayment(
        number: payments.count + 1, casefile: number, amount: file.payout, settlement: settlement))
  }

  mutating func reconcile(_ number: Int, _ isPaid: Bool, _ actor: PlainActor, _ on: Int) throws(Refused) {
    guard number >= 1, number <= payments.count else { throw Refused(code: "no-such-case") }
    guard payments[number - 1].state == "sent" else { throw Refused(code: "already-done") }
    let index = try begin("reconcile", payments[number - 1].casefile, actor, on)
    payments[number - 1].state = isPaid ? "paid" : "returned"
    go(index, "reconcile", to: isPaid ? "paid" : "returned", actor, on)
    cases[index].reason = isPaid ? cases[index].decision : "closed account"
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

  /// The case counts no longer; what it was paid or promised is the fund's again.
  mutating func reverse(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    let index = try begin("reverse", number, actor, on)
    let file = cases[index]
    var later: [String] = []
    var seen: Set<String> = []
    for own in file.costs {
      let byPerson = rules.benefits.first { $0.id == own.benefit }?.isByPerson ?? false
      guard seen.insert("\(own.year) \(byPerson ? own.person ?? "-" : "all")").inserted else { continue }
      var (with, without) = (0, 0)
      for other in cases.filter({ $0.household == file.household && $0.peril == file.peril })
        .sorted(by: { $0.decidedAt < $1.decidedAt })
      {
        for cost in other.costs where cost.year == own.year && (!byPerson || cost.person == own.person) {
          with += cost.amount
          without += other.number == number ? 0 : cost.amount
          guard other.decidedAt > file.decidedAt else { continue }
          later.append("\(other.number)/\(cost.place): \(with) to \(without)")
        }
      }
    }
    if mistake == .reversalKeepsItsMoney, file.state == "paid" { keptByMistake += file.payout }
    go(index, "reverse", to: "reversed", actor, on)
    cases[index].reason = "false papers"
    cases[index].costs = []
    free(number)
    return "later \(later)"
  }
}
