package import Claims
package import Journal
package import Rules
package import Units

/// A decision with all it rests on: what was known, and what was counted and paid before.
package struct Judgement: Hashable, Sendable {
  package let reason: Reason
  package let payout: Yuan
  package let findings: Findings
  package let money: Decision.Money?
  /// The benefit's id in the scheme; only where the claim counts.
  package let benefit: String?
  package let facts: HouseholdFacts?
  package let household: Household?
  /// What was decided of each bill of a screened case; none of any other, and then the benefit, the sums and the household are
  /// not here but there.
  package var bills: [DecidedBill] = []

  /// What the entry of a decision says of it.
  ///
  /// - Parameter call: what the county is called on for.
  func recorded(calling call: Yuan?) -> RecordedDecision {
    guard bills.isEmpty else { return RecordedDecision(of: bills, calling: call) }
    var known: KnownHousehold?
    if let facts, let household { known = Judgement.known(facts, household) }
    return RecordedDecision(
      reason: reason, payout: payout, findings: findings, benefit: benefit, money: money, known: known,
      call: call)
  }

  /// What was known of the household, each fact with the entry that states it; an answer too old to rely on is left out.
  static func known(_ facts: HouseholdFacts, _ household: Household) -> KnownHousehold {
    var entries = [facts.group?.entry, facts.members?.entry, facts.income?.entry]
    for asset in Scheme.Asset.allCases where household.assets[asset.rawValue] != nil {
      entries.append(facts.assets[asset.rawValue]?.entry)
    }
    return KnownHousehold(
      group: facts.group?.value, members: facts.members?.value, income: facts.income?.value.amount,
      assets: household.assets, entries: Set(entries.compactMap { $0 }))
  }
}

extension Casebook {
  /// Decides a case by what is known on a day: the decision table, with what the casebook remembers.
  func judge(_ file: Casefile, on day: Day) throws(CasebookError) -> Judgement {
    guard file.way != .screen else { return try judgeBills(of: file, on: day) }
    let facts = try facts(of: file.household, on: day)?.inForce(for: file.incurredOn)
    let household = facts?.household(file.household, under: scheme, on: day)
    let eligibility = household.map(adjudicator.eligibility(of:)) ?? .unknown
    guard let peril = scheme.perils.firstIndex(where: { $0.id == file.peril }) else {
      throw .damaged(row: "casefile")
    }
    let cause = file.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } }
    var findings = adjudicator.findings(
      eligibility, peril: peril, day: file.incurredOn, cause: cause, compensated: file.compensated,
      namesPerson: file.person != nil)
    if let person = file.person, adjudicator.sumsByPerson(eligibility, peril: peril),
      try isStranger(person, in: file.household, on: file.incurredOn, knownBy: day)
    {
      findings.insert(Findings(.personUnknown))
    }
    if let isSame = try isSameAsCounted(file) {
      findings.insert(Findings(isSame ? .duplicateClaim : .claimIDConflict))
    }
    if let reason = findings.first {
      return Judgement(
        reason: reason, payout: .zero, findings: findings, money: nil, benefit: nil, facts: facts,
        household: household)
    }
    let index = adjudicator.benefit(eligibility, peril: peril)
    guard let plan = adjudicator.figures[index] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let days = file.yearDays(under: scheme)
    let counting = try plan.count(file.amount, of: file.person, members: eligibility.memberCount) {
      (person) throws(CasebookError) in
      try account(file.household, person: person, peril: file.peril, in: days)
    }
    return Judgement(
      reason: counting.award.reason, payout: counting.award.payout, findings: [],
      money: Decision.Money(counting, benefit: index, year: adjudicator.policyYear(of: file.incurredOn)),
      benefit: scheme.benefits[index].id, facts: facts, household: household)
  }
}

extension Casebook {
  /// Whether a case says the same as the counted one with its claim id: household, peril, day and amount; `nil` where there is
  /// none.
  private func isSameAsCounted(_ file: Casefile) throws(CasebookError) -> Bool? {
    if let twin = try counted(claim: file.claimID, except: file.number) {
      return file.says(twin.household, twin.peril, twin.incurredOn, twin.amount)
    }
    return try carried(claim: file.claimID).map { file.says($0.household, $0.peril, $0.day, $0.amount) }
  }
}

extension Casefile {
  fileprivate func says(_ household: String, _ peril: String, _ day: Day, _ amount: Yuan) -> Bool {
    household == self.household && peril == self.peril && day == incurredOn && amount == self.amount
  }
}

extension Entry {
  /// What an entry says was decided: of a claim of a batch, or of a case that was approved.
  package func decision() throws(CasebookError) -> RecordedDecision {
    if kind == .decide { return try read(DecideStatement.self).decision }
    return try read(ApproveStatement.self).decision
  }
}

extension Casebook {
  /// The code of the reason for which a case was decided.
  func decisionReason(of file: Casefile) throws(CasebookError) -> String? {
    for entry in try laterPromises(to: file.number).reversed() {
      if let more = entry.statement(SupplementStatement.self) { return more.again.reason }
      if let less = entry.statement(RedecideStatement.self) { return less.again.reason }
    }
    return try file.decidedEntry.flatMap { (number) throws(CasebookError) in try entry(number) }
      .map { (entry) throws(CasebookError) in try entry.decision().reasonCode }
  }
}
