import JSONText
import Journal
import Store
import Units

extension Casebook {
  /// The journal in order, each entry a line of NDJSON.
  ///
  /// - Parameter bare: without what differs between two runs of the same work: when it was recorded, the engine, the
  ///   casebook's id, public keys, salted digests, and the entries that note the machine's clock, which the numbers leave
  ///   out too.
  package func dump(bare: Bool, _ line: (String) throws(CasebookError) -> Void) throws(CasebookError) {
    var numbers = BareNumbers()
    try entries { (entry) throws(CasebookError) in
      guard bare else { return try line(entry.line) }
      guard entry.kind != .clock else { return numbers.skip(Int64(entry.number)) }
      try line(entry.bareLine(numbers))
    }
  }

  /// The rows of every derived table in the order of their keys, each a line of NDJSON that begins with the table's name.
  ///
  /// - Parameter bare: as for the journal.
  package func dumpState(bare: Bool, _ line: (String) throws(CasebookError) -> Void) throws(CasebookError) {
    var numbers = BareNumbers()
    if bare {
      let clocks = try reading { () throws(StoreError) in
        try statements["SELECT number FROM journal WHERE kind = 'clock' ORDER BY number"].rows { $0.int64(0) }
      }
      for number in clocks { numbers.skip(number) }
    }
    for table in CasebookSchema.derivedTables { try dump(table, bare ? numbers : nil, line) }
  }

  private func dump(
    _ table: String, _ bare: BareNumbers?, _ line: (String) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let columns = try derivedColumns(of: table)
    let hidden = bare == nil ? [] : DerivedColumn.hidden[table] ?? []
    let query: Statement
    do { query = try database.prepare(DerivedColumn.selection(of: columns, from: table)) } catch {
      throw .store(error)
    }
    while true {
      do { guard try query.step() else { return } } catch { throw .store(error) }
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("table", table)
        for (index, column) in columns.enumerated() where !hidden.contains(column.name) {
          if query.isNull(index) {
            writer.member(column.name, nil)
          } else if column.isBlob {
            writer.member(column.name, query.text(index))
          } else if column.isNumber {
            let number = query.int64(index)
            writer.member(column.name, column.isEntry ? bare?[number] ?? number : number)
          } else {
            writer.member(column.name, query.text(index))
          }
        }
      }
      try line(writer.text)
    }
  }

  private func derivedColumns(of table: String) throws(CasebookError) -> [DerivedColumn] {
    try reading { () throws(StoreError) in
      try database.prepare("SELECT name, type, pk FROM pragma_table_info('\(table)') ORDER BY cid").rows {
        row in
        DerivedColumn(name: row.text(0), type: row.text(1), key: row.int(2))
      }
    }
  }
}

/// A column of a derived table.
private struct DerivedColumn {
  let name: String
  let type: String
  /// Its place in the key, from 1; 0 where it is not in it.
  let key: Int

  var isBlob: Bool { type == "BLOB" }
  var isNumber: Bool { type == "INTEGER" }
  /// Whether it names an entry of the journal.
  var isEntry: Bool { name == "entry" || name.hasSuffix("_entry") || name == "forgotten" }

  /// What differs between two runs of the same work.
  static let hidden: [String: Set<String>] = [
    "book": ["id", "frontier", "last_recorded_at"],
    "actor": ["key", "public_key"],
    "recorded_personal": ["digest"],
  ]

  /// All rows in the order of the key, bytes as hexadecimal digits.
  static func selection(of columns: [DerivedColumn], from table: String) -> String {
    let names = columns.map { $0.isBlob ? "lower(hex(\($0.name)))" : $0.name }
    let key = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name)
    return "SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY \(key.joined(separator: ", "))"
  }
}
