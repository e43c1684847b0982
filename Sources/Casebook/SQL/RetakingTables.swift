import Claims
package import Journal
import Rules
package import Store
import Units

extension Database {
  /// Makes the derived tables anew in memory, empty: they stand before those of the same names in the file.
  func makeRetakingTables() throws(StoreError) { try execute(CasebookSchema.retaking) }
}

extension CaseColumn {
  /// The file's own cases from a number on, whatever stands before them.
  fileprivate static let kept = Question<Self>(
    "FROM main.casefile WHERE number >= \(number.parameter) ORDER BY number")
  /// Writes cases of the file down among those that were derived again.
  fileprivate static let copying = Change<Self>(
    "INSERT INTO temp.casefile SELECT * FROM main.casefile WHERE \(number.within)")
}

extension Casebook {
  /// Makes the indexes of the cases that are derived again.
  package func indexRetakenCases() throws(CasebookError) {
    try reading { () throws(StoreError) in try database.execute(CasebookSchema.retakingIndexes) }
  }

  /// Writes the file's own cases down among those that are derived again.
  package func copyKeptCases(_ numbers: ClosedRange<Int>) throws(StoreError) {
    try statements.run(CaseColumn.copying) { $0(.number, within: numbers) }
  }
}

/// The file's own rows of cases in the order of their numbers, whatever was derived again.
package struct KeptCases {
  private let book: Casebook
  private let rows: Cursor<CaseColumn>

  /// Begins with a number.
  package init(_ book: Casebook, from number: Int) throws(StoreError) {
    self.book = book
    rows = try book.database.cursor(CaseColumn.kept) { $0(CaseColumn.number, number) }
  }

  /// Goes one row on, and gives its number; `nil` behind the last, and asked again it begins anew.
  package func next() throws(StoreError) -> Int? { try rows.next() ? rows.row.int(.number) : nil }

  /// Lets go of the file.
  package func reset() { rows.reset() }

  /// Whether the row is that of a claim of a batch as it was decided.
  ///
  /// - Parameters:
  ///   - day: the day of the decision, as it is written.
  ///   - role: the role that decided.
  package func holds(_ claim: BatchClaim, on day: String, by role: String) -> Bool {
    let row = rows.row
    let isPended = claim.state == .pended
    return row.holds(.claimID, claim.id) && row.holds(.household, claim.household)
      && row.holds(.person, claim.person) && row.holds(.peril, book.scheme.perils[claim.peril].id)
      && row.holds(.cause, claim.cause.map { book.scheme.causes[$0].id })
      && row.holds(.incurredOn, claim.day.description) && row.holds(.amount, claim.amount.fen)
      && row.holds(.compensated, claim.compensated.map { $0 ? 1 : 0 })
      && row.holds(.way, EntryKind.decide.rawValue) && row.isNull(.personal)
      && row.holds(.state, claim.state.rawValue) && row.holds(.since, day) && row.isNull(.until)
      && row.holds(.resume, isPended ? CaseState.confirmed.rawValue : nil)
      && row.holds(.reason, claim.reason.code) && row.holds(.counted, claim.reason.isCounted ? 1 : 0)
      && row.holds(.benefit, claim.money.map { book.scheme.benefits[$0.benefitIndex].id })
      && row.holds(.policyYear, claim.money.map { Int64($0.policyYear.began) })
      && row.holds(.accumulator, claim.money?.accumulator.fen) && row.holds(.payout, claim.payout.fen)
      && row.isNull(.payment) && row.holds(.openedEntry, Int64(claim.entry))
      && row.holds(.decidedEntry, Int64(claim.entry)) && row.holds(.approvedAs, role)
  }
}

/// A row that the journal says of personal data, and the row that is kept of it.
private enum SurveyColumn: String, SQLColumn {
  case number = "r.number"
  case household = "r.household"
  case digest = "r.digest"
  case entry = "r.entry"
  case forgotten = "r.forgotten"
  case kept = "p.number"
  case keptHousehold = "p.household"
  case salt = "p.salt"
  case name = "p.name"
  case residentID = "p.resident_id"
  case bankAccount = "p.bank_account"
  case telephone = "p.telephone"
  case proxy = "p.proxy"

  /// By number.
  static let recorded = Question<Self>(
    "FROM temp.recorded_personal r LEFT JOIN main.personal p ON p.number = r.number ORDER BY r.number")
  /// What is kept and the journal knows nothing of, by number.
  static let unknown = Question<Self>(
    [.kept],
    """
    FROM main.personal p WHERE NOT EXISTS
      (SELECT 1 FROM temp.recorded_personal r WHERE r.number = p.number) ORDER BY p.number
    """)
}

