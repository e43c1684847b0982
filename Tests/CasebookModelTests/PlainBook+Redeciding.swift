/// What becomes of the cases behind one that counts otherwise.
extension PlainBook {
  /// A line of the accounts of one peril, as they are written anew: what counted, and what was paid.
  struct Line {
    let household: String
    let year: Int
    let person: String?
    let counted: Int
    let paid: Int
  }

  /// What becomes of the cases behind one that counts otherwise.
  struct Behind {
    /// Those that were sent and would get less: what is told of them, and their numbers.
    var later: [String] = []
    var less: [Int] = []
    var again: [String] = []
    /// Those that would get more.
    var more: [(number: Int, costs: [(cost: PlainCost, reason: String)])] = []
  }

  /// The cases behind one that counts otherwise follow.
  ///
  /// - Parameter changed: the case; one that was reversed as it was before.
  mutating func follow(_ changed: PlainCase, _ actor: PlainActor, _ on: Int) -> String {
    let behind = redecide(behind: changed, actor, on)
    var told: [String] = []
    for more in behind.more {
      if mistake == .moreIsPaidAtOnce {
        let becomes = more.costs.reduce(0) { $0 + $1.cost.payout }
        _ = payMore(more.number - 1, becomes - cases[more.number - 1].payout, actor, on)
        cases[more.number - 1].costs = more.costs.map(\.cost)
      } else if let entry = propose(more, behind: changed.number, actor, on) {
        told.append(entry)
      }
    }
    return "later \(behind.later) again \(behind.again) proposed \(told) took up \(takeUp(actor, on))"
  }

  /// Money of a reversed case has come back: what others get more by it is proposed, and who waits is paid.
  mutating func cameBack(_ index: Int, _ actor: PlainActor, _ on: Int) -> String {
    var ahead = self
    let more = mistake == .backIsForNobody ? [] : ahead.redecide(behind: cases[index], actor, on).more
    let told = more.compactMap { propose($0, behind: index + 1, actor, on) }
    return "proposed \(told) took up \(takeUp(actor, on))"
  }

  private mutating func propose(
    _ more: (number: Int, costs: [(cost: PlainCost, reason: String)]), behind number: Int,
    _ actor: PlainActor,
    _ on: Int
  ) -> String? {
    propose(
      PlainProposal(
        casefile: more.number, behind: number, actor: actor.name, on: on,
        comes: comes(
          cases[more.number - 1], more.costs.map(\.cost), more.costs.map { ($0.cost.place, $0.reason) })))
  }

  /// Decides the cases again behind one that counts otherwise, as far as nothing of them was sent and they get no more than
  /// before.
  ///
  /// - Parameter reversed: the case, as it was before it was reversed.
  mutating func redecide(behind reversed: PlainCase, _ actor: PlainActor, _ on: Int) -> Behind {
    var found = Behind()
    guard reversed.hasCounted else { return found }
    var lines = carriedLines(reversed.peril)
    let own = cases.filter { $0.peril == reversed.peril && $0.decidedAt > 0 }
    let order = own.sorted {
      mistake == .redecidedOutOfOrder ? $0.decidedAt > $1.decidedAt : $0.decidedAt < $1.decidedAt
    }
    for file in order {
      for cost in file.outCosts { lines.append(line(file, cost, counted: 0)) }
      guard file.isCounted else { continue }
      guard file.decidedAt > reversed.decidedAt, let costs = decidedAgain(file, lines),
        zip(costs, file.costs).contains(where: { isBehind($0.0, file, reversed, schemes[file.scheme]) })
      else {
        lines += file.costs.map { line(file, $0, counted: $0.amount) }
        continue
      }
      let (was, becomes) = (file.payout, costs.reduce(0) { $0 + $1.cost.payout })
      let isSent = mistake == .sentIsRedecided ? false : paid(file.number) + sent(file.number) > 0
      if becomes > was {
        found.more.append((file.number, costs))
      } else if isSent {
        if becomes < was { found.less.append(file.number) }
        for (new, old) in zip(costs, file.costs) where new.cost.payout != old.payout {
          found.later.append("\(file.number)/\(old.place): \(old.payout) to \(new.cost.payout)")
        }
      }
      guard !isSent, becomes <= was, mistake != .nothingIsRedecided else {
        lines += file.costs.map { line(file, $0, counted: $0.amount) }
        continue
      }
      lines += costs.map { line(file, $0.cost, counted: $0.cost.amount) }
      let isChanged = zip(costs, file.costs).contains {
        $0.cost.payout != $1.payout || $0.cost.accumulator != $1.accumulator
      }
      guard isChanged else { continue }
      found.again.append("\(file.number): \(was) to \(becomes)")
      let telling = costs.last { $0.cost.payout > 0 } ?? costs[costs.count - 1]
      apply(
        costs.map(\.cost), telling.reason, to: file.number - 1, less: was - becomes, actor,
        max(on, file.since))
    }
    return found
  }

