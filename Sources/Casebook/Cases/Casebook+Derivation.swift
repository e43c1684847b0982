package import Claims
package import Journal
import Rules
import Units

extension Casebook {
  /// All that a case's decision was derived from, as the journal has it: the scheme then in force, what was known of the
  /// household, and what the same account had counted before; of a screened case, for the bill that gives it its reason.
  /// `nil` where the case is not decided.
  ///
  /// - Complexity: reads the case, its decision, and the cases of the same household.
  package func derivation(of file: Casefile) throws(CasebookError) -> Derivation? {
    guard let (entry, recorded) = try decision(of: file) else { return nil }
    guard recorded.bills.isEmpty else {
      let place = recorded.bills.firstIndex { $0 == recorded.bills.deciding }
      return try place.flatMap { (place) throws(CasebookError) in
        try derivation(of: file, entry, recorded.bills, place)
      }
    }
    let scheme = try scheme(of: entry)
    // What was put right since is for the next decision.
    let stated = try self.claim(of: file, at: entry.number)
    guard let decision = Decision(recorded, scheme), let claim = Claim(stated, of: file, scheme) else {
      throw .damaged(entry: entry.number)
    }
    let history =
      decision.money == nil ? [] : try self.history(of: claim, file, before: entry.number, scheme, decision)
    return derivation(
      claim, recorded.known, decision, twin: try twin(of: claim.id, file, decision, scheme), history, scheme,
      elsewhere: try elsewhere(claim, decision, before: entry.number, scheme))
  }

  /// The same for each bill of a screened case, in the order in which they were decided: the bill's own decision, or none
  /// where it waits for another. Empty where the case is not decided, or was decided as one.
  package func billDerivations(
    of file: Casefile
  ) throws(CasebookError) -> [(bill: DecidedBill, derivation: Derivation?)] {
    guard let (entry, recorded) = try decision(of: file) else { return [] }
    return try recorded.bills.enumerated().map { (index, bill) throws(CasebookError) in
      (bill, try derivation(of: file, entry, recorded.bills, index))
    }
  }

  /// The bills of a screened case: as its last decision has them, or those that it has taken in so far.
  package func decidedBills(of file: Casefile) throws(CasebookError) -> [DecidedBill] {
    if let (_, recorded) = try decision(of: file) { return recorded.bills }
    return try bills(in: file.number).map { (bill) throws(CasebookError) in
      guard let day = Day(bill.day) else { throw .damaged(row: BillColumn.table) }
      return DecidedBill(
        record: bill.record, person: bill.person, incurredOn: day, amount: bill.amount, decision: nil)
    }
  }

  private func decision(of file: Casefile) throws(CasebookError) -> (
    entry: Entry, recorded: RecordedDecision
  )? {
    guard let number = file.decidedEntry else { return nil }
    guard let entry = try entry(number) else { throw .damaged(entry: number) }
    return (entry, try entry.decision())
  }

  private func derivation(
    of file: Casefile, _ entry: Entry, _ bills: [DecidedBill], _ index: Int
  ) throws(CasebookError) -> Derivation? {
    let (bill, scheme) = (bills[index], try scheme(of: entry))
    guard let recorded = bill.decision else { return nil }
    guard let decision = Decision(recorded, scheme), let claim = Claim(file, bill, scheme) else {
      throw .damaged(entry: entry.number)
    }
    var history: [Derivation.Entry] = []
    if let money = decision.money {
      history = try self.history(of: claim, file, before: entry.number, scheme, decision)
      let isPersonal = scheme.benefits[money.benefitIndex].sumOver == .person
      for other in bills[..<index] where !isPersonal || other.person == bill.person {
        guard let own = other.decision, let decided = Decision(own, scheme),
          let year = decided.money?.policyYear,
          year == money.policyYear, let claim = Claim(file, other, scheme)
        else { continue }
        history.append(Derivation.Entry(claim: claim, decision: decided))
      }
    }
    return derivation(
      claim, recorded.known, decision, twin: nil, history, scheme,
      elsewhere: try elsewhere(claim, decision, before: entry.number, scheme))
  }

