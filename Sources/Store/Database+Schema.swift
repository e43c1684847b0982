/// A column as a file's schema has it.
package struct SchemaColumn: Hashable, Sendable {
  package let name: String
  /// As it was declared: `TEXT`.
  package let type: String
  /// Its place in the table's key, from 1; 0 where it is not in it.
  package let key: Int
}

extension Database {
  /// The columns of a table in their order; none where there is no such table.
  ///
  /// - Parameter schema: `main`, or `temp` for the tables of this connection alone.
  package func columns(of table: String, in schema: String = "main") throws(StoreError) -> [SchemaColumn] {
    let query = try prepare("SELECT name, type, pk FROM pragma_table_info(?, ?) ORDER BY cid")
    query.bind(1, table)
    query.bind(2, schema)
    return try query.rows { SchemaColumn(name: $0.text(0), type: $0.text(1), key: $0.int(2)) }
  }

  /// The objects of the file's schema by kind and name, and how each is defined: quoted, because a name that is no text any more
  /// but the same bytes is found by nobody who asks for it.
  package func schemaObjects() throws(StoreError) -> [String: String] {
    let rows = try prepare(
      """
      SELECT type || ' ' || name, quote(type) || quote(name) || quote(tbl_name) || quote(sql) FROM sqlite_schema
      """
    ).rows { (name: $0.text(0), sql: $0.text(1)) }
    return Dictionary(rows.map { ($0.name, $0.sql) }, uniquingKeysWith: { first, _ in first + " ?" })
  }
}
