package import Units

/// A claim on which two sides differ, or which only one of them has.
package struct Difference: Hashable, Sendable {
  package let a: ComparedDecision?
  package let b: ComparedDecision?

  /// What B pays more than A; a side that does not have the claim pays nothing.
  package var more: Yuan { (b?.payout ?? .zero) - (a?.payout ?? .zero) }

  /// What the claim is called.
  package var claim: String { a?.claim ?? b?.claim ?? "" }
}
