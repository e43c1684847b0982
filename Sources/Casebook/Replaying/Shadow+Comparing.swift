package import Sealing
import Store
import Units

/// A row of the file's derived tables that is not what the journal says.
package struct DerivedFault: Hashable, Sendable {
  package let table: String
  /// The row's key, as `number=17`.
  package let row: String
  /// The entry that the row came from, where it says so.
  package let entry: Int?
  /// How it differs.
  package let difference: Deviation
}

extension Shadow {
  /// Holds the file's derived tables against those derived anew.
  ///
  /// - Parameters:
  ///   - tree: over all entries that were read.
  ///   - most: how many rows of a table are told one by one.
  /// - Returns: the rows that differ, and how many more there are.
  package func compareDerived(_ tree: MerkleTree, most: Int) throws(CasebookError) -> (
    faults: [DerivedFault], more: Int
  ) {
    var faults: [DerivedFault] = []
    var more = 0
    // Where many rows between them differ, it is simpler to have them all.
    if borrowed.ranges.count > 100 { try giveBack() }
    do throws(StoreError) {
      var derived = state
      derived.tree = tree
      try derived.write(book.statements)
      for table in CasebookSchema.derivedTables {
        let columns = try columns(of: table)
        let differing = try keys(
          """
          SELECT \(columns.keyList("a")) FROM temp.\(table) a WHERE NOT EXISTS
            (SELECT 1 FROM main.\(table) b WHERE \(columns.same("a", "b")))
          """, columns)
        var surplus: [[String]] = []
        let isCases = table == "casefile"
        let own = try count("temp.\(table)")
        let (derived, kept) = (own + (isCases ? borrowed.count : 0), try count("main.\(table)"))
        if !differing.isEmpty || derived != kept {
          surplus = try keys(
            """
            SELECT \(columns.keyList("b")) FROM main.\(table) b WHERE NOT EXISTS
              (SELECT 1 FROM temp.\(table) a WHERE \(columns.sameKey("a", "b"))) \(isCases ? unborrowed : "")
            """, columns)
        }
        for key in differing.prefix(most) { faults += try differences(table, columns, key) }
        for key in surplus.prefix(most) { faults.append(Shadow.surplus(table, columns, key)) }
        more += max(0, differing.count - most) + max(0, surplus.count - most)
      }
    } catch { throw .store(error) }
    return (faults, more)
  }

  /// Leaves out the cases whose rows have been compared already.
  private var unborrowed: String {
    borrowed.ranges.map { "AND number NOT BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
      .joined(separator: " ")
  }

  private func count(_ table: String) throws(StoreError) -> Int {
    try book.database.prepare("SELECT count(*) FROM \(table)").first { $0.int(0) } ?? 0
  }

  private func keys(_ sql: String, _ columns: ShadowColumns) throws(StoreError) -> [[String]] {
    try book.database.prepare(sql).rows { row in columns.key.indices.map { row.text($0) } }
  }

  private func columns(of table: String) throws(StoreError) -> ShadowColumns {
    let rows = try book.database.prepare("SELECT name, pk FROM pragma_table_info('\(table)', 'temp')").rows {
      (name: $0.text(0), key: $0.int(1))
    }
    return ShadowColumns(
      all: rows.map(\.name), key: rows.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name))
  }

  private static func surplus(_ table: String, _ columns: ShadowColumns, _ key: [String]) -> DerivedFault {
    DerivedFault(
      table: table, row: columns.named(key), entry: nil,
      difference: Deviation(
        Wording(zh: "台账里没有这一行的来由", en: "nothing in the journal gives rise to this row")))
  }

  /// How the file's row of a key differs.
  private func differences(
    _ table: String, _ columns: ShadowColumns, _ key: [String]
  ) throws(StoreError) -> [DerivedFault] {
    func row(_ schema: String) throws(StoreError) -> [String?]? {
      let query = try book.database.prepare(
        """
        SELECT \(columns.all.map { "CASE typeof(\($0)) WHEN 'blob' THEN lower(hex(\($0))) ELSE CAST(\($0) AS TEXT) END" }
          .joined(separator: ", ")) FROM \(schema).\(table)
        WHERE \(columns.key.map { "CAST(\($0) AS TEXT) = ?" }.joined(separator: " AND "))
        """)
      for (index, value) in key.enumerated() { query.bind(index + 1, value) }
      return try query.first { row in columns.all.indices.map { row.optionalText($0) } }
    }
    guard let should = try row("temp") else { return [] }
    let entry = ["decided_entry", "opened_entry", "entry"].lazy.compactMap { name in
      columns.all.firstIndex(of: name).flatMap { should[$0] }.flatMap { Int($0) }
    }.first
    let name = columns.named(key)
    guard let was = try row("main") else {
      return [
        DerivedFault(
          table: table, row: name, entry: entry,
          difference: Deviation(Wording(zh: "缺这一行", en: "the row is missing")))
      ]
    }
    let found = columns.all.indices.filter { was[$0] != should[$0] }.map { index in
      DerivedFault(
        table: table, row: name, entry: entry,
        difference: Deviation(columns.all[index], was[index], should[index]))
    }
    // What differs in its type alone shows the same.
    return found.isEmpty
      ? [
        DerivedFault(
          table: table, row: name, entry: entry,
          difference: Deviation(Wording(zh: "数据类型不对", en: "a value has another type than it should")))
      ] : found
  }
}

/// The columns of a derived table.
private struct ShadowColumns {
  let all: [String]
  let key: [String]

  func keyList(_ alias: String) -> String {
    key.map { "\(alias).\($0)" }.joined(separator: ", ")
  }

  func sameKey(_ a: String, _ b: String) -> String {
    key.map { "\(b).\($0) = \(a).\($0)" }.joined(separator: " AND ")
  }

  func same(_ a: String, _ b: String) -> String {
    let others = all.filter { !key.contains($0) }.map { "\(b).\($0) IS \(a).\($0)" }
    return ([sameKey(a, b)] + others).joined(separator: " AND ")
  }

  func named(_ values: [String]) -> String {
    zip(key, values).map { "\($0)=\($1)" }.joined(separator: " ")
  }
}
