import CSQLite

/// A compiled statement: bind its values, run it, read its rows, again and again.
///
/// A position or column that the statement does not have is a bug. It keeps its database.
@safe
package final class Statement {
  /// The statement's text, with placeholders.
  package let sql: String
  private let database: Database
  /// SQLite's own object; nil once the database is closed.
  private(set) var handle: OpaquePointer?
  /// The positions whose bytes are the caller's, as bits: they are unbound on reset, before those bytes may go.
  var borrowed: UInt64 = 0
  /// What a bind met (a text beyond SQLite's limit): the next step throws it.
  private var refusal: StoreError?

  /// Takes over a statement that SQLite compiled.
  init(_ handle: OpaquePointer, sql: String, of database: Database) {
    unsafe self.handle = handle
    self.sql = sql
    self.database = database
  }

  deinit {
    _ = unsafe sqlite3_finalize(handle)
    database.forget(ObjectIdentifier(self))
  }

  /// Ends the statement before its time: its database is closing.
  func finalize() {
    _ = unsafe sqlite3_finalize(handle)
    unsafe handle = nil
  }

  /// Takes note of what a bind answered.
  func note(_ code: Int32) {
    if code != SQLITE_OK { refusal = database.failure(code, sql) }
  }

  /// Goes one row on. True: there is a row to read; false: the statement is done, and is reset.
  package func step() throws(StoreError) -> Bool {
    if let refusal {
      reset()
      throw refusal
    }
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      reset()
      return false
    }
    let failure = database.failure(code, sql)
    reset()
    throw failure
  }

  /// Runs the statement to its end, and drops the rows it answers.
  package func run() throws(StoreError) {
    while try step() {}
  }

  /// Makes the statement ready to run again, and lets go of the file. Values stay bound, but for bytes that were bound
  /// without copying.
  package func reset() {
    // The answer repeats what the last step has thrown already.
    _ = unsafe sqlite3_reset(handle)
    refusal = nil
    while borrowed != 0 {
      _ = unsafe sqlite3_bind_null(handle, Int32(borrowed.trailingZeroBitCount))
      borrowed &= borrowed - 1
    }
  }

  /// What `read` makes of each row.
  package func rows<R>(_ read: (Statement) throws(StoreError) -> R) throws(StoreError) -> [R] {
    defer { reset() }
    var found: [R] = []
    while try step() { found.append(try read(self)) }
    return found
  }

  /// What `read` makes of the first row; nil where there is none.
  package func first<R>(_ read: (Statement) throws(StoreError) -> R) throws(StoreError) -> R? {
    defer { reset() }
    return try step() ? try read(self) : nil
  }
}
