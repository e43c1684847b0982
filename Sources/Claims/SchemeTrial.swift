public import Rules
public import Units

/// Runs the named examples of a scheme file: what `rules test` shows.
public struct SchemeTrial: Sendable {
  /// One claim of an example that did not do what it must.
  public struct Miss: Hashable, Sendable {
    /// Which claim of the example, from 0.
    public let claim: Int
    /// What the example says it must pay.
    public let wantedPayout: Yuan
    /// The reason the example says it must give, if it says one.
    public let wantedReason: Reason?
    /// What was decided.
    public let decision: Decision
  }

  /// An example and how it went.
  public struct Result: Hashable, Sendable {
    /// The example.
    public let example: SchemeCase
    /// What was decided on each of its claims.
    public let decisions: [Decision]
    /// The claims that did not do what they must.
    public let misses: [Miss]
  }

  /// Decides every example of a scheme, each for itself.
  public static func run(_ scheme: Scheme) -> [Result] {
    let adjudicator = Adjudicator(scheme: scheme)
    return scheme.cases.map { example in
      var ledger = Ledger(adjudicator)
      let household = Household(
        id: "example", group: example.group, members: example.members, income: example.income,
        assets: example.assets)
      var decisions: [Decision] = []
      var misses: [Miss] = []
      for (index, claim) in example.claims.enumerated() {
        let decision = ledger.decide(
          Claim(
            id: "\(index)", household: household.id, person: claim.person, peril: claim.peril, day: claim.day,
            amount: claim.amount, cause: claim.cause, compensated: claim.compensated), for: household)
        decisions.append(decision)
        if decision.payout != claim.payout || claim.reason.map({ $0 != decision.reason }) ?? false {
          misses.append(
            Miss(claim: index, wantedPayout: claim.payout, wantedReason: claim.reason, decision: decision))
        }
      }
      return Result(example: example, decisions: decisions, misses: misses)
    }
  }
}
