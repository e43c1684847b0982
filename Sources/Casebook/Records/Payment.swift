package import Journal
package import Units

/// A payment to a household's account, as the payout file has it.
package struct Payment: Hashable, Sendable {
  package let number: Int
  package let casefile: Int
  package let household: String
  package let amount: Yuan
  package let settlement: Int
  /// `sent`, `paid` or `returned`.
  package let state: String
  /// Whose account, and which; `nil` where it was forgotten.
  package let payee: PersonalData?
}
