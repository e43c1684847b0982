import Casebook
import Claims
import Explain
import Journal
import Rules
import Units

/// A decision of a slip made once more: with what its entry says was known, counted and paid before.
struct SlipDecision {
  private let scheme: Scheme
  private let decision: Decision
  private let amount: Yuan
  private let members: Int

  /// `nil` where the entry does not say what it takes, or says what no casebook would.
  init?(of entry: Entry, _ opening: Entry, _ scheme: Scheme) {
    let judge = Adjudicator(scheme: scheme)
    guard let recorded = entry.recordedDecision, let claim = opening.opening,
      let peril = scheme.perils.firstIndex(where: { $0.id == claim.peril })
    else { return nil }
    self.scheme = scheme
    amount = claim.amount
    let cause = claim.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } }
    let household = recorded.known.map { $0.household(opening.household ?? "", under: scheme) }
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
  func differences(from entry: Entry) -> [(key: String, says: String, should: String)] {
    entry.recordedDecision?.differences(
      from: decision.reason, payout: decision.payout,
      decision.money.map { (scheme.benefits[$0.benefitIndex].id, $0.policyYear.began, $0.benefit) }) ?? []
  }

  /// How the payout comes about; `nil` for a claim that was not counted.
  var calculation: Calculation? { Calculation(decision, of: amount, members: members, under: scheme) }
}
