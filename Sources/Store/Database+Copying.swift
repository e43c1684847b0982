import CSQLite

extension Database {
  /// Throws ``StoreError/exists(path:)`` where a new file cannot be made because something is there.
  package static func requireNothing(at path: String) throws(StoreError) {
    try NewFile.requireNothing(at: path)
  }

  /// Writes all of the database into a new file, as it is at one moment, whoever writes meanwhile.
  ///
  /// - Parameter isStopped: asked between pieces of 4 MiB; where it says yes, the file is left half done.
  /// - Returns: whether all of it was written.
  package func copy(to path: String, isStopped: () -> Bool) throws(StoreError) -> Bool {
    let copy = try Database(path: path, .create)
    // The new file is nobody's until it is whole: what would undo a change to it need not lie beside it.
    try copy.keepUndoInMemory()
    guard let backup = unsafe sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw copy.failure(unsafe sqlite3_errcode(copy.handle), "backup")
    }
    var code = SQLITE_OK
    while code == SQLITE_OK, !isStopped() { code = unsafe sqlite3_backup_step(backup, 1024) }
    let ended = unsafe sqlite3_backup_finish(backup)
    if code != SQLITE_OK && code != SQLITE_DONE {
      throw copy.failure(ended == SQLITE_OK ? code : ended, "backup")
    }
    try copy.check(ended, "backup")
    try copy.close()
    return code == SQLITE_DONE
  }

  /// Fills the tables of this file, a new one, with the rows of the same tables of another.
  ///
  /// - Parameters:
  ///   - tables: by name, in an order in which they can be filled.
  ///   - other: a file that is open for reading, and stays so.
  package func fill(_ tables: [String], from other: Database) throws(StoreError) {
    let options = other.stillness == nil ? "mode=ro&readonly_shm=1" : "immutable=1"
    let attaching = try prepare("ATTACH ? AS origin")
    attaching.bind(1, Database.address(other.path, options))
    try attaching.run()
    try transaction { () throws(StoreError) in
      for table in tables { try execute("INSERT INTO main.\(table) SELECT * FROM origin.\(table)") }
    }
    try execute("DETACH origin")
  }
}
