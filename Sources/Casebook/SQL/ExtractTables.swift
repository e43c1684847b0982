import Store

extension Database {
  /// Makes an extract of a casebook in a new file: every table but that of personal data, of which not a byte comes near it.
  func extract(to path: String) throws(StoreError) {
    let extract = try Database(path: path, .create)
    // The new file is nobody's until it is whole: what would undo a change to it need not lie beside it.
    try extract.keepUndoInMemory()
    try extract.setApplicationID(CasebookSchema.extractID)
    try Migrations.bring(extract, to: CasebookSchema.migrations)
    try extract.fill(CasebookSchema.extractedTables, from: self)
    try extract.close()
  }
}
