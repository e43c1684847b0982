import Rules
import Units

/// What an adjudicator has to remember from claim to claim, for callers with few claims: ids and accounts.
///
/// A batch keeps the same in flat tables.
public struct Ledger: Sendable {
  private typealias Accounts = AccountTable<String, Int, PolicyYear>

  /// The household that each person is a member of, as far as a list says so: it decides where a person stands who was counted
  /// in another household before.
  public var members: [String: String] = [:]
  private var seen: [String: Claim] = [:]
  /// For each id the claim that is counted, and where.
  private var counted: [String: (claim: Claim, name: Accounts.Name)] = [:]
  private var accounts: Accounts
  private let adjudicator: Adjudicator

  /// An empty ledger under a scheme.
  public init(_ adjudicator: Adjudicator) {
    self.adjudicator = adjudicator
    accounts = Accounts(keepsPersons: adjudicator.needsPersons)
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
    if isStrange(claim, eligibility) { findings.insert(Findings(.personUnknown)) }
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

  private func name(of claim: Claim) -> Accounts.Name {
    Accounts.Name(claim.household, claim.peril, adjudicator.policyYear(of: claim.day))
  }

  /// Row 15a for a person who was counted in another household, and of whom no list says that they are in this one.
  private func isStrange(_ claim: Claim, _ eligibility: Eligibility) -> Bool {
    guard let person = claim.person, adjudicator.sumsByPerson(eligibility, peril: claim.peril) else {
      return false
    }
    return accounts.isElsewhere(person, than: name(of: claim)) && members[person] != claim.household
  }

  private mutating func award(_ claim: Claim, eligibility: Eligibility) -> Decision {
    let benefit = adjudicator.benefit(eligibility, peril: claim.peril)
    guard let plan = adjudicator.figures[benefit] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let name = name(of: claim)
    let counting = accounts.count(
      claim.amount, of: claim.person, members: eligibility.memberCount, in: name, under: plan)
    counted[claim.id] = (claim, name)
    return Decision(counting, benefit: benefit, year: name.year)
  }
}
