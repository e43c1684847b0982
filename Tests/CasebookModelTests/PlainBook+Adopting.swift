extension PlainBook {
  /// What a cost of a case would have been paid under another scheme.
  private struct Changed {
    let number: Int
    let place: Int
    let person: String?
    let incurred: Int
    let amount: Int
    let was: Int
    let decided: PlainRules.Decided
    let key: String
    var isNewlyCounted: Bool
    /// What it is paid more.
    var more = 0
  }

  /// What was counted of one cost under another scheme.
  private struct Counted {
    let household: String
    let peril: String
    let year: Int
    let person: String?
    let amount: Int
    let paid: Int
  }

  /// The county adopts a scheme: every case is decided again in the order of the decisions, and each household is paid, or
  /// waits for, what its cases of a peril and year come to more in all.
  mutating func adopt(
    _ other: Int, since: Int, _ actor: PlainActor, _ on: Int
  ) throws(Refused) -> String {
    try need("county", of: actor)
    guard let limit = rules.limits[actor.role], limit == nil else { throw Refused(code: "over-limit") }
    var changed = try decideAgain(schemes[other], since: since, on: on)
    var gains: [String: Int] = [:]
    var last: [String: Int] = [:]
    for (place, change) in changed.enumerated() {
      let gain = change.decided.payout - change.was
      gains[change.key, default: 0] += gain
      if gain > 0 { last[change.key] = place }
    }
    for (key, place) in last { changed[place].more = max(0, gains[key] ?? 0) }
    var more: [[Changed]] = []
    for change in changed where change.more > 0 || change.isNewlyCounted {
      if more.last?.first?.number == change.number {
        more[more.count - 1].append(change)
      } else {
        more.append([change])
      }
    }
    if other != scheme || !more.isEmpty {
      entries += 1
      scheme = other
      _ = takeUp(actor, on)
    }
    var (promised, waits) = (0, 0)
    for all in more {
      let amount = all.reduce(0) { $0 + $1.more }
      if supplement(all, amount, actor, on) { promised += amount } else { waits += amount }
    }
    return "promised \(promised) waiting \(waits)"
  }

  /// What differs in money or in what counts; refused where it would lie before what it decides again.
  private func decideAgain(_ other: PlainRules, since: Int, on: Int) throws(Refused) -> [Changed] {
    var counted = carried(under: other)
    var changed: [Changed] = []
    var latest = 0
    let decided = cases.filter {
      $0.decidedAt > 0 && ($0.isCounted || $0.state == "denied" || $0.state == "reversed")
    }
    for file in decided.sorted(by: { $0.decidedAt < $1.decidedAt }) {
      func count(_ cost: PlainAsked, _ paid: Int) {
        counted.append(
          Counted(
            household: file.household, peril: file.peril, year: other.policyYear(cost.asked.incurred),
            person: cost.person, amount: cost.asked.amount, paid: paid))
      }
      for cost in file.outCosts where cost.payout > 0 {
        counted.append(
          Counted(
            household: file.household, peril: file.peril, year: other.policyYear(cost.incurred),
            person: cost.person, amount: 0, paid: cost.payout))
      }
      if file.state == "reversed" { continue }
      func known(_ cost: PlainAsked) -> PlainCost? { file.costs.first { $0.place == cost.place } }
      func again(_ cost: PlainAsked) -> PlainRules.Decided {
        var asked = cost.asked
        asked.isStranger = counted.contains {
          $0.person == cost.person && $0.person != nil && $0.household != file.household
            && $0.year == other.policyYear(cost.asked.incurred) && $0.amount + $0.paid > 0
        }
        let listed = cost.person.flatMap { household(of: $0, on: asked.incurred, knownOn: file.decidedOn) }
        if listed == file.household { asked.isStranger = false }
        return other.decide(asked) { benefit in
          let follows = benefit.isByPerson && mistake != .personsSumsStay
          return counted.filter {
            (follows || $0.household == file.household) && $0.peril == file.peril
              && $0.year == other.policyYear(cost.asked.incurred)
              && (!benefit.isByPerson || $0.person == cost.person)
          }.reduce((0, 0)) { ($0.0 + $1.amount, $0.1 + $1.paid) }
        }
      }
      for cost in file.asked where cost.asked.incurred < since {
        if let known = known(cost) { count(cost, known.payout) }
      }
      let costs = file.asked.filter { $0.asked.incurred >= since }
      guard !costs.isEmpty else { continue }
      latest = max(latest, file.decidedOn)
      let isPended = costs.contains { again($0).outcome == "pended" }
      var isChanged = false
      for cost in costs {
        let decided = again(cost)
        // While a bill would pend, none counts, and nothing is said of those that would.
        if isPended, decided.isCounted { continue }
        if decided.isCounted { count(cost, decided.payout) }
        let was = known(cost)
        let isNew = decided.isCounted && was == nil
        guard decided.payout != was?.payout ?? 0 || isNew else { continue }
        isChanged = true
        changed.append(
          Changed(
            number: file.number, place: cost.place, person: cost.person, incurred: cost.asked.incurred,
            amount: cost.asked.amount, was: was?.payout ?? 0, decided: decided,
            key: "\(file.household) \(file.peril) \(other.policyYear(cost.asked.incurred))",
            isNewlyCounted: isNew))
      }
      if isChanged { latest = max(latest, file.since) }
    }
    if on < latest { throw Refused(code: "before-last-step") }
    return changed
  }

  /// What was taken over keeps what it counted and was paid, in the year that its event has now.
  private func carried(under other: PlainRules) -> [Counted] {
    accountable.filter { $0.number == 0 }.flatMap { file in
      file.costs.map { cost in
        Counted(
          household: file.household, peril: file.peril, year: other.policyYear(cost.incurred),
          person: cost.person, amount: cost.amount, paid: cost.payout)
      }
    }
  }

  /// A case is promised more, or waits for it; gives whether it is promised.
  private mutating func supplement(
    _ all: [Changed], _ amount: Int, _ actor: PlainActor, _ on: Int
  ) -> Bool {
    let index = all[0].number - 1
    let isPromised = payMore(index, amount, actor, on)
    for change in all {
      if let place = cases[index].costs.firstIndex(where: { $0.place == change.place }) {
        cases[index].costs[place].payout += change.more
        cases[index].costs[place].benefit = change.decided.benefit ?? cases[index].costs[place].benefit
        if change.decided.isCounted { cases[index].costs[place].accumulator = change.decided.accumulator }
      } else if let benefit = change.decided.benefit {
        cases[index].costs.append(
          PlainCost(
            place: change.place, person: change.person, incurred: change.incurred, amount: change.amount,
            benefit: benefit, payout: change.more, accumulator: change.decided.accumulator))
        cases[index].costs.sort { $0.place < $1.place }
      }
    }
    let telling =
      all.last { $0.decided.payout > 0 } ?? all.last { $0.decided.isCounted } ?? all[all.count - 1]
    cases[index].scheme = scheme
    cases[index].reason = telling.decided.reason
    cases[index].decision = telling.decided.reason
    if amount > 0 { cases[index].approvedAs = actor.role }
    return isPromised
  }

  /// A case goes on with more, or with a part that waits for the fund; gives whether that is promised.
  mutating func payMore(_ index: Int, _ amount: Int, _ actor: PlainActor, _ on: Int) -> Bool {
    let state = cases[index].state
    let isUnderway = ["approved", "settled", "returned"].contains(state)
    let isPromised = amount == 0 || isPromised(amount) || mistake == .supplementsDoNotWait
    let to = amount == 0 || isUnderway ? state : isPromised ? "approved" : "exhausted"
    go(index, "supplement", to: to, actor, on)
    proposed[index + 1] = nil
    if !isPromised { waiting.append((entries, index + 1, amount)) }
    return isPromised
  }
}
