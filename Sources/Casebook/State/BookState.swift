package import Sealing
import Store
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
  /// What came into the fund: contributions, and calls on the county.
  package var contributed = Yuan.zero
  package var called = Yuan.zero
  /// What is promised and not yet in an account, and what is.
  package var committed = Yuan.zero
  package var paid = Yuan.zero

  /// What is neither paid nor promised.
  package var left: Yuan { contributed + called - committed - paid }
  /// How many entries there are.
  package var entries: Int { tree.count }
}

extension BookState {
  /// Reads the one row of the table `book`; `nil` where it is not there.
  static func read(_ statements: Statements) throws(StoreError) -> BookState? {
    let query = try statements[
      """
      SELECT id, algorithm, scheme, rural_population, frontier, last_recorded_at, cases, objections, payments, settlements,
        personal, contributed, called, committed, paid FROM book
      """]
    defer { query.reset() }
    guard try query.step() else { return nil }
    var state = BookState()
    state.id = query.text(0)
    guard let algorithm = DigestAlgorithm(rawValue: query.text(1)),
      let tree = MerkleTree(encoded: query.blob(4))
    else { return nil }
    state.algorithm = algorithm
    state.scheme = query.text(2)
    state.ruralPopulation = query.optionalInt64(3).map { Int($0) }
    state.tree = tree
    state.lastRecordedAt = query.text(5)
    state.cases = query.int(6)
    state.objections = query.int(7)
    state.payments = query.int(8)
    state.settlements = query.int(9)
    state.personal = query.int(10)
    state.contributed = Yuan(fen: query.int64(11))
    state.called = Yuan(fen: query.int64(12))
    state.committed = Yuan(fen: query.int64(13))
    state.paid = Yuan(fen: query.int64(14))
    return state
  }

  func write(_ statements: Statements) throws(StoreError) {
    let insert = try statements[
      "INSERT OR REPLACE INTO book VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
    insert.bind(1, id)
    insert.bind(2, algorithm.rawValue)
    insert.bind(3, scheme)
    insert.bind(4, ruralPopulation)
    insert.bind(5, blob: tree.encoded)
    insert.bind(6, lastRecordedAt)
    insert.bind(7, cases)
    insert.bind(8, objections)
    insert.bind(9, payments)
    insert.bind(10, settlements)
    insert.bind(11, personal)
    insert.bind(12, contributed.fen)
    insert.bind(13, called.fen)
    insert.bind(14, committed.fen)
    insert.bind(15, paid.fen)
    try insert.run()
  }
}
