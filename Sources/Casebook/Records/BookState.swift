package import Sealing
package import Units

/// What the casebook knows about itself as a whole: the last number of everything, and the fund.
package struct BookState: Hashable, Sendable {
  /// A random name, so that a head of one casebook is never taken for another's.
  package var id = ""
  package var algorithm = DigestAlgorithm.sha256
  /// The digest of the scheme in force.
  package var scheme = ""
  package var ruralPopulation: Int?
  /// The tree over all entries.
  package var tree = MerkleTree()
  package var lastRecordedAt = ""
  /// The last number given to a case, an objection, a payment, a settlement and a row of personal data.
  package var cases = 0
  package var objections = 0
  package var payments = 0
  package var settlements = 0
  package var personal = 0
  /// What the county has contributed to the fund, and what it was called on for and owes it still.
  package var contributed = Yuan.zero
  package var owed = Yuan.zero
  /// What is promised and not yet in an account, and what is.
  package var committed = Yuan.zero
  package var paid = Yuan.zero

  package init() {}

  /// What is neither paid nor promised.
  package var left: Yuan { contributed + owed - committed - paid }
  /// How many entries there are.
  package var entries: Int { tree.count }
}
