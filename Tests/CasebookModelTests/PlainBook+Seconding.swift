/// Somebody proposes to pay more for a case.
struct PlainProposal: Sendable {
  let casefile: Int
  /// The case that counts otherwise before it.
  let behind: Int?
  let actor: String
  let on: Int
  let comes: PlainSum
}

/// What a case comes to, decided again, and of its costs: what each was and is paid, why, and in which account.
struct PlainSum: Sendable, Equatable {
  let was: Int
  let becomes: Int
  let parts: [String]
}

extension PlainBook {
  /// What a case comes to.
  func comes(_ file: PlainCase, _ costs: [PlainCost], _ reasons: [(place: Int, reason: String)]) -> PlainSum {
    func paid(_ costs: [PlainCost], _ place: Int) -> Int {
      costs.first { $0.place == place }?.payout ?? 0
    }
    return PlainSum(
      was: file.payout, becomes: costs.reduce(0) { $0 + $1.payout },
      parts: reasons.map { place, reason in
        let cost = costs.first { $0.place == place }
        return
          "\(place): \(paid(file.costs, place)) to \(paid(costs, place)) \(reason) \(cost?.benefit ?? "-") "
          + "\(cost?.accumulator ?? 0)"
      })
  }

  /// Notes a proposal in the place of the one before; `nil` where that says the same.
  mutating func propose(_ new: PlainProposal) -> String? {
    if let old = proposed[new.casefile].flatMap({ proposals[$0] }), old.behind == new.behind,
      old.comes == new.comes
    {
      return nil
    }
    entries += 1
    proposals[entries] = new
    proposed[new.casefile] = entries
    return "\(entries) for \(new.casefile): \(new.comes.was) to \(new.comes.becomes)"
  }

  /// Another of the county seconds a proposal, where the case still comes to the same.
  mutating func second(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("county", of: actor)
    guard let limit = rules.limits[actor.role] else { throw Refused(code: "wrong-role") }
    guard let proposal = proposals[number] else { throw Refused(code: "not-given") }
    let index = proposal.casefile - 1
    let file = cases[index]
    guard proposed[file.number] == number else { throw Refused(code: "already-done") }
    if proposal.actor == actor.name, mistake != .oneOfficerSeconds {
      throw Refused(code: "needs-second-actor")
    }
    if isOwn(actor, file.household) { throw Refused(code: "own-household") }
    if on < max(file.since, proposal.on) { throw Refused(code: "before-last-step") }
    if proposal.behind != nil, revised(file) != nil { throw Refused(code: "differs") }
    let now = decided(file, as: proposal, on)
    if comes(file, now.costs, now.reasons) != proposal.comes { throw Refused(code: "differs") }
    try check(limit, file, now.costs)
    var ahead = self
    ahead.cases[index].costs = now.costs
    if !ahead.redecide(behind: ahead.cases[index], actor, on).less.isEmpty {
      throw Refused(code: "already-done")
    }
    entries += 1
    let (was, becomes) = (proposal.comes.was, proposal.comes.becomes)
    let isPromised = payMore(index, becomes - was, actor, on)
    let telling =
      now.reasons.last { one in now.costs.contains { $0.place == one.place && $0.payout > 0 } }
      ?? now.reasons.last { one in now.costs.contains { $0.place == one.place } }
    let reason = (telling ?? now.reasons[now.reasons.count - 1]).reason
    cases[index].costs = now.costs
    cases[index].reason = reason
    cases[index].decision = reason
    cases[index].approvedAs = actor.role
    if let asked = now.asked {
      cases[index].asked = asked
      (cases[index].factsAt, cases[index].factsOn) = (entries, on)
    }
    return "\(was) to \(becomes) \(reason) waits \(!isPromised) \(follow(cases[index], actor, on))"
  }

  /// What a case comes to as a proposal decides it.
  private func decided(
    _ file: PlainCase, as proposal: PlainProposal, _ on: Int
  ) -> (asked: [PlainAsked]?, costs: [PlainCost], reasons: [(place: Int, reason: String)]) {
    guard proposal.behind != nil else {
      let (asked, costs, reasons) = decidedNow(file, on)
      return (asked, costs, zip(asked, reasons).map { ($0.place, $1.reason) })
    }
    let again = decidedAgain(file, lines(before: file)) ?? []
    return (nil, again.map(\.cost), again.map { ($0.cost.place, $0.reason) })
  }

  private func check(_ limit: Int?, _ file: PlainCase, _ costs: [PlainCost]) throws(Refused) {
    guard let limit, mistake != .limitsBindNobody else { return }
    for year in Set(costs.map { rules.policyYear($0.incurred) }) {
      func sum(_ costs: [PlainCost]) -> Int {
        costs.filter { rules.policyYear($0.incurred) == year }.reduce(0) { $0 + $1.payout }
      }
      let gain = sum(costs) - sum(file.costs)
      if gain > 0, total(file.household, year) + gain > limit { throw Refused(code: "over-limit") }
    }
  }
}
