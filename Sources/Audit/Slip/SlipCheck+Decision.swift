import Casebook
import Claims
import Journal
import Rules
import Units

extension SlipCheck {
  /// Decides again under the scheme that the entry names, with what the entry says was known, counted and paid before.
  mutating func recompute(_ placed: SlipContents.Placed, _ schemes: [Scheme]) {
    let entry = placed.entry
    guard let opening = contents.opening else { return }
    guard let scheme = schemes.first(where: { $0.digest == entry.scheme }) else {
      return note(.noScheme(digest: entry.scheme), of: entry.number)
    }
    guard let again = SlipDecision(of: entry, opening, scheme) else {
      note(.differs, of: entry.number)
      return report(
        "decision-unreadable", at: "entries[\(placed.index)]",
        Wording(
          zh: "第 \(entry.number) 条的决定按方案 \(scheme.id) 无法重算：它缺少所需的内容，或用了方案里没有的词",
          en:
            "the decision of entry \(entry.number) cannot be recomputed under \(scheme.id): it lacks what that needs, "
            + "or has words the scheme does not"))
    }
    let found = again.differences(from: entry)
    note(found.isEmpty ? .same(scheme: scheme.id) : .differs, of: entry.number)
    for (key, says, should) in found {
      report(
        "wrong-decision", at: "entries[\(placed.index)]",
        Wording(
          zh: "第 \(entry.number) 条的「\(key)」是 \(says)，按方案 \(scheme.id) 不对",
          en: "'\(key)' of entry \(entry.number) is \(says), which is not what the scheme \(scheme.id) gives"),
        mend: Wording(zh: "应是 \(should)", en: "it should be \(should)"))
    }
  }
}

/// A decision made once more.
private struct SlipDecision {
  private let reason: Reason
  private let payout: Yuan
  private let money: (benefit: String, year: Int, earned: Yuan)?

  /// `nil` where the entry does not say what it takes, or says what no casebook would.
  init?(of decision: Entry, _ opening: Entry, _ scheme: Scheme) {
    let judge = Adjudicator(scheme: scheme)
    guard let said = decision.recordedDecision, let claim = opening.opening,
      let peril = scheme.perils.firstIndex(where: { $0.id == claim.peril })
    else { return nil }
    let cause = claim.cause.flatMap { word in scheme.causes.firstIndex { $0.id == word } }
    let household = said.known.map { $0.household(opening.household ?? "", under: scheme) }
    if let income = household?.income, !Yuan.incomeRange.contains(income) { return nil }
    let standing = household.map(judge.standing(of:)) ?? .unknown
    var findings = judge.findings(
      standing, peril: peril, day: claim.incurredOn, cause: cause, compensated: claim.compensated,
      namesPerson: claim.person != nil)
    // Whether the claim's id was met before is not for this slip to show: that would be another claim's business.
    for code in said.findings {
      guard let reason = Reason(code: code) else { return nil }
      if reason == .duplicateClaim || reason == .claimIDConflict { findings.insert(Findings(reason)) }
    }
    if let first = findings.first {
      reason = first
      payout = .zero
      money = nil
      return
    }
    let index = judge.benefit(standing, peril: peril)
    let year = judge.policyYear(of: claim.incurredOn)
    let sums = Yuan.zero...Yuan.accumulatorLimit
    guard scheme.benefits.indices.contains(index), let plan = judge.plans[index],
      let accumulator = said.accumulator, let paid = said.paidBefore,
      sums.contains(accumulator), sums.contains(paid), sums.contains(claim.amount),
      claim.amount <= accumulator
    else { return nil }
    let amount = claim.amount
    let underCap = said.paidUnderCap ?? paid
    guard sums.contains(underCap), plan.capsHouseholdOfPersons || underCap == paid else { return nil }
    var own = Account(accumulated: accumulator - amount, paid: paid)
    var all = Account(paid: underCap)
    let award = plan.count(amount, members: standing.memberCount, of: &own, in: &all).award
    reason = award.reason
    payout = award.payout
    money = (scheme.benefits[index].id, year.began, award.benefit)
  }

  /// What the entry says otherwise, and what it should say.
  func differences(from entry: Entry) -> [(key: String, says: String, should: String)] {
    entry.recordedDecision?.differences(from: reason, payout: payout, money) ?? []
  }
}
