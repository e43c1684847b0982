import Rules
import Units

/// What an adjudicator has to remember from claim to claim, for callers with few claims: ids and accounts.
///
/// A batch keeps the same in flat tables.
public struct Ledger: Sendable {
  private struct Name: Hashable {
    let household: String
    let peril: Int
    let year: PolicyYear
  }

  private var seen: [String: Claim] = [:]
  /// For each id the claim that is counted, and where.
  private var counted: [String: (claim: Claim, name: Name)] = [:]
  private var accounts: AccountTable<Name>
  private let adjudicator: Adjudicator

  /// An empty ledger under a scheme.
  public init(_ adjudicator: Adjudicator) {
    self.adjudicator = adjudicator
    accounts = AccountTable(keepsPersons: adjudicator.scheme.needsPersons)
  }

  /// Decides the next claim.
  ///
  /// - Parameters:
  ///   - claim: the claim, which comes after all that were decided before.
  ///   - household: the household the claim names, or `nil` where it is not on the register.
  public mutating func decide(_ claim: Claim, for household: Household?) -> Decision {
    let eligibility = household.map(adjudicator.eligibility(of:)) ?? .unknown
    var findings = adjudicator.findings(
      eligibility, peril: claim.peril, day: claim.day, cause: claim.cause, compensated: claim.compensated,
      namesPerson: claim.person != nil)
    if let finding = Ledger.finding(claim, after: seen[claim.id]) { findings.insert(Findings(finding)) }
    if claim.corrects, !findings.contains(Findings(.claimIDConflict)),
      let replaced = counted.removeValue(forKey: claim.id)
    {
      accounts.takeOut(replaced.claim.amount, of: replaced.claim.person, in: replaced.name)
    }
    seen[claim.id] = seen[claim.id] ?? claim
    if let reason = findings.first {
      return Decision(reason: reason, payout: .zero, findings: findings, money: nil)
    }
    return award(claim, eligibility: eligibility)
  }

  /// Rows 1 to 2a for a claim.
  ///
  /// - Parameter first: the first claim with its id, where there was one before.
  private static func finding(_ claim: Claim, after first: Claim?) -> Reason? {
    guard let first else { return claim.corrects ? .claimIDConflict : nil }
    if claim.corrects { return claim.amount == .zero ? .withdrawn : nil }
    return claim.isSame(as: first) ? .duplicateClaim : .claimIDConflict
  }

  private mutating func award(_ claim: Claim, eligibility: Eligibility) -> Decision {
    let benefit = adjudicator.benefit(eligibility, peril: claim.peril)
    guard let plan = adjudicator.figures[benefit] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let year = adjudicator.policyYear(of: claim.day)
    let name = Name(household: claim.household, peril: claim.peril, year: year)
    let counting = accounts.count(
      claim.amount, of: claim.person, members: eligibility.memberCount, in: name, under: plan)
    counted[claim.id] = (claim, name)
    return Decision(counting, benefit: benefit, year: year)
  }
}
