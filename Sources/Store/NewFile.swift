import Glibc

/// The making of a file that only its owner can read.
enum NewFile {
  /// Makes an empty file with mode 0600, whatever the umask says; refuses where one is, or where side files of an earlier
  /// one were left: they may hold what is nowhere else, and SQLite would throw them away.
  static func make(_ path: String) throws(StoreError) {
    try requireNothing(at: path)
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      switch errno {
      case EEXIST: throw .exists(path: path)
      case ENOSPC, EDQUOT: throw .full(path: path)
      case let reason: throw .cannotOpen(path: path, reason: reason)
      }
    }
    // A umask can only take from the mode: give back what it took from the owner.
    let hasMode = fchmod(descriptor, 0o600) == 0
    let reason = errno
    _ = close(descriptor)
    if !hasMode {
      remove(path)
      throw .cannotOpen(path: path, reason: reason)
    }
  }

  /// Throws where a file is, or what was left of one: also a link that leads nowhere is something.
  static func requireNothing(at path: String) throws(StoreError) {
    var status = stat()
    // The file itself first: whoever was told to move its log away would lose what is only there.
    for ending in [""] + sides where unsafe lstat(path + ending, &status) == 0 {
      throw .exists(path: path + ending)
    }
  }

  /// The endings of the files that SQLite keeps beside a database.
  static let sides = ["-wal", "-journal", "-shm"]

  /// Takes away a file just made that could not become a database.
  static func remove(_ path: String) { _ = unsafe unlink(path) }
}
