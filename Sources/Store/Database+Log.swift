import CSQLite
import Glibc

extension Database {
  /// Brings all of the write-ahead log into the file, and empties it; throws ``StoreError/busy(path:)`` where somebody reads
  /// the file all the while.
  package func checkpoint() throws(StoreError) { try checkpoint(waiting: busyTimeout) }

  /// Brings the log into the file where it has grown long and nobody reads the file. A log that stays is no trouble: its
  /// time comes with another commit, or with the end of the last connection.
  func tidyLog() {
    if logSize > Database.longLog { _ = settleLog(waiting: .zero) }
  }

  /// Brings what the log holds into the file, so that the file alone is all there is.
  ///
  /// - Returns: false where it stays in the log for now, because somebody reads the file.
  package func settleLog(waiting: Duration) -> Bool {
    guard logSize > 0 else { return true }
    do throws(StoreError) {
      try checkpoint(waiting: waiting)
      return true
    } catch { return false }  // all of it is in the log, and the next connection tries again
  }

  /// How many bytes the log has; 0 where there is none.
  private var logSize: Int {
    guard let name = unsafe sqlite3_db_filename(handle, "main") else { return 0 }
    var log = stat()
    return unsafe stat(sqlite3_filename_wal(name), &log) == 0 ? Int(log.st_size) : 0
  }

  /// The bytes of a log that is worth bringing in.
  private static let longLog = 1 << 22

  /// The file changes under a lock that nobody has it open with: also those who read it without its log are to see it as
  /// one moment had it.
  private func checkpoint(waiting: Duration) throws(StoreError) {
    precondition(!isInTransaction, "a checkpoint stands outside transactions")
    guard keepsLog else { return }
    defer { unlock(SQLITE_LOCK_SHARED) }
    try lock(SQLITE_LOCK_SHARED, waiting: waiting)
    try lock(SQLITE_LOCK_EXCLUSIVE, waiting: waiting)
    try check(
      unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil), "wal_checkpoint")
  }

  /// Whether the file's header says that changes go into a log first.
  var keepsLog: Bool { header(1, at: 19) == [2] }

  /// Bytes of the file's header; `nil` where it has none, or there is no file.
  func header(_ count: Int, at place: Int) -> [UInt8]? {
    guard let file = unsafe file, let read = unsafe file.pointee.pMethods?.pointee.xRead else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let code = unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe read(file, bytes.baseAddress, Int32(count), Int64(place))
    }
    return code == SQLITE_OK ? bytes : nil
  }

  /// Takes one of SQLite's own locks on the file, beyond those that its statements take.
  func lock(_ level: Int32, waiting: Duration) throws(StoreError) {
    guard let file = unsafe file, let lock = unsafe file.pointee.pMethods?.pointee.xLock else { return }
    let end = ContinuousClock.now + waiting
    while true {
      let code = unsafe lock(file, level)
      if code == SQLITE_OK { return }
      // What was taken on the way to it would keep others out.
      if level == SQLITE_LOCK_EXCLUSIVE { unlock(SQLITE_LOCK_SHARED) }
      guard code & 0xFF == SQLITE_BUSY, ContinuousClock.now < end else {
        throw code & 0xFF == SQLITE_BUSY ? .busy(path: path) : failure(code, "lock")
      }
      usleep(10_000)
    }
  }

  private func unlock(_ level: Int32) {
    guard let file = unsafe file, let unlock = unsafe file.pointee.pMethods?.pointee.xUnlock else { return }
    _ = unsafe unlock(file, level)
  }

  /// SQLite's file of the database.
  private var file: UnsafeMutablePointer<sqlite3_file>? {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK else {
      return nil
    }
    return unsafe file
  }
}
