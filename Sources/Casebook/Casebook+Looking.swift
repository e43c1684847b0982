package import Store

extension Casebook {
  /// Hands out the rows of a question in SQL, one after another: for an auditor's looks at all cases at once.
  ///
  /// The question only reads; `body` may put other questions, but not this one again.
  package func look(
    _ sql: String, _ bind: (Statement) -> Void = { _ in }, _ body: (Statement) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let query = try reading { () throws(StoreError) in try statements[sql] }
    bind(query)
    defer { query.reset() }
    while try reading({ () throws(StoreError) in try query.step() }) { try body(query) }
  }

  /// Reads at most so much of the file again and again from memory: for a look over the whole of it.
  package func holdInMemory(kibibytes: Int) throws(CasebookError) {
    try reading { () throws(StoreError) in try database.execute("PRAGMA cache_size = -\(kibibytes)") }
  }
}