  private func derivation(
    _ claim: Claim, _ known: KnownHousehold?, _ decision: Decision, twin: Claim?,
    _ history: [Derivation.Entry], _ scheme: Scheme, elsewhere: [String]
  ) -> Derivation {
    var carried = Account()
    if let money = decision.money {
      carried.accumulated = history.reduce(money.accumulator - claim.amount) { $0 - $1.claim.amount }
      carried.paid = history.reduce(money.paidBefore) { $0 - $1.decision.payout }
    }
    return Derivation(
      scheme: scheme, claim: claim, household: known?.household(claim.household, under: scheme),
      decision: decision, firstClaim: twin, history: history, elsewhere: elsewhere,
      carried: carried)
  }

  /// The other households in which the person had costs of the year before a decision that pends for it.
  private func elsewhere(
    _ claim: Claim, _ decision: Decision, before decided: Int, _ scheme: Scheme
  ) throws(CasebookError) -> [String] {
    guard let person = claim.person, decision.findings.contains(Findings(.personUnknown)) else { return [] }
    return try households(
      withCostsOf: person, in: PolicyYear.days(around: claim.day, scheme.policyYearStart),
      decidedBefore: decided
    ).filter { $0 != claim.household }
  }

  /// What the account had counted before a decision: a case reversed since was still counted.
  private func history(
    of claim: Claim, _ file: Casefile, before decided: Int, _ scheme: Scheme, _ decision: Decision
  ) throws(CasebookError) -> [Derivation.Entry] {
    let isPersonal = decision.money.map { scheme.benefits[$0.benefitIndex].sumOver == .person } ?? false
    let others = try countedCosts(
      file.household, person: isPersonal ? claim.person : nil, file.peril,
      in: PolicyYear.days(around: claim.day, scheme.policyYearStart),
      decidedBefore: decided)
    var history: [Derivation.Entry] = []
    var schemes = [scheme.digest: scheme]
    for other in others {
      if let counted = try counted(other, before: decided, &schemes) { history.append(counted) }
    }
    return history
  }

  /// The scheme under which an entry was recorded.
  func scheme(of entry: Entry) throws(CasebookError) -> Scheme {
    entry.scheme == scheme.digest ? scheme : try Casebook.readScheme(entry.scheme, statements)
  }

  /// A cost as it counted before an entry, supplements included; `nil` where its case had been reversed.
  private func counted(
    _ cost: CountedCost, before limit: Int, _ schemes: inout [String: Scheme]
  ) throws(CasebookError) -> Derivation.Entry? {
    guard let file = try casefile(cost.casefile) else { throw .damaged(row: CaseColumn.table) }
    let entries = try entries(of: file).filter { $0.number < limit }
    guard let decided = entries.last(where: { $0.number == file.decidedEntry }) else {
      throw .damaged(entry: file.decidedEntry ?? file.openedEntry)
    }
    // Its benefit may be one that only the scheme of that time has.
    if schemes[decided.scheme] == nil { schemes[decided.scheme] = try scheme(of: decided) }
    guard let scheme = schemes[decided.scheme] else { throw .damaged(entry: decided.number) }
    let recorded = try decided.decision()
    let bill = recorded.bills.indices.contains(cost.place - 1) ? recorded.bills[cost.place - 1] : nil
    let stated = try self.claim(of: file)
    guard let claim = bill.map({ Claim(file, $0, scheme) }) ?? Claim(stated, of: file, scheme),
      let decision = Decision(bill?.decision ?? recorded, scheme)
    else { throw .damaged(entry: decided.number) }
    if entries.contains(where: { $0.kind == .reverse }) { return nil }
    var payout = decision.payout
    for entry in entries where entry.kind == .supplement {
      let more = try entry.read(SupplementStatement.self)
      payout +=
        bill == nil ? more.amount : more.bills.first { $0.place == cost.place }?.amount ?? .zero
    }
    for entry in entries where entry.kind == .redecide {
      let less = try entry.read(RedecideStatement.self)
      payout +=
        bill == nil ? less.amount : less.bills.first { $0.place == cost.place }?.amount ?? .zero
    }
    return Derivation.Entry(
      claim: claim,
      decision: Decision(
        reason: decision.reason, payout: payout, findings: decision.findings, money: decision.money))
  }

