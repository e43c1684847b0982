import CSQLite
import Glibc

/// One connection to one SQLite file: the only door through which the program speaks to SQLite.
///
/// Not `Sendable`, and opened without SQLite's own locks: a connection belongs to one thread at a time. Every connection
/// keeps foreign keys, waits for each commit to reach the disk, and trusts no code in the file's own schema.
@safe
package final class Database {
  /// What a file is opened for.
  package enum Mode: Sendable {
    /// To make it: a file that is there is refused.
    case create
    /// To read and write a file that is there.
    case readWrite
    /// To read a file that is there.
    case readOnly
    /// To keep in memory what no file is to keep: the path is but a name for errors.
    case memory
  }

  /// The file, as the user named it.
  package let path: String
  /// How long a call waits for another process before it throws ``StoreError/busy(path:)``.
  package var busyTimeout: Duration { didSet { applyBusyTimeout() } }

  /// SQLite's own object; nil once closed.
  var handle: OpaquePointer?
  /// How the file stood when it was opened without a log: see ``openToRead()``.
  var stillness: Stillness?
  /// The statements still in use, which SQLite wants ended before the file is closed.
  private var statements: [ObjectIdentifier: StatementReference] = [:]

  /// Opens `path`, and reads enough of it to know that it is a database.
  ///
  /// A new file can be read and written by its owner alone whatever the umask says, and SQLite gives its side files the
  /// same mode. It is still empty: page size and the like can be chosen before the first table.
  package init(path: String, _ mode: Mode, busyTimeout: Duration = .seconds(5)) throws(StoreError) {
    self.path = path
    self.busyTimeout = busyTimeout
    switch mode {
    case .create: try NewFile.make(path)
    case .readWrite, .readOnly: try Database.requireFile(path)
    case .memory: break
    }
    do throws(StoreError) {
      try open(mode)
    } catch {
      _ = unsafe sqlite3_close_v2(handle)
      unsafe handle = nil
      if mode == .create { NewFile.remove(path) }
      throw error
    }
  }

  deinit {
    // Statements hold on to their database, so none is left; an open transaction is rolled back.
    _ = unsafe sqlite3_close_v2(handle)
  }

  private func open(_ mode: Mode) throws(StoreError) {
    switch mode {
    case .readOnly: try openToRead()
    case .memory: try connect(":memory:", SQLITE_OPEN_READWRITE)
    case .create, .readWrite:
      // No name of ours is an address; what is attached to a new file is named by one.
      try connect(Database.fileName(path), SQLITE_OPEN_READWRITE | (mode == .create ? SQLITE_OPEN_URI : 0))
      // SQLite opens for reading what it may not write, and would say so only at the first write, or miss its log.
      if unsafe sqlite3_db_readonly(handle, "main") != 0 { throw .readOnly(path: path) }
      // The log is brought in by ``checkpoint(waiting:)`` alone, which minds those who read without it.
      _ = unsafe sqlite3_wal_autocheckpoint(handle, 0)
    }
    try execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    // Reads the header, where a file that is none shows; `synchronous` would otherwise be what SQLite was built with.
    try execute("PRAGMA synchronous = FULL; PRAGMA schema_version")
    try refuseCutPage()
  }

  /// Makes the connection; nothing is read yet.
  func connect(_ name: String, _ flags: Int32) throws(StoreError) {
    try check(
      unsafe sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil), "open")
    applyBusyTimeout()
  }

  /// A path as SQLite takes it for a file's: a bare name could mean something else to it, as `:memory:` does, or an URI
  /// with options of its own.
  package static func fileName(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// A folder, a pipe or a device is told from a file before it is opened: opening a pipe could wait for ever.
  private static func requireFile(_ path: String) throws(StoreError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .cannotOpen(path: path, reason: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .cannotOpen(path: path, reason: EISDIR)
    default: throw .notADatabase(path: path)
    }
  }

  private func applyBusyTimeout() {
    let (seconds, attoseconds) = busyTimeout.components
    let limit: Int64 = 86_400
    let milliseconds =
      seconds >= limit ? limit * 1000 : max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    _ = unsafe sqlite3_busy_timeout(handle, Int32(milliseconds))
  }

  /// Ends the statements still in use and closes the file. Called twice it does nothing; anything else called after it
  /// is a bug.
  package func close() throws(StoreError) {
    for statement in statements.values { statement.target?.finalize() }
    statements = [:]
    try check(unsafe sqlite3_close(handle), "close")
    unsafe handle = nil
  }

  // MARK: Statements

  /// Runs one or many statements, without values, and drops what they answer.
  package func execute(_ sql: String) throws(StoreError) {
    let text = Array(sql.utf8CString)
    var place = 0
    while place < text.count - 1 {
      let (statement, next) = try unsafe compile(text, from: place, flags: 0)
      place = next
      // Nothing but blanks and comments were left.
      guard let statement = unsafe statement else { continue }
      defer { unsafe sqlite3_finalize(statement) }
      var code = unsafe sqlite3_step(statement)
      while code == SQLITE_ROW { code = unsafe sqlite3_step(statement) }
      if code != SQLITE_DONE {
        throw unsafe failure(code, sqlite3_sql(statement).map { unsafe String(cString: $0) } ?? sql)
      }
    }
  }

  /// Compiles one statement, to be run many times.
  package func prepare(_ sql: String) throws(StoreError) -> Statement {
    let text = Array(sql.utf8CString)
    let (compiled, next) = try unsafe compile(text, from: 0, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    guard let compiled = unsafe compiled else { preconditionFailure("no statement to prepare: \(sql)") }
    precondition(
      text[next...].allSatisfy { [0, 9, 10, 13, 32, 59].contains($0) }, "prepare takes one statement: \(sql)")
    let statement = unsafe Statement(compiled, sql: sql, of: self)
    statements[ObjectIdentifier(statement)] = StatementReference(target: statement)
    return statement
  }

  /// The first statement of `text` from byte `place` on, and where the next one begins.
  private func compile(
    _ text: [CChar], from place: Int, flags: UInt32
  ) throws(StoreError) -> (statement: OpaquePointer?, next: Int) {
    var statement: OpaquePointer?
    var next = text.count - 1
    let code = unsafe text.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return SQLITE_OK }
      var rest: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(
        handle, start + place, Int32(clamping: bytes.count - place), flags, &statement, &rest)
      if let rest = unsafe rest { next = unsafe rest - start }
      return code
    }
    if code != SQLITE_OK {
      throw failure(
        code, String(decoding: text[place...].dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    precondition(next > place, "a statement's text has no NUL, and is not empty")
    return unsafe (statement, next)
  }

  /// A statement is going: it need not be ended at closing.
  func forget(_ statement: ObjectIdentifier) { statements[statement] = nil }

  /// The error that the connection's last call met.
  func failure(_ code: Int32, _ sql: String) -> StoreError {
    unsafe StoreError(code: code, of: handle, path: path, sql: sql)
  }

  /// Throws what a call met, if it did.
  func check(_ code: Int32, _ sql: String) throws(StoreError) {
    if code != SQLITE_OK { throw failure(code, sql) }
  }
}

/// A statement that the database knows of without keeping it.
private struct StatementReference {
  weak var target: Statement?
}
