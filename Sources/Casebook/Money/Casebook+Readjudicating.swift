import Claims
import Journal
package import Rules
package import Units

extension Casebook {
  /// Decides again, under another scheme, every decided case whose event lies on or after a day: with the facts that its
  /// decision names, in the order of the decisions, after what was counted for earlier events.
  package func readjudicate(under other: Scheme, since day: Day) throws(CasebookError) -> Readjudication {
    let judge = Adjudicator(scheme: other)
    var accounts = AccountTable<AccountName>()
    var differences: [Readjudication.Difference] = []
    var examined = 0
    var townships: [String: String?] = [:]
    for file in try casesByDecision()
    where file.isCounted || file.state == .denied {
      guard
        let decision = try file.decidedEntry.flatMap({ number throws(CasebookError) in try entry(number) })
      else {
        throw .damaged(row: "casefile")
      }
      if file.incurredOn < day || file.isRepeated {
        if file.isCounted { count(file, other, judge, &accounts) }
        continue
      }
      examined += 1
      let found = try redecide(file, decision, judge, &accounts)
      guard found.becomes != file.payout || found.isNewlyCounted else { continue }
      if townships[file.household] == nil {
        townships[file.household] = .some(
          try facts(of: file.household, on: decision.happenedOn)?.township?.value)
      }
      differences.append(
        Readjudication.Difference(
          casefile: file, township: townships[file.household] ?? nil, was: file.payout,
          becomes: found.becomes,
          reason: found.reason, benefit: found.benefit, policyYear: found.policyYear,
          accumulator: found.accumulator))
    }
    return Readjudication(examined: examined, differences: differences)
  }

  private struct AccountName: Hashable {
    let household: String
    let benefit: Int
    let year: PolicyYear
  }

  /// A case of before keeps what it counted and was paid.
  private func count(
    _ file: Casefile, _ other: Scheme, _ judge: Adjudicator, _ accounts: inout AccountTable<AccountName>
  ) {
    guard let benefit = other.benefits.firstIndex(where: { $0.id == file.benefit }),
      let year = file.policyYear
    else {
      return
    }
    accounts.add(
      Account(accumulated: file.amount, paid: file.payout),
      of: judge.figures[benefit]?.sumsByPerson == true ? file.person : nil,
      in: AccountName(household: file.household, benefit: benefit, year: year))
  }

  private func redecide(
    _ file: Casefile, _ decision: Entry, _ judge: Adjudicator, _ accounts: inout AccountTable<AccountName>
  ) throws(CasebookError) -> Readjudication.Difference {
    let other = judge.scheme
    let eligibility = try decision.decision().known.map {
      judge.eligibility(of: $0.household(file.household, under: other))
    }
    func outcome(_ reason: Reason, _ paid: Yuan, _ money: Decision.Money?) -> Readjudication.Difference {
      Readjudication.Difference(
        casefile: file, township: nil, was: file.payout, becomes: paid, reason: reason,
        benefit: money.map { other.benefits[$0.benefitIndex].id }, policyYear: money?.policyYear,
        accumulator: money?.accumulator)
    }
    guard let peril = other.perils.firstIndex(where: { $0.id == file.peril }) else {
      return outcome(.perilNotCovered, .zero, nil)
    }
    let cause = file.cause.flatMap { word in other.causes.firstIndex { $0.id == word } }
    let findings = judge.findings(
      eligibility ?? .unknown, peril: peril, day: file.incurredOn, cause: cause,
      compensated: file.compensated,
      namesPerson: file.person != nil)
    if let reason = findings.first { return outcome(reason, .zero, nil) }
    let benefit = judge.benefit(eligibility ?? .unknown, peril: peril)
    guard let plan = judge.figures[benefit] else { return outcome(.schemeSilent, .zero, nil) }
    let year = judge.policyYear(of: file.incurredOn)
    let counting = accounts.count(
      file.amount, of: file.person, members: eligibility?.memberCount ?? 1,
      in: AccountName(household: file.household, benefit: benefit, year: year), under: plan)
    return outcome(
      counting.award.reason, counting.award.payout, Decision.Money(counting, benefit: benefit, year: year))
  }
}

extension Casefile {
  /// Whether it was denied for its claim id alone: no scheme changes that.
  fileprivate var isRepeated: Bool {
    reason == Reason.duplicateClaim.code || reason == Reason.claimIDConflict.code
  }
}
