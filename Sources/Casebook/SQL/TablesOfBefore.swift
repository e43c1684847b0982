import Store

extension Casebook {
  /// Whether what is derived is of an earlier version.
  static func isOutdated(_ database: Database) throws(CasebookError) -> Bool {
    do { return try database.userVersion() < CasebookSchema.version } catch { throw .store(error) }
  }

  /// The objects of what is true and what is personal, as every version has them.
  static let lastingObjects = Result { () throws(StoreError) in
    let database = try Database(path: "schema", .memory)
    try database.execute(CasebookSchema.lasting)
    return try database.schemaObjects()
  }
}

extension Database {
  /// Takes what is derived away, of whatever version it is, and makes its tables as they are now, empty; within a transaction.
  func makeDerivedTablesAnew() throws(StoreError) {
    for table in CasebookSchema.derivedTables { try execute("DROP TABLE IF EXISTS \(table)") }
    try execute(CasebookSchema.newTables)
    try setUserVersion(CasebookSchema.version)
  }
}
