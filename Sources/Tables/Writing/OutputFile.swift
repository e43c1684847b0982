import Glibc

/// A file that is replaced as a whole or not at all: it is written under another name beside its place, and takes its
/// place only on ``commit()``, when all of it is on the disk. Pipes, devices and standard output are written to directly.
package final class OutputFile {
  /// As the user named it; `-` is standard output.
  package let path: String
  private let descriptor: Int32
  /// Where it is written until it is whole.
  private let draft: Draft?
  private var isOpen = true

  /// Opens a file for writing.
  ///
  /// - Parameter isPrivate: whether a new file is for its owner alone, because people's numbers may stand in it.
  package init(path: String, isPrivate: Bool = false) throws(TableError) {
    self.path = path
    if path == "-" {
      descriptor = 1
      draft = nil
      return
    }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw .cannotOpen(path, EISDIR) }
    if OutputFile.isOfDatabase(path) { throw .database(path) }
    if exists, kind != S_IFREG {
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      draft = nil
    } else {
      if exists, unsafe access(path, W_OK) != 0 { throw .cannotOpen(path, errno) }
      let draft = Draft(of: exists ? OutputFile.resolved(path) : path)
      // Nobody else's file is written to, nor what a link made beforehand points to.
      descriptor = unsafe open(
        draft.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
      self.draft = draft
      if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else { throw .cannotOpen(path, errno) }
  }

  /// Standard error, for data that has no other place to go.
  package static var standardError: OutputFile { OutputFile(descriptor: 2) }

  private init(descriptor: Int32) {
    path = "-"
    self.descriptor = descriptor
    draft = nil
  }

  /// Whether it is a SQLite file, which nothing of ours would replace with a list or a page, or lies beside one as its log.
  private static func isOfDatabase(_ path: String) -> Bool {
    let ending = ["-wal", "-shm", "-journal"].first { path.hasSuffix($0) } ?? ""
    return isDatabase(path) || !ending.isEmpty && isDatabase(String(path.dropLast(ending.count)))
  }

  private static func isDatabase(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    let mark = Array("SQLite format 3\0".utf8)
    var bytes = [UInt8](repeating: 0, count: mark.count)
    return unsafe read(descriptor, &bytes, bytes.count) == mark.count && bytes == mark
  }

  /// A symbolic link stays a link: what it points to is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe Glibc.free(real) }
    return unsafe String(cString: real)
  }

  deinit { abandon() }

  /// Writes all of `bytes`.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
    var written = 0
    while written < bytes.count {
      let sent = unsafe Glibc.write(
        descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      if sent < 0, errno == EINTR { continue }
      if sent < 0, errno == EPIPE { throw .readerGone }
      guard sent >= 0 else { throw .cannotWrite(path, errno) }
      written += sent
    }
  }

  /// Writes a text as the whole of a file, or leaves the file as it was.
  package static func write(_ text: String, to path: String, isPrivate: Bool = false) throws(TableError) {
    try write(Array(text.utf8), to: path, isPrivate: isPrivate)
  }

  /// Writes bytes as the whole of a file, or leaves the file as it was.
  package static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(TableError) {
    let file = try OutputFile(path: path, isPrivate: isPrivate)
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(TableError) in try unsafe file.write(bytes) }
    try file.commit()
  }

  /// Puts the file in its place. Before, nothing under its name has changed.
  package func commit() throws(TableError) {
    guard isOpen else { return }
    guard let draft else {
      if descriptor > 2 { close(descriptor) }
      isOpen = false
      return
    }
    isOpen = false
    var failure = OutputFile.isOnDisk(descriptor) ? 0 : errno
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0 { failure = draft.takePlace(replacing: true) }
    guard failure == 0 else {
      draft.remove()
      throw .cannotWrite(path, failure)
    }
  }

  /// Waits until all that was written is on the disk; a file system that knows no such thing has done what it can.
  private static func isOnDisk(_ descriptor: Int32) -> Bool {
    fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  /// Gives up: nothing under the file's name has changed.
  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    if descriptor > 2 { close(descriptor) }
    draft?.remove()
  }
}
