import Store

/// A value in a derived table.
enum DerivedValue {
  case nothing
  case number(Int64)
  /// Bytes are told in hexadecimal digits.
  case text(String)
}

/// A row of a derived table, whichever it is.
struct DerivedRow {
  fileprivate let columns: [SchemaColumn]
  fileprivate let statement: Statement

  /// Hands out each column with its value, in their order.
  func each(_ body: (SchemaColumn, DerivedValue) -> Void) {
    for (place, column) in columns.enumerated() {
      if statement.isNull(place) {
        body(column, .nothing)
      } else if column.type == "INTEGER" {
        body(column, .number(statement.int64(place)))
      } else {
        body(column, .text(statement.text(place)))
      }
    }
  }
}

extension Casebook {
  /// Hands out the rows of a derived table in the order of their keys.
  func eachRow(
    of table: String, _ body: (DerivedRow) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let row = try reading { () throws(StoreError) in
      let columns = try database.columns(of: table)
      let names = columns.map { $0.type == "BLOB" ? "lower(hex(\($0.name)))" : $0.name }
      return DerivedRow(
        columns: columns,
        statement: try database.prepare(
          "SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY \(columns.keyList)"))
    }
    while try reading({ () throws(StoreError) in try row.statement.step() }) { try body(row) }
  }

  /// Hands out the rows of a derived table in the order of their keys, each as one text: quoted values between commas.
  func eachQuotedRow(of table: String, _ body: (String) -> Void) throws(CasebookError) {
    try reading { () throws(StoreError) in
      let columns = try database.columns(of: table)
      let quoted = columns.map { "quote(\($0.name))" }.joined(separator: " || ',' || ")
      let query = try database.prepare("SELECT \(quoted) FROM \(table) ORDER BY \(columns.keyList)")
      while try query.step() { body(query.text(0)) }
    }
  }

  /// Throws away the rows of all derived tables.
  func emptyDerivedTables() throws(CasebookError) {
    statements.removeAll()
    try reading { () throws(StoreError) in
      for table in CasebookSchema.derivedTables { try database.execute("DELETE FROM \(table)") }
    }
  }
}

extension [SchemaColumn] {
  /// The names of the key's columns, in its order.
  var keyNames: [String] { filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name) }

  fileprivate var keyList: String { keyNames.joined(separator: ", ") }
}
