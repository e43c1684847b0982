import Claims
import Journal
import Rules
import Units

/// What deciding a case again comes to.
struct Redecision {
  let casefile: Casefile
  /// The case itself, or its bills that count.
  let parts: [Readjudication.Difference]
  /// Whether anything of it was sent: then it stays as it is.
  let isSent: Bool
  /// Whether its sum or its accumulator is another.
  let isChanged: Bool

  var was: Yuan { parts.reduce(.zero) { $0 + $1.was } }
  var becomes: Yuan { parts.reduce(.zero) { $0 + $1.becomes } }
  /// Whether it is decided again at once: whoever gets more waits for a second officer.
  var isDue: Bool { isChanged && !isSent && becomes <= was }
  /// Whether it would get more, which has to be proposed.
  var getsMore: Bool {
    isChanged && becomes > was && ProposeStatement.rule.from.contains(casefile.state)
  }
}

extension Casebook {
  /// Decides the cases again that stand behind one in its accounts, or share a cap with it: as that one stands now, or where
  /// its decision is taken back, as if it had counted nothing and were paid so much. Each by the facts that its decision
  /// names, under the scheme that decided its sum, in the order of the decisions; one whose money was sent, and one that would
  /// get more, counts there as it is.
  ///
  /// - Parameters:
  ///   - out: of a case whose decision is taken back, what was paid or is on its way; `nil` of one that still stands.
  ///   - instead: what that one comes to, where it does not stand so yet.
  func redecisions(
    behind taken: Casefile, out: Yuan?, as instead: Redecision? = nil
  ) throws(CasebookError) -> [Redecision] {
    guard let limit = taken.decidedEntry else { return [] }
    if instead == nil, try !hasCounted(taken) { return [] }
    let own = try costs(of: taken)
    let linked = try linked(to: taken)
    var accounts = carriedAccounts(linked.carried)
    var found: [Redecision] = []
    for file in linked.files {
      let costs = try costs(of: file)
      if file.number == taken.number, var rest = out {
        for cost in costs {
          let paid = min(cost.payout, rest)
          rest = rest - paid
          add(Account(paid: paid), cost, file, to: &accounts)
        }
      } else if file.number == taken.number, let instead {
        for part in instead.parts where part.reason.isCounted {
          let person = part.bill.map(\.decided.person) ?? file.person
          accounts.add(
            Account(accumulated: part.amount, paid: part.becomes), of: person,
            in: Accounts.Name(file, part.day, adjudicator))
        }
      } else if file.isCounted, !file.isStillOut, let decided = file.decidedEntry, decided > limit,
        let again = try decideAgain(file, costs.filter(\.isCounted), behind: own, of: taken, &accounts)
      {
        found.append(again)
      } else {
        addAsItStands(costs, file, to: &accounts)
      }
    }
    return found
  }

  /// Decides a case again by what is known on a day, in its place among the decisions of its accounts; the answers that it was
  /// decided on are as old as they were then. With what was known of each cost; none are decided where one would pend.
  func redecision(
    of file: Casefile, on day: Day
  ) throws(CasebookError) -> (found: Redecision, known: [KnownHousehold?]) {
    guard let number = file.decidedEntry, let decided = try entry(number) else {
      throw .damaged(row: CaseColumn.table)
    }
    let scheme = try schemeOfSum(of: file)
    let facts = try facts(of: file.household, on: day)
    let costs = try self.costs(of: file).map { cost in
      let inForce = facts?.inForce(for: cost.day)
      let household = inForce?.household(file.household, under: scheme, on: decided.happenedOn)
      var known: KnownHousehold?
      if let inForce, let household { known = Judgement.known(inForce, household) }
      return cost.knowing(known)
    }
    return (try redecision(of: file, costs, under: scheme), costs.map(\.known))
  }