  func line(_ file: PlainCase, _ cost: PlainCost, counted: Int) -> Line {
    Line(
      household: file.household, year: rules.policyYear(cost.incurred), person: cost.person, counted: counted,
      paid: cost.payout)
  }

  /// The counted costs of a case, each decided again behind the lines so far and those before it; `nil` where one would not
  /// count.
  func decidedAgain(
    _ file: PlainCase, _ before: [Line]
  ) -> [(cost: PlainCost, reason: String)]? {
    var lines = before
    var found: [(cost: PlainCost, reason: String)] = []
    for cost in file.costs {
      guard var asked = file.asked.first(where: { $0.place == cost.place })?.asked else { return nil }
      asked.isStranger = false
      let year = rules.policyYear(cost.incurred)
      let decided = schemes[file.scheme].decide(asked) { benefit in
        let follows = benefit.isByPerson && mistake != .personsSumsStay
        return lines.filter {
          $0.year == year && (follows || $0.household == file.household)
            && (!benefit.isByPerson || $0.person == cost.person)
        }
        .reduce((0, 0)) { ($0.0 + $1.counted, $0.1 + $1.paid) }
      }
      guard let benefit = decided.benefit else { return nil }
      var new = cost
      (new.benefit, new.payout, new.accumulator) = (benefit, decided.payout, decided.accumulator)
      found.append((new, decided.reason))
      lines.append(line(file, new, counted: new.amount))
    }
    return found
  }

  /// Whether a cost counts in an account in which the reversed case counted.
  private func isBehind(
    _ new: (cost: PlainCost, reason: String), _ file: PlainCase, _ reversed: PlainCase, _ rules: PlainRules
  ) -> Bool {
    let byPerson = rules.benefits.first { $0.id == new.cost.benefit }?.isByPerson ?? false
    return reversed.asked.contains { other in
      self.rules.policyYear(other.asked.incurred) == self.rules.policyYear(new.cost.incurred)
        && (byPerson ? other.person == new.cost.person : file.household == reversed.household)
    }
  }

  /// A case is paid as much or less: what waits comes off first, the last of it before the rest.
  private mutating func apply(
    _ costs: [PlainCost], _ reason: String, to index: Int, less: Int, _ actor: PlainActor, _ on: Int
  ) {
    let state = cases[index].state
    let becomes = costs.reduce(0) { $0 + $1.payout }
    proposed[index + 1] = nil
    go(index, "redecide", to: becomes > 0 ? state : "denied", actor, on)
    var rest = less
    for sum in waiting.filter({ $0.casefile == index + 1 }).sorted(by: { $0.since > $1.since }) {
      let off = min(rest, sum.amount)
      rest -= off
      waiting.removeAll { $0.since == sum.since }
      if off < sum.amount { waiting.append((sum.since, sum.casefile, sum.amount - off)) }
    }
    cases[index].costs = costs
    cases[index].reason = reason
    cases[index].decision = reason
  }
}

// MARK: A case whose ground was revised

extension PlainBook {
  /// The last day on which what a case was decided on was said to be otherwise; `nil` where it still stands.
  func revised(_ file: PlainCase) -> Int? {
    guard file.decidedAt > 0 else { return nil }
    let all = told(of: file.household, on: .max)
    return all.filter { fact in
      guard fact.isRevision, fact.entry > file.factsAt || fact.on > file.factsOn else { return false }
      return file.asked.contains { cost in
        let known = cost.asked.known
        let isIncome = income(all, for: cost.asked.incurred)?.entry == fact.entry
        return fact.group.map { $0 != known.group } ?? false
          || fact.members.map { $0 != known.members } ?? false
          || isIncome && fact.income.map { $0 != known.income } ?? false
          || zip(fact.assets, known.assets).contains { $0 != nil && $0 != $1 }
      }
    }.map(\.on).max()
  }

