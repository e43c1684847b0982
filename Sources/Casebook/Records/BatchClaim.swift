package import Claims
package import Journal
package import Rules
package import Units

/// A confirmed claim on its way through a batch: read, then decided, then recorded.
package struct BatchClaim: DecidedClaim {
  package let id: String
  package let household: String
  /// The household's place among those known, or −1.
  package let ordinal: Int32
  package let person: String?
  package let peril: Int
  package let cause: Int?
  package let day: Day
  package let amount: Yuan
  package let compensated: Bool?
  /// The line of the block on which it stands, from 0.
  package let line: Int
  /// Rows 3 to 15 as the household and the claim give them; rows 1 and 2 join in turn.
  package var findings: Findings

  // Once decided:
  package var reason = Reason.unknownHousehold
  package var payout = Yuan.zero
  package var money: Decision.Money?
  package var state = CaseState.denied
  /// What the county is called on for.
  package var call: Yuan?
  /// Its case and its entry.
  package var number = 0
  package var entry = 0
  /// The pended case of an earlier presentation, which this one takes the place of.
  package var replaces: Int?

  package init(
    id: String, household: String, ordinal: Int32, person: String?, peril: Int, cause: Int?, day: Day,
    amount: Yuan, compensated: Bool?, line: Int, findings: Findings
  ) {
    self.id = id
    self.household = household
    self.ordinal = ordinal
    self.person = person
    self.peril = peril
    self.cause = cause
    self.day = day
    self.amount = amount
    self.compensated = compensated
    self.line = line
    self.findings = findings
  }
}

extension BookState {
  /// Takes a batch's decision up, as the fold would its entry.
  package mutating func note(_ claim: BatchClaim) {
    cases = max(cases, claim.number)
    owed += claim.call ?? .zero
    if claim.state != .exhausted { committed += claim.payout }
  }
}
