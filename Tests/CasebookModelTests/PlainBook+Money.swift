extension PlainBook {
  /// The county pays in: first what it owes. With the rest those who wait are paid.
  mutating func contribute(_ amount: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("county", of: actor)
    guard amount > 0 else { throw Refused(code: "not-given") }
    answered += min(owed, amount)
    contributed += amount
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

  /// What was counted and paid for the account of a case: its household's, or person's where the benefit sums so, for its peril
  /// and year, whatever the group and benefit under which it was.
  private func account(_ benefit: PlainRules.Benefit, of file: PlainCase, _ year: Int) -> (
    counted: Int, paid: Int
  ) {
    var sum = (counted: 0, paid: 0)
    for other in cases
    where other.isCounted && other.peril == file.peril && other.household == file.household
      && rules.policyYear(other.incurred) == year && (!benefit.isByPerson || other.person == file.person)
    {
      sum.counted += other.amount
      sum.paid += other.payout
    }
    return sum
  }

  /// All that a household was promised in a policy year.
  private func total(_ household: String, _ year: Int) -> Int {
    cases.filter { $0.household == household && $0.year == year }.reduce(0) { $0 + $1.payout }
  }

  mutating func approve(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    let index = try begin("approve", number, actor, on)
    guard let limit = rules.limits[actor.role] else { throw Refused(code: "wrong-role") }
    let file = cases[index]
    let year = rules.policyYear(file.incurred)
    let asked = PlainRules.Asked(
      peril: file.peril, cause: file.cause, compensated: file.compensated, incurred: file.incurred,
      amount: file.amount, known: known(file.household, on: on, for: file.incurred) ?? PlainRules.Known())
    let decided = rules.decide(asked) { account($0, of: file, year) }
    if decided.outcome == "approved", let limit, mistake != .limitsBindNobody,
      total(file.household, year) + decided.payout > limit
    {
      throw Refused(code: "over-limit")
    }
    var state = decided.outcome
    if decided.outcome == "approved", !isPromised(decided.payout) { state = "exhausted" }
    go(index, "approve", to: state, actor, on)
    if state == "pended" { cases[index].resume = "confirmed" }
    cases[index].reason = decided.reason
    cases[index].decision = decided.reason
    cases[index].benefit = decided.benefit
    cases[index].year = decided.isCounted ? year : nil
    cases[index].payout = decided.payout
    cases[index].approvedAs = actor.role
    cases[index].decidedAt = entries
    cases[index].decidedOn = on
    cases[index].known = asked.known
    if state == "exhausted" { waiting.append((entries, number, decided.payout)) }
    return "\(decided.reason) \(decided.payout)"
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
    let approvers = cases.filter {
      $0.isCounted && $0.household == file.household && $0.year == file.year
    }.compactMap { $0.approvedAs.flatMap { rules.limits[$0] } }
    let isWithin = approvers.contains { limit in
      limit.map { total(file.household, file.year ?? 0) <= $0 } ?? true
    }
    guard isWithin else { throw Refused(code: "over-limit") }
    let amount = promised(number)
    go(index, "settle", to: "settled", actor, on)
    cases[index].reason = file.decision
    payments.append(
      PlainPayment(number: payments.count + 1, casefile: number, amount: amount, settlement: settlement))
  }

  mutating func reconcile(_ number: Int, _ isPaid: Bool, _ actor: PlainActor, _ on: Int) throws(Refused) {
    guard number >= 1, number <= payments.count else { throw Refused(code: "no-such-case") }
    guard payments[number - 1].state == "sent" else { throw Refused(code: "already-done") }
    let index = try begin("reconcile", payments[number - 1].casefile, actor, on)
    payments[number - 1].state = isPaid ? "paid" : "returned"
    let casefile = index + 1
    let paid = promised(casefile) > 0 ? "approved" : waits(casefile) > 0 ? "exhausted" : "paid"
    go(index, "reconcile", to: isPaid ? paid : "returned", actor, on)
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
    if let benefit = rules.benefits.first(where: { $0.id == file.benefit }) {
      let account = cases.filter {
        $0.isCounted && $0.peril == file.peril && $0.household == file.household && $0.year == file.year
          && (!benefit.isByPerson || $0.person == file.person)
      }.sorted { $0.decidedAt < $1.decidedAt }
      var (with, without) = (0, 0)
      for other in account {
        with += other.amount
        without += other.number == number ? 0 : other.amount
        if other.decidedAt > file.decidedAt { later.append("\(other.number): \(with) to \(without)") }
      }
    }
    if mistake == .reversalKeepsItsMoney, file.state == "paid" { keptByMistake += file.payout }
    waiting.removeAll { $0.casefile == number }
    go(index, "reverse", to: "reversed", actor, on)
    cases[index].reason = "false papers"
    cases[index].benefit = nil
    cases[index].payout = 0
    return "later \(later) took up \(mistake == .freedMoneyLies ? [] : takeUp(actor, on))"
  }
}
