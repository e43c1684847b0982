import CSQLite
import Glibc

extension Database {
  /// Opens the file for reading, so that nothing is made or changed beside it.
  ///
  /// SQLite itself would make a log and its index even for a reader, in the reader's name: an auditor's would lock the
  /// office out of its own file, and a medium or a folder that cannot be written could not be read at all. So where no log
  /// has anything to say, the file alone is read, under the lock that every SQLite takes for reading: whoever writes
  /// meanwhile does so into a log, and nobody of ours brings a log into a file that is being read (``checkpoint(waiting:)``).
  /// Programs that do not mind that are found out by ``checkStill()``. Where a log has something to say, its index is
  /// used as it stands, without writing to it.
  func openToRead() throws(StoreError) {
    try connect(Database.address(path, "immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    try lock(SQLITE_LOCK_SHARED, waiting: busyTimeout)
    guard keepsLog else { return try reopen(Database.fileName(path), 0) }
    switch sides() {
    case (false, _): stillness = Stillness(of: self)
    case (true, true): try readWithIndex()
    case (true, false):
      // The index has to be made anew, which is for whom the file belongs to.
      guard isOwn else { throw .unfinishedLog(path: path) }
      try reopen(Database.fileName(path), 0)
    }
  }

  /// Reads the log by its index as it stands. What somebody left who was killed while writing may not be readable so: then the
  /// index is mended, which is for whom the file belongs to.
  private func readWithIndex() throws(StoreError) {
    do throws(StoreError) {
      try reopen(Database.address(path, "readonly_shm=1"), SQLITE_OPEN_URI)
    } catch {
      guard case .busy = error, isOwn else { throw error }
      _ = unsafe sqlite3_close_v2(handle)
      unsafe handle = nil
      try connect(Database.fileName(path), SQLITE_OPEN_READONLY)
      try execute("PRAGMA schema_version")
    }
  }

  /// Throws ``StoreError/busy(path:)`` where the file is not as it was when it was opened.
  func checkStill() throws(StoreError) {
    guard let stillness else { return }
    guard stillness.isSameFile(as: Stillness(of: self)) else { throw .busy(path: path) }
  }

  /// Connects anew while the lock still stands, and lets go of it once the new connection has its own.
  private func reopen(_ name: String, _ flags: Int32) throws(StoreError) {
    let lock = unsafe handle
    defer { _ = unsafe sqlite3_close_v2(lock) }
    unsafe handle = nil
    try connect(name, SQLITE_OPEN_READONLY | flags)
    try execute("PRAGMA schema_version")
  }

  /// Whether a log beside the file holds anything, and whether its index is there. One that has no more than its header, which
  /// who was killed in time leaves, holds nothing, and SQLite would wait for its first page.
  private func sides() -> (log: Bool, index: Bool) {
    var log = stat()
    guard let name = unsafe sqlite3_db_filename(handle, "main"),
      unsafe stat(sqlite3_filename_wal(name), &log) == 0, log.st_size > Database.logHeader
    else { return (false, false) }
    return (true, unsafe access(String(cString: name) + "-shm", F_OK) == 0)
  }

  /// The bytes of a log's header, by SQLite's file format.
  private static let logHeader = 32

  /// Whether the file is the user's own; SQLite sees to it that what the system's keeper makes beside it belongs to its owner.
  private var isOwn: Bool {
    var file = stat()
    return unsafe geteuid() == 0 || stat(path, &file) == 0 && file.st_uid == geteuid()
  }

  /// A path as an address with options.
  static func address(_ path: String, _ options: String) -> String {
    var address = path.hasPrefix("/") ? "file://" : "file:./"
    for byte in path.utf8 {
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte)
      let digits = String(byte, radix: 16)
      address += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
    }
    return address + "?" + options
  }
}

/// How a file and the log beside it stand: two looks that are the same saw nobody write in between.
struct Stillness: Hashable {
  private let file: [Int]
  private let log: [Int]

  init(of database: Database) {
    let name = unsafe sqlite3_db_filename(database.handle, "main")
    file = Stillness.look(unsafe name.map { unsafe String(cString: $0) })
    log = Stillness.look(unsafe name.map { unsafe String(cString: sqlite3_filename_wal($0)) })
  }

  /// Whether the file itself is the same, whatever the log says.
  func isSameFile(as other: Stillness) -> Bool { file == other.file }

  /// A number that is another where the file or its log is.
  var number: Int {
    // Of the same process alone: nothing hangs on its being the same elsewhere.
    hashValue
  }

  private static func look(_ path: String?) -> [Int] {
    var status = stat()
    guard let path, unsafe stat(path, &status) == 0 else { return [] }
    return [
      Int(clamping: status.st_dev), Int(clamping: status.st_ino), Int(status.st_size), status.st_mtim.tv_sec,
      status.st_mtim.tv_nsec,
    ]
  }
}
