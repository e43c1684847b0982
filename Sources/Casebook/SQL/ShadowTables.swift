import Store

extension Database {
  /// Makes the tables of a shadow, which stand before those of the same names in the file.
  func makeShadow() throws(StoreError) { try execute(CasebookSchema.shadow) }

  /// Makes the indexes of a shadow's cases.
  func makeShadowIndexes() throws(StoreError) { try execute(CasebookSchema.shadowIndexes) }
}

extension CaseColumn {
  /// The file's own cases from a number on, whatever stands before them.
  static let kept = Question<Self>(
    "FROM main.casefile WHERE number >= \(number.parameter) ORDER BY number")
  /// Writes cases of the file down in the shadow.
  static let givingBack = Change<Self>(
    "INSERT INTO temp.casefile SELECT * FROM main.casefile WHERE \(number.within)")
}

/// A row that the journal says of personal data, and the row that is kept of it.
enum SurveyColumn: String, SQLColumn {
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

/// A derived table of the file beside the one of the same name that was derived anew.
struct ComparedTable {
  let name: String
  /// The names of all columns, and of those of the key.
  let columns: [String]
  let key: [String]
  private let database: Database

  init(_ name: String, _ database: Database) throws(StoreError) {
    let found = try database.columns(of: name, in: "temp")
    self.name = name
    self.database = database
    columns = found.map(\.name)
    key = found.keyNames
  }

  /// How many rows the shadow and the file have.
  func counts() throws(StoreError) -> (derived: Int, kept: Int) {
    (try count("temp"), try count("main"))
  }

  private func count(_ schema: String) throws(StoreError) -> Int {
    try database.prepare("SELECT count(*) FROM \(schema).\(name)").first { $0.int(0) } ?? 0
  }

  /// The keys of the shadow's rows that the file does not have, or has otherwise.
  func differing() throws(StoreError) -> [[String]] {
    let others = columns.filter { !key.contains($0) }.map { "b.\($0) IS a.\($0)" }
    return try keys(
      """
      SELECT \(keyList("a")) FROM temp.\(name) a WHERE NOT EXISTS
        (SELECT 1 FROM main.\(name) b WHERE \(([sameKey] + others).joined(separator: " AND ")))
      """)
  }

  /// The keys of the file's rows that the shadow does not have.
  ///
  /// - Parameter ranges: numbers of rows that are left out.
  func surplus(but ranges: [ClosedRange<Int>]) throws(StoreError) -> [[String]] {
    let others = ranges.map { "AND number NOT BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
    return try keys(
      """
      SELECT \(keyList("b")) FROM main.\(name) b WHERE NOT EXISTS
        (SELECT 1 FROM temp.\(name) a WHERE \(sameKey)) \(others.joined(separator: " "))
      """)
  }

  /// The values of the row with a key as texts, in the shadow and in the file; `nil` where there is none.
  func rows(_ key: [String]) throws(StoreError) -> (derived: [String?]?, kept: [String?]?) {
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
