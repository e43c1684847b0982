/// What becomes of the cases behind one that was reversed.
extension PlainBook {
  /// A line of the accounts of one household and peril, as they are written anew: what counted, and what was paid.
  private struct Line {
    let year: Int
    let person: String?
    let counted: Int
    let paid: Int
  }

  /// Decides the cases again behind a reversed one, as far as nothing of them was sent and they get no more than before.
  ///
  /// - Parameter reversed: as it was before it was reversed.
  mutating func redecide(
    behind reversed: PlainCase, _ actor: PlainActor, _ on: Int
  ) -> (again: [String], later: [String]) {
    var (again, later) = ([String](), [String]())
    guard reversed.isCounted else { return (again, later) }
    var lines: [Line] = []
    let own = cases.filter {
      $0.household == reversed.household && $0.peril == reversed.peril && $0.decidedAt > 0
    }
    let order = own.sorted {
      mistake == .redecidedOutOfOrder ? $0.decidedAt > $1.decidedAt : $0.decidedAt < $1.decidedAt
    }
    for file in order {
      for cost in file.outCosts { lines.append(line(cost, counted: 0)) }
      guard file.isCounted else { continue }
      guard file.decidedAt > reversed.decidedAt, let costs = decidedAgain(file, lines),
        zip(costs, file.costs).contains(where: { isBehind($0.0, reversed, schemes[file.scheme]) })
      else {
        lines += file.costs.map { line($0, counted: $0.amount) }
        continue
      }
      let (was, becomes) = (file.payout, costs.reduce(0) { $0 + $1.cost.payout })
      let isSent = mistake == .sentIsRedecided ? false : paid(file.number) + sent(file.number) > 0
      if isSent || becomes > was {
        for (new, old) in zip(costs, file.costs) where new.cost.payout != old.payout {
          later.append("\(file.number)/\(old.place): \(old.payout) to \(new.cost.payout)")
        }
      }
      guard !isSent, becomes <= was, mistake != .nothingIsRedecided else {
        lines += file.costs.map { line($0, counted: $0.amount) }
        continue
      }
      lines += costs.map { line($0.cost, counted: $0.cost.amount) }
      let isChanged = zip(costs, file.costs).contains {
        $0.cost.payout != $1.payout || $0.cost.accumulator != $1.accumulator
      }
      guard isChanged else { continue }
      again.append("\(file.number): \(was) to \(becomes)")
      apply(costs, to: file.number - 1, less: was - becomes, actor, on)
    }
    return (again, later)
  }

  private func line(_ cost: PlainCost, counted: Int) -> Line {
    Line(year: rules.policyYear(cost.incurred), person: cost.person, counted: counted, paid: cost.payout)
  }

  /// The counted costs of a case, each decided again behind the lines so far and those before it; `nil` where one would not
  /// count.
  private func decidedAgain(
    _ file: PlainCase, _ before: [Line]
  ) -> [(cost: PlainCost, reason: String)]? {
    var lines = before
    var found: [(cost: PlainCost, reason: String)] = []
    for cost in file.costs {
      guard let asked = file.asked.first(where: { $0.place == cost.place })?.asked else { return nil }
      let year = rules.policyYear(cost.incurred)
      let decided = schemes[file.scheme].decide(asked) { benefit in
        lines.filter { $0.year == year && (!benefit.isByPerson || $0.person == cost.person) }
          .reduce((0, 0)) { ($0.0 + $1.counted, $0.1 + $1.paid) }
      }
      guard let benefit = decided.benefit else { return nil }
      var new = cost
      (new.benefit, new.payout, new.accumulator) = (benefit, decided.payout, decided.accumulator)
      found.append((new, decided.reason))
      lines.append(line(new, counted: new.amount))
    }
    return found
  }

  /// Whether a cost counts in an account in which the reversed case counted.
  private func isBehind(
    _ new: (cost: PlainCost, reason: String), _ reversed: PlainCase, _ rules: PlainRules
  ) -> Bool {
    let byPerson = rules.benefits.first { $0.id == new.cost.benefit }?.isByPerson ?? false
    return reversed.asked.contains { other in
      self.rules.policyYear(other.asked.incurred) == self.rules.policyYear(new.cost.incurred)
        && (!byPerson || other.person == new.cost.person)
    }
  }

  /// A case is paid less: what waits comes off first, the last of it before the rest.
  private mutating func apply(
    _ costs: [(cost: PlainCost, reason: String)], to index: Int, less: Int, _ actor: PlainActor, _ on: Int
  ) {
    let state = cases[index].state
    let becomes = costs.reduce(0) { $0 + $1.cost.payout }
    go(index, "redecide", to: becomes > 0 ? state : "denied", actor, max(on, cases[index].since))
    var rest = less
    for sum in waiting.filter({ $0.casefile == index + 1 }).sorted(by: { $0.since > $1.since }) {
      let off = min(rest, sum.amount)
      rest -= off
      waiting.removeAll { $0.since == sum.since }
      if off < sum.amount { waiting.append((sum.since, sum.casefile, sum.amount - off)) }
    }
    let telling = costs.last { $0.cost.payout > 0 } ?? costs[costs.count - 1]
    cases[index].costs = costs.map(\.cost)
    cases[index].reason = telling.reason
    cases[index].decision = telling.reason
  }
}
