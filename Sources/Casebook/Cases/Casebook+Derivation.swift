package import Claims
import Journal
import Rules
import Units

extension Casebook {
  /// All that a case's decision was derived from, as the journal has it: the scheme then in force, what was known of the
  /// household, and what the same account had counted before. `nil` where the case is not decided.
  ///
  /// - Complexity: reads the case, its decision, and the cases of the same household.
  package func derivation(of file: Casefile) throws(CasebookError) -> Derivation? {
    guard let number = file.decidedEntry else { return nil }
    guard let entry = try entry(number) else { throw .damaged(entry: number) }
    let scheme = try scheme(of: entry)
    let recorded = try entry.decision()
    guard let decision = Decision(recorded, scheme), let claim = Claim(file, scheme) else {
      throw .damaged(entry: number)
    }
    let history = decision.money == nil ? [] : try self.history(file, before: number, scheme)
    var carried = Account()
    if let money = decision.money {
      carried.accumulated = history.reduce(money.accumulator - file.amount) { $0 - $1.claim.amount }
      carried.paid = history.reduce(money.paidBefore) { $0 - $1.decision.payout }
    }
    return Derivation(
      scheme: scheme, claim: claim,
      household: recorded.known?.household(file.household, under: scheme),
      decision: decision, firstClaim: try twin(of: file, decision, scheme), history: history, carried: carried
    )
  }

  /// What the account had counted before a decision: a case reversed since then was still counted.
  private func history(
    _ file: Casefile, before decided: Int, _ scheme: Scheme
  ) throws(CasebookError) -> [Derivation.Entry] {
    let isPersonal = scheme.sumsByPerson(file.benefit)
    let others = try cases(
      file.household, file.peril, in: file.yearDays(under: scheme), decidedBefore: decided)
    var history: [Derivation.Entry] = []
    var schemes = [scheme.digest: scheme]
    for other in others where !isPersonal || other.person == file.person {
      if let counted = try counted(other, before: decided, &schemes) { history.append(counted) }
    }
    return history
  }

  /// The scheme under which an entry was recorded.
  private func scheme(of entry: Entry) throws(CasebookError) -> Scheme {
    entry.scheme == scheme.digest ? scheme : try Casebook.readScheme(entry.scheme, statements)
  }

  /// A case as it counted before an entry, supplements included; `nil` where it had been reversed.
  private func counted(
    _ file: Casefile, before limit: Int, _ schemes: inout [String: Scheme]
  ) throws(CasebookError) -> Derivation.Entry? {
    let entries = try entries(of: file).filter { $0.number < limit }
    guard let decided = entries.last(where: { $0.number == file.decidedEntry }) else {
      throw .damaged(entry: file.decidedEntry ?? file.openedEntry)
    }
    // Its benefit may be one that only the scheme of that time has.
    if schemes[decided.scheme] == nil { schemes[decided.scheme] = try scheme(of: decided) }
    guard let scheme = schemes[decided.scheme] else { throw .damaged(entry: decided.number) }
    guard let claim = Claim(file, scheme), let decision = Decision(try decided.decision(), scheme) else {
      throw .damaged(entry: decided.number)
    }
    if entries.contains(where: { $0.kind == .reverse }) { return nil }
    var payout = decision.payout
    for entry in entries where entry.kind == .supplement {
      payout += try entry.read(SupplementStatement.self).amount
    }
    return Derivation.Entry(
      claim: claim,
      decision: Decision(
        reason: decision.reason, payout: payout, findings: decision.findings, money: decision.money))
  }

  /// The counted claim with the same id, for the rows of the table that ask for it.
  private func twin(
    of file: Casefile, _ decision: Decision, _ scheme: Scheme
  ) throws(CasebookError) -> Claim? {
    let asked: Findings = [Findings(.duplicateClaim), Findings(.claimIDConflict)]
    guard !decision.findings.isDisjoint(with: asked) else { return nil }
    return try counted(claim: file.claimID, except: file.number).flatMap { Claim($0, scheme) }
  }
}

extension Claim {
  /// The claim of a case; `nil` where its words are none of the scheme's.
  fileprivate init?(_ file: Casefile, _ scheme: Scheme) {
    guard let peril = scheme.perils.firstIndex(where: { $0.id == file.peril }) else { return nil }
    self.init(
      id: file.claimID, household: file.household, person: file.person, peril: peril, day: file.incurredOn,
      amount: file.amount, cause: file.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } },
      compensated: file.compensated)
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