  /// Whether a case would get more by what is known since a revision.
  func getsMore(_ file: Casefile, since revision: Revision) throws(CasebookError) -> Bool {
    let again = try redecision(of: file, on: max(revision.on, file.since)).found
    return again.getsMore && again.parts.allSatisfy { $0.reason.outcome != .pended }
  }

  /// Decides a case again as a proposal does: by what is known on a day, or where it only stands behind another, by the facts
  /// that its decision names.
  func redecision(
    of file: Casefile, as proposal: ProposeStatement, on day: Day
  ) throws(CasebookError) -> (found: Redecision, known: [KnownHousehold?]) {
    guard proposal.behind != nil else { return try redecision(of: file, on: day) }
    let costs = try costs(of: file).filter(\.isCounted)
    guard !costs.isEmpty else { throw .damaged(row: CaseColumn.table) }
    return (try redecision(of: file, costs, under: schemeOfSum(of: file)), [])
  }

  private func redecision(
    of file: Casefile, _ costs: [DecidedCost], under scheme: Scheme
  ) throws(CasebookError) -> Redecision {
    let linked = try linked(to: file)
    var accounts = carriedAccounts(linked.carried)
    for other in linked.files {
      if other.number == file.number { break }
      addAsItStands(try self.costs(of: other), other, to: &accounts)
    }
    let judge = judge(under: scheme)
    let parts = try redecide(costs, of: file, judge, &accounts, years: adjudicator)
    return Redecision(casefile: file, parts: parts, isSent: try isSent(file), isChanged: true)
  }

  private func judge(under scheme: Scheme) -> Adjudicator {
    scheme.digest == self.scheme.digest ? adjudicator : Adjudicator(scheme: scheme)
  }

  /// Whether anything of a case is in an account, or on its way there.
  private func isSent(_ file: Casefile) throws(CasebookError) -> Bool {
    try paid(file.number) + sent(file.number) > .zero
  }

  /// The accounts as they were taken over from the casebook before.
  private func carriedAccounts(_ costs: [CarriedCost]) -> Accounts {
    var accounts = Accounts(keepsPersons: true)
    for cost in costs {
      let name = Accounts.Name(cost.household, cost.peril, adjudicator.policyYear(of: cost.day))
      accounts.add(Account(accumulated: cost.amount, paid: cost.payout), of: cost.person, in: name)
    }
    return accounts
  }

  /// A case counts as it stands; one whose decision was taken back by what of it is still out.
  private func addAsItStands(
    _ costs: [DecidedCost], _ file: Casefile, to accounts: inout Accounts
  ) {
    if file.isStillOut {
      for cost in costs { add(Account(paid: cost.payout), cost, file, to: &accounts) }
    } else if file.isCounted {
      for cost in costs where cost.isCounted {
        add(Account(accumulated: cost.amount, paid: cost.payout), cost, file, to: &accounts)
      }
    }
  }

  private func add(
    _ account: Account, _ cost: DecidedCost, _ file: Casefile, to accounts: inout Accounts
  ) {
    accounts.add(account, of: cost.person, in: Accounts.Name(file, cost.day, adjudicator))
  }

  /// Whether a case was counted, itself or by a bill, whatever became of it since.
  private func hasCounted(_ file: Casefile) throws(CasebookError) -> Bool {
    if file.benefit != nil { return true }
    return try billPayouts(of: file.number).contains { $0.hasCounted }
  }

