import Sealing
import Store
import Units

/// The columns of the one row that says how the casebook stands as a whole.
enum BookColumn: String, TableColumn {
  static let table = "book"

  case one, id, algorithm, scheme
  case ruralPopulation = "rural_population"
  case frontier
  case lastRecordedAt = "last_recorded_at"
  case cases, objections, payments, settlements, personal, contributed
  /// What the county was called on for and has not contributed.
  case owed = "called"
  case committed, paid

  fileprivate static let row = Question<Self>("FROM book")
  fileprivate static let writing = Change<Self>.insert(or: "REPLACE", fixed: [.one: "1"])
}

extension BookState {
  /// Reads the one row of the table `book`; `nil` where it is not there.
  static func read(_ statements: Statements) throws(StoreError) -> BookState? {
    try statements.first(BookColumn.row) { BookState($0) } ?? nil
  }

  private init?(_ row: SQLRow<BookColumn>) {
    self.init()
    guard let algorithm = DigestAlgorithm(rawValue: row.text(.algorithm)),
      let tree = MerkleTree(encoded: row.blob(.frontier))
    else { return nil }
    self.algorithm = algorithm
    self.tree = tree
    id = row.text(.id)
    scheme = row.text(.scheme)
    ruralPopulation = row.optionalInt(.ruralPopulation)
    lastRecordedAt = row.text(.lastRecordedAt)
    cases = row.int(.cases)
    objections = row.int(.objections)
    payments = row.int(.payments)
    settlements = row.int(.settlements)
    personal = row.int(.personal)
    contributed = row.money(.contributed)
    owed = row.money(.owed)
    committed = row.money(.committed)
    paid = row.money(.paid)
  }
}

extension Casebook {
  /// Writes the casebook's state.
  package func write(_ state: BookState) throws(CasebookError) {
    try run(BookColumn.writing) { bind in
      bind(.id, state.id)
      bind(.algorithm, state.algorithm.rawValue)
      bind(.scheme, state.scheme)
      bind(.ruralPopulation, state.ruralPopulation)
      bind(.frontier, state.tree.encoded)
      bind(.lastRecordedAt, state.lastRecordedAt)
      bind(.cases, state.cases)
      bind(.objections, state.objections)
      bind(.payments, state.payments)
      bind(.settlements, state.settlements)
      bind(.personal, state.personal)
      bind(.contributed, state.contributed)
      bind(.owed, state.owed)
      bind(.committed, state.committed)
      bind(.paid, state.paid)
    }
  }
}
