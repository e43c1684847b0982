import Claims
import Journal
package import Rules
package import Units

extension Casebook {
  /// Decides again, under another scheme, every decided case whose event lies on or after a day: with the facts that its
  /// decision names, in the order of the decisions, after what was counted for earlier events. A screened case is decided bill by
  /// bill; while one of its bills would pend, none counts.
  package func readjudicate(under other: Scheme, since day: Day) throws(CasebookError) -> Readjudication {
    let judge = Adjudicator(scheme: other)
    var accounts = Accounts(keepsPersons: other.needsPersons)
    var differences: [Readjudication.Difference] = []
    var examined = 0
    var latest: Readjudication.Latest?
    func note(_ file: Casefile, _ day: Day) {
      guard latest.map({ $0.day < day }) ?? true else { return }
      latest = Readjudication.Latest(casefile: file.number, day: day)
    }
    for cost in try carriedCosts() {
      // As a cost of before: it keeps what it counted and was paid where it was decided.
      accounts.add(
        Account(accumulated: cost.amount, paid: cost.payout),
        of: other.needsPersons ? cost.person : nil,
        in: Accounts.Name(cost.household, cost.peril, judge.policyYear(of: cost.day)))
    }
    var townships: [String: String?] = [:]
    for file in try casesByDecision()
    where file.isCounted || file.state == .denied || file.isStillOut {
      guard
        let decision = try file.decidedEntry.flatMap({ number throws(CasebookError) in try entry(number) })
      else {
        throw .damaged(row: "casefile")
      }
      let costs = try costs(of: file, decision.decision())
      guard !file.isStillOut else {
        for cost in costs where cost.payout > .zero {
          accounts.add(
            Account(paid: cost.payout), of: other.needsPersons ? cost.person : nil,
            in: Accounts.Name(file, cost.day, judge))
        }
        continue
      }
      let again = costs.filter { $0.day >= day && !file.isRepeated }
      for cost in costs where cost.isCounted && (cost.day < day || file.isRepeated) {
        // A cost of before keeps what it counted and was paid, in the year that its event has now.
        accounts.add(
          Account(accumulated: cost.amount, paid: cost.payout),
          of: other.needsPersons ? cost.person : nil, in: Accounts.Name(file, cost.day, judge))
      }
      guard !again.isEmpty else { continue }
      examined += 1
      note(file, decision.happenedOn)
      let found = try redecide(again, of: file, judge, &accounts, knownBy: decision.happenedOn).filter {
        $0.becomes != $0.was || $0.isNewlyCounted
      }
      guard !found.isEmpty else { continue }
      note(file, file.since)
      if townships[file.household] == nil {
        townships[file.household] = .some(
          try facts(of: file.household, on: decision.happenedOn)?.township?.value)
      }
      for var difference in found {
        difference.township = townships[file.household] ?? nil
        differences.append(difference)
      }
    }
    return Readjudication(examined: examined, latest: latest, differences: differences)
  }

  typealias Accounts = AccountTable<String, String, PolicyYear>

  /// What of a case is decided at one time, with what its decision says was known, and what it is paid by now.
  struct DecidedCost {
    let bill: Readjudication.Bill?
    let person: String?
    let day: Day
    let amount: Yuan
    let known: KnownHousehold?
    let isCounted: Bool
    let payout: Yuan
    let accumulator: Yuan?

    /// The same, with other facts.
    func knowing(_ known: KnownHousehold?) -> DecidedCost {
      DecidedCost(
        bill: bill, person: person, day: day, amount: amount, known: known, isCounted: isCounted,
        payout: payout, accumulator: accumulator)
    }
  }

  func costs(
    of file: Casefile, _ decision: RecordedDecision
  ) throws(CasebookError) -> [DecidedCost] {
    let facts = try factsDecidedOn(file, decision)
    guard !decision.bills.isEmpty else {
      return [
        DecidedCost(
          bill: nil, person: file.person, day: file.incurredOn, amount: file.amount, known: facts[0].known,
          isCounted: file.isCounted, payout: file.payout, accumulator: file.accumulator)
      ]
    }
    let now = try billPayouts(of: file.number)
    guard now.count == decision.bills.count else { throw .damaged(row: CaseBillColumn.table) }
    return zip(decision.bills, now).enumerated().map { index, found in
      let (bill, now) = found
      return DecidedCost(
        bill: Readjudication.Bill(place: index + 1, decided: bill), person: bill.person,
        day: bill.incurredOn, amount: bill.amount, known: facts[index].known, isCounted: now.isCounted,
        payout: now.payout, accumulator: now.accumulator)
    }
  }