  /// The cases for the peril of one on which the adjudicator has spoken, in the order of the decisions, and what was taken over
  /// of it: of its household, and of those that share a person with one of them, who has moved.
  private func linked(
    to taken: Casefile
  ) throws(CasebookError) -> (files: [Casefile], carried: [CarriedCost]) {
    var (files, carried) = ([Casefile](), [CarriedCost]())
    var households = [taken.household]
    var persons: Set<String> = []
    let follows = try sumsEverByPerson()
    var next = 0
    while next < households.count {
      let household = households[next]
      next += 1
      let own = try cases(CaseFilter(household: household)).filter {
        $0.peril == taken.peril && $0.decidedEntry != nil
      }
      files += own
      let before = try carriedCosts(of: household).filter { $0.peril == taken.peril }
      carried += before
      guard follows else { continue }
      var named = Set(before.compactMap(\.person))
      for file in own { named.formUnion(try costs(of: file).compactMap(\.person)) }
      for person in named.subtracting(persons).sorted() {
        persons.insert(person)
        for other in try self.households(withCostsOf: person, in: Day.first...Day.last)
        where !households.contains(other) {
          households.append(other)
        }
      }
    }
    return (files.sorted { ($0.decidedEntry ?? 0) < ($1.decidedEntry ?? 0) }, carried)
  }

  private func costs(of file: Casefile) throws(CasebookError) -> [DecidedCost] {
    guard let number = file.decidedEntry, let decision = try entry(number) else {
      throw .damaged(row: CaseColumn.table)
    }
    return try costs(of: file, decision.decision())
  }

  /// What deciding a case again comes to, counted in the accounts as it stands then; `nil`, and nothing counted, where it is in
  /// none of the other's accounts, or would not count at all.
  private func decideAgain(
    _ file: Casefile, _ costs: [DecidedCost], behind others: [DecidedCost], of taken: Casefile,
    _ accounts: inout Accounts
  ) throws(CasebookError) -> Redecision? {
    let scheme = try schemeOfSum(of: file)
    let judge = judge(under: scheme)
    var trial = accounts
    let again = try redecide(costs, of: file, judge, &trial, years: adjudicator)
    guard again.count == costs.count, again.allSatisfy(\.reason.isCounted) else { return nil }
    let isBehind = zip(again, costs).contains { difference, cost in
      others.contains { other in
        let (own, before) = (
          Accounts.Name(file, cost.day, adjudicator), Accounts.Name(taken, other.day, adjudicator)
        )
        guard own.year == before.year else { return false }
        let isSame = other.person == cost.person
        return own == before && (!scheme.keepsApart(difference.benefit) || isSame)
          || isSame && cost.person != nil && scheme.sumsByPerson(difference.benefit)
      }
    }
    guard isBehind else { return nil }
    let isChanged = zip(again, costs).contains { $0.becomes != $1.payout || $0.accumulator != $1.accumulator }
    let found = Redecision(casefile: file, parts: again, isSent: try isSent(file), isChanged: isChanged)
    if !found.isSent, found.becomes <= found.was {
      accounts = trial
    } else {
      for cost in costs {
        add(Account(accumulated: cost.amount, paid: cost.payout), cost, file, to: &accounts)
      }
    }
    return found
  }

  /// Whether a scheme sums by person that is or was in force.
  private func sumsEverByPerson() throws(CasebookError) -> Bool {
    if scheme.needsPersons { return true }
    for digest in try schemeDigests() where digest != scheme.digest {
      if try Casebook.readScheme(digest, statements).needsPersons { return true }
    }
    return false
  }

  /// The scheme under which the sum of a case was decided last.
  private func schemeOfSum(of file: Casefile) throws(CasebookError) -> Scheme {
    let later = try laterPromises(to: file.number).last { (entry) in
      // One that was seconded was decided by the scheme of before.
      entry.statement(SupplementStatement.self).map { $0.proposal == nil } ?? false
    }
    if let later { return try self.scheme(of: later) }
    guard let number = file.decidedEntry, let entry = try entry(number) else {
      throw .damaged(row: CaseColumn.table)
    }
    return try self.scheme(of: entry)
  }
}

extension Scheme {
  /// Whether each person's costs under a benefit have an account, and a cap, of their own.
  fileprivate func keepsApart(_ word: String?) -> Bool {
    guard let benefit = benefits.first(where: { $0.id == word }), benefit.sumOver == .person else {
      return false
    }
    guard case .amount(_, let per) = benefit.cap else { return true }
    return per == .person
  }
}
