package import Units

/// What a decision is taken for when two are compared.
package enum ComparedOutcome: String, CaseIterable, Sendable {
  case approved, denied, pended
  /// Taken back by the household's side, or by the office.
  case withdrawn, reversed
  /// Still on its way.
  case undecided
  /// The list has no outcomes: only payouts are compared.
  case unsaid = ""
}

/// A decision on its way through a comparison.
package struct ComparedDecision: Hashable, Sendable {
  /// The claim's id; for a case that was declared, what it is matched by.
  package let claim: String
  /// Empty where the list does not say.
  package let household: String
  package let outcome: ComparedOutcome
  package let reason: String
  package let payout: Yuan

  package init(claim: String, household: String, outcome: ComparedOutcome, reason: String, payout: Yuan) {
    self.claim = claim
    self.household = household
    self.outcome = outcome
    self.reason = reason
    self.payout = payout
  }

  /// Whether both say the same, as far as both say it.
  func isSame(as other: ComparedDecision) -> Bool {
    guard payout == other.payout else { return false }
    if outcome != .unsaid, other.outcome != .unsaid, outcome != other.outcome { return false }
    return reason.isEmpty || other.reason.isEmpty || reason == other.reason
  }
}
