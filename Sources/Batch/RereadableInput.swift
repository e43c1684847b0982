import Glibc
import Tables

/// Makes sure that an input can be read more than once.
enum RereadableInput {
  /// Makes a pipe on standard input into a file, and tells how many bytes an input has.
  ///
  /// - Returns: its size in bytes.
  static func settle(_ path: String) throws(BatchError) -> Int {
    var status = stat()
    let found = unsafe path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
    // What cannot be opened is reported by whoever opens it.
    guard found == 0, status.st_mode & S_IFMT != S_IFDIR else { return 0 }
    if status.st_mode & S_IFMT == S_IFREG { return Int(status.st_size) }
    guard path == "-" else { throw .cannotReadAgain(path) }
    do throws(TableError) {
      return try keepStandardInput()
    } catch {
      throw .file(error)
    }
  }

  /// Copies all of standard input into a nameless file, which then takes its place.
  private static func keepStandardInput() throws(TableError) -> Int {
    let copy = try InputFile.temporaryFile()
    defer { close(copy) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var size = 0
    while true {
      let got = unsafe read(STDIN_FILENO, &buffer, buffer.count)
      if Interruption.isRequested { throw .interrupted }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .cannotRead("-", errno) }
      if got == 0 { break }
      var kept = 0
      while kept < got {
        let wrote = unsafe buffer.withUnsafeBytes { bytes in
          unsafe pwrite(copy, bytes.baseAddress.map { unsafe $0 + kept }, got - kept, off_t(size + kept))
        }
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { throw .cannotWrite("TMPDIR", errno) }
        kept += wrote
      }
      size += got
    }
    guard dup2(copy, STDIN_FILENO) == STDIN_FILENO else { throw .cannotRead("-", errno) }
    return size
  }
}
