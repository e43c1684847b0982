import CSQLite
import Glibc

extension StoreError {
  /// What the last call on `connection` met, from its code and the connection's own account of it.
  ///
  /// A disk that fills up shows as an I/O error in some calls: the system's error number tells it from a broken disk.
  /// A file that has come to the limit set for files is told as an I/O error too, at the commit without that number: there
  /// the system's last error has stayed as the write left it.
  init(code: Int32, of connection: OpaquePointer?, path: String, sql: String) {
    let atLimit = code == StoreError.cannotWrite && errno == EFBIG
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) } ?? "error \(code)"
    let reason = unsafe sqlite3_system_errno(connection)
    switch code & 0xFF {
    case SQLITE_MISUSE, SQLITE_RANGE:
      preconditionFailure("SQLite was called in a way it does not allow (\(code)): \(sql)")
    case SQLITE_CANTOPEN where [ENOSPC, EDQUOT].contains(reason): self = .full(path: path)
    case SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case SQLITE_NOTADB, SQLITE_FORMAT: self = .notADatabase(path: path)
    case SQLITE_BUSY, SQLITE_PROTOCOL: self = .busy(path: path)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_IOERR where atLimit || [ENOSPC, EDQUOT, EFBIG].contains(reason): self = .full(path: path)
    case SQLITE_READONLY where code != StoreError.movedAway: self = .readOnly(path: path)
    case SQLITE_CORRUPT: self = .corrupt(path: path, what: message)
    case SQLITE_CONSTRAINT: self = .refused(what: message)
    default: self = .failed(path: path, code: code, message: message, sql: sql)
    }
  }

  /// `SQLITE_IOERR_WRITE`, an expression in C.
  private static let cannotWrite: Int32 = SQLITE_IOERR | 3 << 8

  /// `SQLITE_READONLY_DBMOVED`, an expression in C: somebody renamed or removed the file while it was open. To speak of
  /// permissions would mislead.
  private static let movedAway: Int32 = SQLITE_READONLY | 4 << 8
}
