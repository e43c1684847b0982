/// A casebook that goes on from this one.
extension PlainBook {
  /// Another casebook goes on where this one ends: it has the register with its days, the fund, and what counts; nobody but its
  /// founder, and no case that is open.
  mutating func succeed(_ founder: PlainActor, _ attempt: Attempt) throws(Refused) -> String {
    if payments.contains(where: { $0.state == "sent" }) { throw Refused(code: "open-cases") }
    let today = PlainDay.inChina(attempt.clock)
    let on = attempt.day ?? today
    if on > today { throw Refused(code: "in-the-future") }
    if on < lastDay { throw Refused(code: "before-last-step") }
    let open = cases.filter {
      !PlainMove.closed.contains($0.state) || $0.state == "reversed" && $0.payout > 0
    }
    var next = PlainBook(schemes: schemes, founder: founder, fund: contributed, clock: attempt.clock)
    (next.mistake, next.scheme, next.contributions) = (mistake, scheme, contributions)
    next.carried = handedOver()
    next.members = members
    // Years that are closed stay closed.
    next.years = years.filter { $0.value.reopenedOn == nil }
    next.facts = facts.map { fact in
      var fact = fact
      (fact.isRevision, fact.isAnswer, fact.entry) = (false, false, 0)
      return fact
    }
    // What was paid beyond what came in, the county owes.
    next.called = max(0, next.paid - contributed)
    // The first entry, a line for all that is taken over, and the sum of it.
    next.entries =
      1 + contributions + facts.count + members.count + next.years.count + next.carried.count + 1
    (next.lastDay, next.books) = (on, books + 1)
    self = next
    return "open \(open.map(\.number)) costs \(carried.count)"
  }

  /// What counts, and what was paid for what counts no longer: of cases that are closed, or of which something is in an account.
  private func handedOver() -> [PlainCase] {
    var costs = carried
    for file in cases {
      var left = paid(file.number)
      let isClosed = PlainMove.closed.contains(file.state) || mistake == .openCasesGoOn
      guard left > 0 || file.isCounted && isClosed else { continue }
      let bills = self.bills.filter { $0.casefile == file.number }.map(\.bill)
        .sorted { ($0.incurred, $0.record) < ($1.incurred, $1.record) }
      for cost in file.isCounted ? file.costs : file.outCosts.filter({ $0.payout > 0 }) {
        var known = PlainCase(
          number: 0, household: file.household, person: cost.person, peril: file.peril, cause: nil,
          incurred: cost.incurred, amount: file.isCounted ? cost.amount : 0, compensated: nil, since: 0)
        if file.isCounted {
          let bill = cost.place > 0 ? bills[cost.place - 1] : nil
          (known.total, known.invoice) = (bill?.total ?? file.total, bill?.record ?? file.invoice)
        }
        known.state = "paid"
        known.costs = [
          PlainCost(
            place: 0, person: cost.person, incurred: cost.incurred, amount: known.amount, benefit: "",
            payout: min(cost.payout, left), accumulator: 0)
        ]
        left -= known.payout
        costs.append(known)
      }
    }
    return costs
  }

  /// All that counts in the accounts: what was taken over, and the cases.
  var accountable: [PlainCase] { (mistake == .carriedIsForgotten ? [] : carried) + cases }

  /// What was taken over of a peril, as lines of its accounts.
  func carriedLines(_ peril: String) -> [Line] {
    guard mistake != .carriedIsForgotten else { return [] }
    return carried.filter { $0.peril == peril }.flatMap { file in
      file.costs.map { line(file, $0, counted: $0.amount) }
    }
  }
}