  /// The counted claim with the same id, for the rows of the table that ask for it.
  private func twin(
    of id: String, _ file: Casefile, _ decision: Decision, _ scheme: Scheme
  ) throws(CasebookError) -> Claim? {
    let asked: Findings = [Findings(.duplicateClaim), Findings(.claimIDConflict)]
    guard !decision.findings.isDisjoint(with: asked) else { return nil }
    guard let twin = try counted(claim: id, except: file.number) else {
      return try carried(claim: id).flatMap { Claim($0, scheme) }
    }
    return Claim(try claim(of: twin), of: twin, scheme)
  }
}

extension Claim {
  /// What is claimed with a case; `nil` where its words are none of the scheme's.
  fileprivate init?(_ stated: CaseClaim, of file: Casefile, _ scheme: Scheme) {
    let own = stated.opening
    guard let peril = scheme.perils.firstIndex(where: { $0.id == own.peril }) else { return nil }
    self.init(
      id: stated.claim ?? Casefile.ownClaimID(file.number), household: file.household, person: own.person,
      peril: peril, day: own.incurredOn, amount: own.amount,
      cause: own.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } },
      compensated: own.compensated)
  }
}

extension Claim {
  /// The claim of a cost that was taken over; `nil` where its words are none of the scheme's.
  fileprivate init?(_ cost: CarriedCost, _ scheme: Scheme) {
    guard let peril = scheme.perils.firstIndex(where: { $0.id == cost.peril }) else { return nil }
    self.init(
      id: cost.claimID ?? Casefile.ownClaimID(cost.casefile), household: cost.household, person: cost.person,
      peril: peril, day: cost.day, amount: cost.amount)
  }
}

extension Claim {
  /// A bill of a screened case; `nil` where its words are none of the scheme's.
  fileprivate init?(_ file: Casefile, _ bill: DecidedBill, _ scheme: Scheme) {
    guard let peril = scheme.perils.firstIndex(where: { $0.id == file.peril }) else { return nil }
    self.init(
      id: "\(file.claimID)/\(bill.record)", household: file.household, person: bill.person, peril: peril,
      day: bill.incurredOn, amount: bill.amount)
  }
}

extension Decision {
  /// What the entry of a decision says; `nil` where it makes no sense under the scheme.
  fileprivate init?(_ recorded: RecordedDecision, _ scheme: Scheme) {
    guard let reason = recorded.reason else { return nil }
    var findings: Findings = []
    for code in recorded.findings {
      guard let finding = Reason(code: code), !finding.isCounted else { return nil }
      findings.insert(Findings(finding))
    }
    guard reason.isCounted else {
      self.init(reason: reason, payout: recorded.payout, findings: findings, money: nil)
      return
    }
    guard let year = recorded.policyYear,
      let index = scheme.benefits.firstIndex(where: { $0.id == recorded.benefit }),
      let accumulator = recorded.accumulator, let before = recorded.paidBefore, let earned = recorded.earned
    else { return nil }
    let money = Decision.Money(
      benefitIndex: index, policyYear: PolicyYear(began: year), accumulator: accumulator, paidBefore: before,
      paidUnderCap: recorded.paidUnderCap ?? before, benefit: earned)
    self.init(reason: reason, payout: recorded.payout, findings: findings, money: money)
  }
}
