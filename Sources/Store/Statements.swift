/// The prepared statements of a connection, each prepared once.
package final class Statements {
  private let database: Database
  private var prepared: [String: Statement] = [:]

  package init(_ database: Database) { self.database = database }

  /// The statement of a text.
  package subscript(sql: String) -> Statement {
    get throws(StoreError) {
      if let statement = prepared[sql] { return statement }
      let statement = try database.prepare(sql)
      prepared[sql] = statement
      return statement
    }
  }

  /// Lets go of all, before tables are thrown away.
  package func removeAll() { prepared.removeAll() }
}