  /// Decides a case again by what is known now, in its place among the decisions.
  mutating func redecide(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    let index = try begin("redecide", number, actor, on)
    let file = cases[index]
    let since = revised(file)
    if since == nil, proposed[number] == nil { throw Refused(code: "not-given") }
    if let since, on < since { throw Refused(code: "before-last-step") }
    let (asked, costs, reasons) = decidedNow(file, on)
    if reasons.contains(where: { $0.outcome == "pended" }) { throw Refused(code: "not-given") }
    let (was, becomes) = (file.payout, costs.reduce(0) { $0 + $1.payout })
    if becomes > was, mistake != .moreIsPaidAtOnce {
      let new = PlainProposal(
        casefile: number, behind: nil, actor: actor.name, on: on,
        comes: comes(file, costs, zip(asked, reasons).map { ($0.place, $1.reason) }))
      guard let told = propose(new) else { throw Refused(code: "already-done") }
      return "proposed [\"\(told)\"]"
    }
    if becomes != was, paid(number) + sent(number) > 0 { throw Refused(code: "already-done") }
    let telling =
      reasons.last { $0.outcome == "approved" } ?? reasons.last { $0.isCounted } ?? reasons[reasons.count - 1]
    apply(costs, telling.reason, to: index, less: was - becomes, actor, on)
    cases[index].asked = asked
    (cases[index].factsAt, cases[index].factsOn) = (entries, on)
    return "\(was) to \(becomes) \(telling.reason) \(follow(cases[index], actor, on))"
  }

  /// What stands in the accounts before a case, in the order of the decisions.
  func lines(before file: PlainCase) -> [Line] {
    var lines = carriedLines(file.peril)
    for other in cases.sorted(by: { $0.decidedAt < $1.decidedAt })
    where other.peril == file.peril && other.decidedAt > 0 && other.decidedAt < file.decidedAt {
      lines += other.outCosts.map { line(other, $0, counted: 0) }
      lines += other.costs.map { line(other, $0, counted: $0.amount) }
    }
    return lines
  }

  /// What a case comes to by what is known now, behind those that were decided before it.
  func decidedNow(
    _ file: PlainCase, _ on: Int
  ) -> (asked: [PlainAsked], costs: [PlainCost], reasons: [PlainRules.Decided]) {
    var lines = lines(before: file)
    let judge = schemes[file.scheme]
    var found: (asked: [PlainAsked], costs: [PlainCost], reasons: [PlainRules.Decided]) = ([], [], [])
    for cost in file.asked {
      let was = cost.asked
      let now = known(
        file.household, on: on, for: was.incurred, aged: (by: file.decidedOn, under: judge))
      let asked = PlainRules.Asked(
        peril: was.peril, cause: was.cause, compensated: was.compensated, incurred: was.incurred,
        amount: was.amount, known: mistake == .redecidedAsBefore ? was.known : now ?? PlainRules.Known())
      let year = rules.policyYear(was.incurred)
      let decided = judge.decide(asked) { benefit in
        let follows = benefit.isByPerson && mistake != .personsSumsStay
        return lines.filter {
          $0.year == year && (follows || $0.household == file.household)
            && (!benefit.isByPerson || $0.person == cost.person)
        }
        .reduce((0, 0)) { ($0.0 + $1.counted, $0.1 + $1.paid) }
      }
      found.asked.append(PlainAsked(place: cost.place, person: cost.person, asked: asked))
      found.reasons.append(decided)
      guard let benefit = decided.benefit else { continue }
      let counted = PlainCost(
        place: cost.place, person: cost.person, incurred: was.incurred, amount: was.amount, benefit: benefit,
        payout: decided.payout, accumulator: decided.accumulator)
      found.costs.append(counted)
      lines.append(line(file, counted, counted: counted.amount))
    }
    return found
  }
}
