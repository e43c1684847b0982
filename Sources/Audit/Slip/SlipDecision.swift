import Casebook
import Claims
import Explain
import Journal
import Rules
import Units

/// A decision of a slip made once more: with what its entry says was known, counted and paid before.
struct SlipDecision {
  private let scheme: Scheme
  private let recorded: RecordedDecision
  private let decision: Decision
  private let amount: Yuan
  private let members: Int

  /// The decision of an entry; `nil` where it does not say what it takes, says what no casebook would, or decides bill by bill.
  ///
  /// - Parameter claim: what was claimed with the case by then.
  init?(of entry: Entry, _ claim: CaseOpening, _ scheme: Scheme) {
    guard let recorded = entry.recordedDecision, recorded.bills.isEmpty else { return nil }
    self.init(recorded, claim, of: entry.household ?? "", scheme)
  }

  /// The decisions of an entry: one, or one for each bill that is decided; `nil` where one of them does not say what it takes.
  static func all(
    of entry: Entry, _ claim: CaseOpening, _ scheme: Scheme
  ) -> [(bill: DecidedBill?, decision: SlipDecision)]? {
    guard let bills = entry.recordedDecision?.bills, !bills.isEmpty else {
      return SlipDecision(of: entry, claim, scheme).map { [(nil, $0)] }
    }
    var found: [(bill: DecidedBill?, decision: SlipDecision)] = []
    for bill in bills {
      guard let recorded = bill.decision else { continue }
      let own = CaseOpening(
        person: bill.person, peril: claim.peril, cause: nil, incurredOn: bill.incurredOn,
        amount: bill.amount, compensated: nil)
      guard let again = SlipDecision(recorded, own, of: entry.household ?? "", scheme) else { return nil }
      found.append((bill, again))
    }
    return found
  }

  private init?(_ recorded: RecordedDecision, _ claim: CaseOpening, of id: String, _ scheme: Scheme) {
    let judge = Adjudicator(scheme: scheme)
    guard let peril = scheme.perils.firstIndex(where: { $0.id == claim.peril }) else { return nil }
    self.scheme = scheme
    self.recorded = recorded
    amount = claim.amount
    let cause = claim.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } }
    let household = recorded.known.map { $0.household(id, under: scheme) }
    if let income = household?.income, !Yuan.incomeRange.contains(income) { return nil }
    let eligibility = household.map(judge.eligibility(of:)) ?? .unknown
    members = eligibility.memberCount
    var findings = judge.findings(
      eligibility, peril: peril, day: claim.incurredOn, cause: cause, compensated: claim.compensated,
      namesPerson: claim.person != nil)
    // Whether the claim's id was met before is not for this slip to show: that would be another claim's business.
    for code in recorded.findings {
      guard let reason = Reason(code: code) else { return nil }
      if reason == .duplicateClaim || reason == .claimIDConflict { findings.insert(Findings(reason)) }
    }
    if let first = findings.first {
      decision = Decision(reason: first, payout: .zero, findings: findings, money: nil)
      return
    }
    let index = judge.benefit(eligibility, peril: peril)
    let sums = Yuan.zero...Yuan.accumulatorLimit
    guard scheme.benefits.indices.contains(index), let plan = judge.plans[index],
      let accumulator = recorded.accumulator, let paid = recorded.paidBefore,
      sums.contains(accumulator), sums.contains(paid), sums.contains(amount), amount <= accumulator
    else { return nil }
    let underCap = recorded.paidUnderCap ?? paid
    guard sums.contains(underCap), plan.capsHouseholdOfPersons || underCap == paid else { return nil }
    var own = Account(accumulated: accumulator - amount, paid: paid)
    var all = Account(paid: underCap)
    decision = Decision(
      plan.count(amount, members: members, of: &own, in: &all), benefit: index,
      year: judge.policyYear(of: claim.incurredOn))
  }

  /// What the entry says otherwise, and what it should say.
  var differences: [(key: String, says: String, should: String)] {
    recorded.differences(
      from: decision.reason, payout: decision.payout,
      decision.money.map { (scheme.benefits[$0.benefitIndex].id, $0.policyYear.began, $0.benefit) })
  }

  /// How the payout comes about; `nil` for a claim that was not counted.
  var calculation: Calculation? { Calculation(decision, of: amount, members: members, under: scheme) }
}

extension [DecidedBill] {
  /// What a decision says of its case otherwise than its bills do, and what it should say.
  func differences(_ whole: RecordedDecision) -> [(key: String, says: String, should: String)] {
    guard let deciding = deciding?.decision, let payout else { return [("bill_1", "—", "outcome")] }
    // While one pends none counts; else each is decided.
    let isPended = whole.outcome == .pended
    let wrong = count { isPended ? $0.decision?.isCounted ?? false : $0.decision == nil }
    let checks: [(key: String, says: String, should: String)] = [
      ("reason", whole.reasonCode, deciding.reasonCode), ("outcome", whole.outcomeWord, deciding.outcomeWord),
      ("counted", "\(whole.isCounted)", "\(isCounted)"),
      ("payout", whole.payout.description, payout.description), ("bills", "\(wrong)", "0"),
    ]
    return checks.filter { $0.says != $0.should }
  }
}
