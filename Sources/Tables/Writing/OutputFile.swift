import Glibc

/// A file that is replaced as a whole or not at all: it is written under another name beside its place, and takes its
/// place only on ``commit()``. Pipes, devices and standard output are written to directly.
package final class OutputFile {
  /// As the user named it; `-` is standard output.
  package let path: String
  private let descriptor: Int32
  /// The name it is written under until it is whole.
  private let draft: String?
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
    if exists, kind != S_IFREG {
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      draft = nil
    } else {
      if exists, unsafe access(path, W_OK) != 0 { throw .cannotOpen(path, errno) }
      let target = exists ? OutputFile.resolved(path) : path
      let draft = "\(target).\(getpid()).partial"
      descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
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
    let target = String(draft.dropLast(".\(getpid()).partial".utf8.count))
    let closed = close(descriptor) == 0
    let failure = errno
    guard closed, unsafe rename(draft, target) == 0 else {
      let code = closed ? errno : failure
      _ = unsafe unlink(draft)
      throw .cannotWrite(path, code)
    }
  }

  /// Gives up: nothing under the file's name has changed.
  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    if descriptor > 2 { close(descriptor) }
    if let draft {
      _ = unsafe unlink(draft)
    }
  }
}
