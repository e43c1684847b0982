import CSQLite
import Glibc

extension Database {
  /// The rows that the last statement inserted, changed or deleted.
  package var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// The version of the schema, as the file says it: 0 in a new one.
  package func userVersion() throws(StoreError) -> Int { try number("PRAGMA user_version") }

  /// Notes the version of the schema; undone with the transaction it stands in.
  package func setUserVersion(_ version: Int) throws(StoreError) {
    precondition(Int32(exactly: version) != nil, "the file has 32 bits for its version")
    try execute("PRAGMA user_version = \(version)")
  }

  /// The mark by which a program knows its own files, as the file says it: 0 in a new one.
  package func applicationID() throws(StoreError) -> Int { try number("PRAGMA application_id") }

  /// Marks the file as this program's.
  package func setApplicationID(_ id: Int) throws(StoreError) {
    precondition(Int32(exactly: id) != nil, "the file has 32 bits for its mark")
    try execute("PRAGMA application_id = \(id)")
  }

  /// Keeps a write-ahead log from now on: readers and a writer do not wait for each other. The file remembers it.
  ///
  /// SQLite reports with a word, not with an error, that a file system cannot do this.
  package func keepWriteAheadLog() throws(StoreError) {
    let sql = "PRAGMA journal_mode = WAL"
    let mode = try prepare(sql).first { $0.text(0) }
    if mode != "wal" {
      throw .failed(path: path, code: SQLITE_ERROR, message: "no write-ahead log here", sql: sql)
    }
  }

  /// Overwrites with zeros whatever is deleted from now on.
  package func overwriteDeleted() throws(StoreError) { try execute("PRAGMA secure_delete = ON") }

  /// Keeps what would undo a transaction in memory: where the power fails, the file is lost.
  package func keepUndoInMemory() throws(StoreError) { try execute("PRAGMA journal_mode = MEMORY") }

  /// Holds at most so much of the file in memory.
  package func holdInMemory(kibibytes: Int) throws(StoreError) {
    try execute("PRAGMA cache_size = -\(kibibytes)")
  }

  /// Keeps temporary tables in memory, never in a file.
  package func keepTemporaryInMemory() throws(StoreError) { try execute("PRAGMA temp_store = MEMORY") }

  /// Writes the file anew without gaps, so that nothing deleted is left in it. In a file with a write-ahead log that is
  /// true after the next ``checkpoint()``.
  package func vacuum() throws(StoreError) {
    precondition(!isInTransaction, "a file is written anew outside transactions")
    try execute("VACUUM")
  }

  /// Closes a file just made whose making has failed, and takes it away with the files beside it.
  ///
  /// What goes wrong here is not told: the error that led here is the one to tell.
  package func discard() {
    do throws(StoreError) {
      try rollback()
      try close()
    } catch {
      // The file goes all the same: a name can be taken from a file that is open.
    }
    for ending in NewFile.sides + [""] { NewFile.remove(path + ending) }
  }

  /// What is wrong with the file, in SQLite's words; at most twenty sentences.
  ///
  /// - Parameter isThorough: whether every index is held against its table, entry by entry, and not only each page against
  ///   itself.
  /// - Complexity: reads the whole file.
  package func flaws(isThorough: Bool) throws(StoreError) -> [String] {
    try prepare(isThorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)").rows { $0.text(0) }
      .filter { $0 != "ok" }
  }

  /// Throws ``StoreError/corrupt(path:what:)`` where the file ends within a page: SQLite would read zeros in its place.
  ///
  /// While a log lies beside it, the last page may be on its way from there.
  func refuseCutPage() throws(StoreError) {
    guard let name = unsafe sqlite3_db_filename(handle, "main") else { return }
    var (file, log) = (stat(), stat())
    guard unsafe stat(name, &file) == 0,
      unsafe stat(sqlite3_filename_wal(name), &log) != 0 || log.st_size == 0,
      let page = pageSizeInHeader(), Int(file.st_size) % page != 0
    else { return }
    throw .corrupt(path: path, what: "database disk image is malformed")
  }

  /// The bytes of a page as the file's header says them; `nil` where there is no header. To ask by a statement would be a
  /// twentieth of what it takes to show a case.
  private func pageSizeInHeader() -> Int? {
    guard let bytes = header(2, at: 16), bytes != [0, 0] else { return nil }
    return bytes == [0, 1] ? 65_536 : Int(bytes[0]) << 8 | Int(bytes[1])
  }

  /// A number that changes when another connection writes the file.
  package func dataVersion() throws(StoreError) -> Int {
    stillness == nil ? try number("PRAGMA data_version") : Stillness(of: self).number
  }

  /// How many bytes the file has, by its own account.
  package func byteCount() throws(StoreError) -> Int {
    try number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
  }

  private func number(_ sql: String) throws(StoreError) -> Int {
    try prepare(sql).first { $0.int(0) } ?? 0
  }
}