/// What the journal says of a row of personal data, and the row that the file keeps of it.
package struct SurveyedPersonal {
  package let number: Int
  package let household: String
  package let digest: String
  /// The entry that speaks of it.
  package let entry: Int
  package let isForgotten: Bool
  /// `nil` where it has gone.
  package let kept: (household: String, salt: [UInt8], data: PersonalData)?

  fileprivate init(_ row: SQLRow<SurveyColumn>) {
    number = row.int(.number)
    household = row.text(.household)
    digest = row.text(.digest)
    entry = row.int(.entry)
    isForgotten = !row.isNull(.forgotten)
    kept =
      row.isNull(.kept)
      ? nil
      : (
        row.text(.keptHousehold), row.blob(.salt),
        PersonalData(
          name: row.optionalText(.name), residentID: row.optionalText(.residentID),
          bankAccount: row.optionalText(.bankAccount), telephone: row.optionalText(.telephone),
          proxy: row.optionalText(.proxy))
      )
  }
}

extension Casebook {
  /// Hands out what the journal says of personal data, derived again, beside what the file keeps: by number.
  package func eachSurveyedPersonal(_ body: (SurveyedPersonal) -> Void) throws(CasebookError) {
    try each(SurveyColumn.recorded) { body(SurveyedPersonal($0)) }
  }

  /// The rows of personal data that the file keeps and the journal knows nothing of, by number.
  package func unrecordedPersonal() throws(CasebookError) -> [Int] {
    try rows(SurveyColumn.unknown) { $0.int(.kept) }
  }

  /// The derived tables of the file, each beside the one that was derived again.
  package func comparedTables() throws(StoreError) -> [ComparedTable] {
    var tables: [ComparedTable] = []
    for name in CasebookSchema.derivedTables { tables.append(try ComparedTable(name, database)) }
    return tables
  }
}

/// A derived table of the file beside the one of the same name that was derived again.
package struct ComparedTable {
  package let name: String
  /// The names of all columns, and of those of the key.
  package let columns: [String]
  package let key: [String]
  private let database: Database

  fileprivate init(_ name: String, _ database: Database) throws(StoreError) {
    let found = try database.columns(of: name, in: "temp")
    self.name = name
    self.database = database
    columns = found.map(\.name)
    key = found.keyNames
  }

  /// Whether it is the table of cases.
  package var isOfCases: Bool { name == CaseColumn.table }

  /// How many rows were derived again, and how many the file has.
  package func counts() throws(StoreError) -> (derived: Int, kept: Int) {
    (try count("temp"), try count("main"))
  }

  private func count(_ schema: String) throws(StoreError) -> Int {
    try database.prepare("SELECT count(*) FROM \(schema).\(name)").first { $0.int(0) } ?? 0
  }

  /// The keys of the rows that were derived again and that the file does not have, or has otherwise.
  package func differing() throws(StoreError) -> [[String]] {
    let others = columns.filter { !key.contains($0) }.map { "b.\($0) IS a.\($0)" }
    return try keys(
      """
      SELECT \(keyList("a")) FROM temp.\(name) a WHERE NOT EXISTS
        (SELECT 1 FROM main.\(name) b WHERE \(([sameKey] + others).joined(separator: " AND ")))
      """)
  }

  /// The keys of the file's rows that were not derived again.
  ///
  /// - Parameter ranges: numbers of rows that are left out.
  package func surplus(but ranges: [ClosedRange<Int>]) throws(StoreError) -> [[String]] {
    let others = ranges.map { "AND number NOT BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
    return try keys(
      """
      SELECT \(keyList("b")) FROM main.\(name) b WHERE NOT EXISTS
        (SELECT 1 FROM temp.\(name) a WHERE \(sameKey)) \(others.joined(separator: " "))
      """)
  }

  /// The values of the row with a key as texts, as it was derived again and in the file; `nil` where there is none.
  package func rows(_ key: [String]) throws(StoreError) -> (derived: [String?]?, kept: [String?]?) {
    (try row("temp", key), try row("main", key))
  }

  private func row(_ schema: String, _ values: [String]) throws(StoreError) -> [String?]? {
    let texts = columns.map {
      "CASE typeof(\($0)) WHEN 'blob' THEN lower(hex(\($0))) ELSE CAST(\($0) AS TEXT) END"
    }
    let query = try database.prepare(
      """
      SELECT \(texts.joined(separator: ", ")) FROM \(schema).\(name)
      WHERE \(key.map { "CAST(\($0) AS TEXT) = ?" }.joined(separator: " AND "))
      """)
    for (index, value) in values.enumerated() { query.bind(index + 1, value) }
    return try query.first { row in columns.indices.map { row.optionalText($0) } }
  }

  private func keys(_ sql: String) throws(StoreError) -> [[String]] {
    try database.prepare(sql).rows { row in key.indices.map { row.text($0) } }
  }

  private func keyList(_ alias: String) -> String { key.map { "\(alias).\($0)" }.joined(separator: ", ") }

  private var sameKey: String { key.map { "b.\($0) = a.\($0)" }.joined(separator: " AND ") }
}