  /// What a scheme would have paid for the costs of a case.
  ///
  /// - Parameters:
  ///   - day: by what was known on it of who has moved; `nil` where the costs count in any case.
  ///   - years: by whose policy years the accounts are named; the scheme's own where not said.
  func redecide(
    _ costs: [DecidedCost], of file: Casefile, _ judge: Adjudicator,
    _ accounts: inout Accounts, knownBy day: Day? = nil, years: Adjudicator? = nil
  ) throws(CasebookError) -> [Readjudication.Difference] {
    let other = judge.scheme
    let examined = try costs.map { (cost) throws(CasebookError) in
      let eligibility =
        cost.known.map { judge.eligibility(of: $0.household(file.household, under: other)) } ?? .unknown
      var reason = reason(against: cost, of: file, eligibility, judge)
      if let day, reason == nil, try isStrange(cost, of: file, eligibility, judge, accounts, knownBy: day) {
        reason = .personUnknown
      }
      return (cost: cost, eligibility: eligibility, reason: reason)
    }
    let isPended = examined.contains { $0.reason?.outcome == .pended }
    return examined.compactMap { cost, eligibility, reason in
      let year = judge.policyYear(of: cost.day)
      func outcome(_ reason: Reason, _ paid: Yuan, _ money: Decision.Money?) -> Readjudication.Difference {
        Readjudication.Difference(
          casefile: file, bill: cost.bill, wasCounted: cost.isCounted, township: nil, was: cost.payout,
          becomes: paid, year: year, reason: reason,
          benefit: money.map { other.benefits[$0.benefitIndex].id }, accumulator: money?.accumulator)
      }
      if let reason { return outcome(reason, .zero, nil) }
      guard !isPended, let peril = other.perils.firstIndex(where: { $0.id == file.peril }) else { return nil }
      let benefit = judge.benefit(eligibility, peril: peril)
      guard let plan = judge.figures[benefit] else { return outcome(.schemeSilent, .zero, nil) }
      let counting = accounts.count(
        cost.amount, of: cost.person, members: eligibility.memberCount,
        in: Accounts.Name(file, cost.day, years ?? judge), under: plan)
      return outcome(
        counting.award.reason, counting.award.payout,
        Decision.Money(counting, benefit: benefit, year: year))
    }
  }

  /// Row 15a for a person who was counted in another household, and of whom no list said that they were in this one.
  private func isStrange(
    _ cost: DecidedCost, of file: Casefile, _ eligibility: Eligibility, _ judge: Adjudicator,
    _ accounts: Accounts, knownBy day: Day
  ) throws(CasebookError) -> Bool {
    guard let person = cost.person,
      let peril = judge.scheme.perils.firstIndex(where: { $0.id == file.peril }),
      judge.sumsByPerson(eligibility, peril: peril),
      accounts.isElsewhere(person, than: Accounts.Name(file, cost.day, judge))
    else { return false }
    return try household(of: person, on: cost.day, knownBy: day) != file.household
  }

  /// What stands against the counting of a cost under another scheme, whatever its accounts say.
  private func reason(
    against cost: DecidedCost, of file: Casefile, _ eligibility: Eligibility, _ judge: Adjudicator
  ) -> Reason? {
    let other = judge.scheme
    guard let peril = other.perils.firstIndex(where: { $0.id == file.peril }) else { return .perilNotCovered }
    let cause = file.cause.flatMap { word in other.causes.firstIndex { $0.id == word } }
    return judge.findings(
      eligibility, peril: peril, day: cost.day, cause: cause, compensated: file.compensated,
      namesPerson: cost.person != nil
    ).first
  }
}

extension AccountName<String, String, PolicyYear> {
  /// The account that a cost of a case lies in.
  init(_ file: Casefile, _ day: Day, _ judge: Adjudicator) {
    self.init(file.household, file.peril, judge.policyYear(of: day))
  }
}

extension Casefile {
  /// Whether its decision was taken back, and money of it is still out of the fund.
  var isStillOut: Bool { state == .reversed && payout > .zero }
  /// Of a case whose decision was taken back, what of it was paid or is on its way; `nil` of any other.
  var outOfFund: Yuan? { state == .reversed ? payout : nil }

  /// Whether it was denied for its claim id alone: no scheme changes that.
  fileprivate var isRepeated: Bool {
    reason == Reason.duplicateClaim.code || reason == Reason.claimIDConflict.code
  }
}
