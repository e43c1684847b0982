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
      for number in try clockEntries() { numbers.skip(Int64(number)) }
    }
    for table in CasebookSchema.derivedTables { try dump(table, bare ? numbers : nil, line) }
  }

  private func dump(
    _ table: String, _ bare: BareNumbers?, _ line: (String) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let hidden = bare == nil ? [] : Casebook.hidden[table] ?? []
    try eachRow(of: table) { (row) throws(CasebookError) in
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("table", table)
        row.each { column, value in
          guard !hidden.contains(column.name) else { return }
          switch value {
          case .nothing: writer.member(column.name, nil)
          case .number(let number):
            writer.member(column.name, column.isEntry ? bare?[number] ?? number : number)
          case .text(let text): writer.member(column.name, text)
          }
        }
      }
      try line(writer.text)
    }
  }

  /// What differs between two runs of the same work.
  private static let hidden: [String: Set<String>] = [
    "book": ["id", "frontier", "last_recorded_at"],
    "actor": ["key", "public_key"],
    "recorded_personal": ["digest"],
  ]
}

extension SchemaColumn {
  /// Whether it names an entry of the journal.
  fileprivate var isEntry: Bool { name == "entry" || name.hasSuffix("_entry") || name == "forgotten" }
}
