extension PlainBook {
  /// What a case would have been paid under another scheme.
  private struct Changed {
    let number: Int
    let becomes: Int
    let decided: PlainRules.Decided
    let key: String
    var isNewlyCounted: Bool
  }

  /// What was counted of one case under another scheme.
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
    let changed = try decideAgain(schemes[other], since: since, on: on)
    var gains: [String: Int] = [:]
    var last: [String: Int] = [:]
    for change in changed {
      let gain = change.becomes - cases[change.number - 1].payout
      gains[change.key, default: 0] += gain
      if gain > 0 { last[change.key] = change.number }
    }
    let more = changed.compactMap { change -> (Changed, Int)? in
      let amount = last[change.key] == change.number ? max(0, gains[change.key] ?? 0) : 0
      return amount > 0 || change.isNewlyCounted ? (change, amount) : nil
    }
    if other != scheme || !more.isEmpty {
      entries += 1
      scheme = other
      _ = takeUp(actor, on)
    }
    var (promised, waits) = (0, 0)
    for (change, amount) in more {
      if supplement(change, amount, actor, on) { promised += amount } else { waits += amount }
    }
    return "promised \(promised) waiting \(waits)"
  }

  /// What differs in money or in what counts; refused where it would lie before what it decides again.
  private func decideAgain(_ other: PlainRules, since: Int, on: Int) throws(Refused) -> [Changed] {
    var counted: [Counted] = []
    var changed: [Changed] = []
    var latest = 0
    let decided = cases.filter { $0.decidedAt > 0 && ($0.isCounted || $0.state == "denied") }
    for file in decided.sorted(by: { $0.decidedAt < $1.decidedAt }) {
      let year = other.policyYear(file.incurred)
      func count(_ paid: Int) {
        counted.append(
          Counted(
            household: file.household, peril: file.peril, year: year, person: file.person,
            amount: file.amount, paid: paid))
      }
      if file.incurred < since {
        if file.isCounted { count(file.payout) }
        continue
      }
      latest = max(latest, file.decidedOn)
      let asked = PlainRules.Asked(
        peril: file.peril, cause: file.cause, compensated: file.compensated, incurred: file.incurred,
        amount: file.amount, known: file.known)
      let again = other.decide(asked) { benefit in
        counted.filter {
          $0.household == file.household && $0.peril == file.peril && $0.year == year
            && (!benefit.isByPerson || $0.person == file.person)
        }.reduce((0, 0)) { ($0.0 + $1.amount, $0.1 + $1.paid) }
      }
      if again.isCounted { count(again.payout) }
      let isNew = again.isCounted && !file.isCounted
      guard again.payout != file.payout || isNew else { continue }
      latest = max(latest, file.since)
      changed.append(
        Changed(
          number: file.number, becomes: again.payout, decided: again,
          key: "\(file.household) \(file.peril) \(year)", isNewlyCounted: isNew))
    }
    if on < latest { throw Refused(code: "before-last-step") }
    return changed
  }

  /// A case is promised more, or waits for it; gives whether it is promised.
  private mutating func supplement(
    _ change: Changed, _ amount: Int, _ actor: PlainActor, _ on: Int
  ) -> Bool {
    let index = change.number - 1
    let state = cases[index].state
    let isUnderway = ["approved", "settled", "returned"].contains(state)
    let isPromised = amount == 0 || isPromised(amount) || mistake == .supplementsDoNotWait
    let to = amount == 0 || isUnderway ? state : isPromised ? "approved" : "exhausted"
    go(index, "supplement", to: to, actor, on)
    if !isPromised { waiting.append((entries, change.number, amount)) }
    cases[index].payout += amount
    cases[index].reason = change.decided.reason
    cases[index].decision = change.decided.reason
    if let benefit = change.decided.benefit {
      cases[index].benefit = benefit
      cases[index].year = rules.policyYear(cases[index].incurred)
    }
    if amount > 0 { cases[index].approvedAs = actor.role }
    return isPromised
  }
}
