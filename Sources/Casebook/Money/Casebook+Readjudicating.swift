import Claims
import Journal
package import Rules
package import Units

extension Casebook {
  /// Decides again, under another scheme, every decided case whose event lies on or after a day: with the facts that its
  /// decision names, in the order of the decisions, after what was counted for earlier events.
  package func readjudicate(under other: Scheme, since day: Day) throws(CasebookError) -> Readjudication {
    let judge = Adjudicator(scheme: other)
    var accounts = AccountTable<AccountName>(keepsPersons: other.needsPersons)
    var differences: [Readjudication.Difference] = []
    var examined = 0
    var latest: Readjudication.Latest?
    func note(_ file: Casefile, _ day: Day) {
      guard latest.map({ $0.day < day }) ?? true else { return }
      latest = Readjudication.Latest(casefile: file.number, day: day)
    }
    var townships: [String: String?] = [:]
    for file in try casesByDecision()
    where file.isCounted || file.state == .denied {
      guard
        let decision = try file.decidedEntry.flatMap({ number throws(CasebookError) in try entry(number) })
      else {
        throw .damaged(row: "casefile")
      }
      if file.incurredOn < day || file.isRepeated {
        // A case of before keeps what it counted and was paid, in the year that its event has now.
        if file.isCounted {
          accounts.add(
            Account(accumulated: file.amount, paid: file.payout),
            of: other.needsPersons ? file.person : nil, in: AccountName(file, judge))
        }
        continue
      }
      examined += 1
      note(file, decision.happenedOn)
      let found = try redecide(file, decision, judge, &accounts)
      guard found.becomes != file.payout || found.isNewlyCounted else { continue }
      note(file, file.since)
      if townships[file.household] == nil {
        townships[file.household] = .some(
          try facts(of: file.household, on: decision.happenedOn)?.township?.value)
      }
      differences.append(
        Readjudication.Difference(
          casefile: file, township: townships[file.household] ?? nil, was: file.payout,
          becomes: found.becomes,
          year: found.year, reason: found.reason, benefit: found.benefit, accumulator: found.accumulator))
    }
    return Readjudication(examined: examined, latest: latest, differences: differences)
  }

  private struct AccountName: Hashable {
    let household: String
    let peril: String
    let year: PolicyYear

    init(_ file: Casefile, _ judge: Adjudicator) {
      (household, peril) = (file.household, file.peril)
      year = judge.policyYear(of: file.incurredOn)
    }
  }

  private func redecide(
    _ file: Casefile, _ decision: Entry, _ judge: Adjudicator, _ accounts: inout AccountTable<AccountName>
  ) throws(CasebookError) -> Readjudication.Difference {
    let other = judge.scheme
    let name = AccountName(file, judge)
    let eligibility = try decision.decision().known.map {
      judge.eligibility(of: $0.household(file.household, under: other))
    }
    func outcome(_ reason: Reason, _ paid: Yuan, _ money: Decision.Money?) -> Readjudication.Difference {
      Readjudication.Difference(
        casefile: file, township: nil, was: file.payout, becomes: paid, year: name.year, reason: reason,
        benefit: money.map { other.benefits[$0.benefitIndex].id }, accumulator: money?.accumulator)
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
    let counting = accounts.count(
      file.amount, of: file.person, members: eligibility?.memberCount ?? 1, in: name, under: plan)
    return outcome(
      counting.award.reason, counting.award.payout,
      Decision.Money(counting, benefit: benefit, year: name.year))
  }
}

extension Casefile {
  /// Whether it was denied for its claim id alone: no scheme changes that.
  fileprivate var isRepeated: Bool {
    reason == Reason.duplicateClaim.code || reason == Reason.claimIDConflict.code
  }
}
