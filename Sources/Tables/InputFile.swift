import Glibc

/// A file that is read from front to back, and whose beginning can be read again.
///
/// A pipe is copied to a nameless temporary file on the way where ``init(path:keepsPast:)`` asks for it: memory then
/// need not hold what may have to be read again.
package final class InputFile {
  /// As the user named it; `-` is standard input.
  package let path: String
  /// Its size in bytes, where the system knows.
  package let size: Int?
  private let descriptor: Int32
  private let isRegular: Bool
  private let start: Int
  private var position = 0
  private var spool: Int32 = -1
  /// Where its bytes come from, if not from the disk as they stand there.
  private let supply: (any ByteSupply)?
  /// How many bytes a supply is asked for at least.
  private static let leastSupplied = 64
  /// The first bytes of a pipe, read to look at and not yet handed out.
  private var peeked: [UInt8] = []
  private var peekedFrom = 0

  /// Opens a file.
  ///
  /// - Parameter keepsPast: whether what was read can be asked for again by ``read(at:into:count:)``.
  package init(path: String, keepsPast: Bool = false) throws(TableError) {
    self.path = path
    supply = nil
    descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .cannotOpen(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      if path != "-" { close(descriptor) }
      throw .cannotOpen(path, EISDIR)
    }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    start = isRegular ? max(0, lseek(descriptor, 0, SEEK_CUR)) : 0
    size = isRegular ? max(0, Int(status.st_size) - start) : nil
    if isRegular { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL) }
    if keepsPast { try keepPast() }
  }

  /// What `supply` makes of another file, as if it were a file of that name.
  package init(path: String, _ supply: any ByteSupply) {
    self.path = path
    self.supply = supply
    descriptor = -1
    isRegular = false
    start = 0
    size = nil
  }

  /// From now on keeps what is read, so that it can be asked for again.
  package func keepPast() throws(TableError) {
    precondition(position == 0, "nothing was read yet")
    if !isRegular, spool < 0 { spool = try InputFile.temporaryFile() }
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
    if spool >= 0 { close(spool) }
  }

  /// A new file without a name in the folder for temporary files: it goes when it is closed.
  ///
  /// - Returns: its descriptor, open for reading and writing.
  package static func temporaryFile() throws(TableError) -> Int32 {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    // mkstemp puts six characters of its choice in the place of six X.
    var template = Array((folder + "/fangpin-" + String(repeating: "X", count: 6)).utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotOpen(folder, errno) }
    _ = unsafe unlink(template)
    return descriptor
  }

  /// The first bytes, up to `count`, without handing them out.
  package func peek(_ count: Int) throws(TableError) -> [UInt8] {
    precondition(position == 0, "only the beginning can be looked at")
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count, supply == nil || count - filled >= InputFile.leastSupplied {
      let got = try receive(&bytes, from: filled, at: start + filled)
      if got == 0 { break }
      filled += got
    }
    bytes.removeSubrange(filled...)
    if !isRegular { peeked = bytes }
    return bytes
  }

  private func receive(_ bytes: inout [UInt8], from filled: Int, at offset: Int) throws(TableError) -> Int {
    let place = filled
    return try unsafe bytes.withUnsafeMutableBufferPointer { (buffer) throws(TableError) -> Int in
      guard let base = buffer.baseAddress, place < buffer.count else { return 0 }
      return try unsafe pull(into: base + place, count: buffer.count - place, at: offset)
    }
  }

  /// The next bytes of a pipe or a supply; those at an offset of a plain file.
  private func pull(
    into buffer: UnsafeMutablePointer<UInt8>, count: Int, at offset: Int
  ) throws(TableError) -> Int {
    if let supply { return try unsafe supply.read(into: buffer, count: count) }
    while true {
      let got =
        unsafe isRegular
        ? pread(descriptor, buffer, count, offset) : Glibc.read(descriptor, buffer, count)
      if got >= 0 { return got }
      if errno != EINTR { throw .cannotRead(path, errno) }
      if Interruption.isRequested { throw .interrupted }
    }
  }

  /// The next bytes, at most `count`; 0 only at the end.
  package func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    var got = min(count, peeked.count - peekedFrom)
    if got > 0 {
      for index in 0..<got { unsafe buffer[index] = peeked[peekedFrom + index] }
      peekedFrom += got
    } else if supply != nil, count < InputFile.leastSupplied {
      // A supply hands out whole characters: what is more than was asked for waits.
      peeked = [UInt8](repeating: 0, count: InputFile.leastSupplied)
      peeked.removeSubrange(try receive(&peeked, from: 0, at: 0)...)
      peekedFrom = 0
      return peeked.isEmpty ? 0 : try unsafe read(into: buffer, count: count)
    } else {
      got = try unsafe pull(into: buffer, count: count, at: start + position)
      if Interruption.isRequested { throw .interrupted }
    }
    if spool >= 0 { try unsafe keep(buffer, count: got) }
    position += got
    return got
  }

  private func keep(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) {
    var kept = 0
    while kept < count {
      let wrote = unsafe pwrite(spool, bytes + kept, count - kept, position + kept)
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { throw .cannotWrite("TMPDIR", errno) }
      kept += wrote
    }
  }

  /// What was read before, from `offset`, at most `count` bytes.
  package func read(
    at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(TableError) -> Int {
    precondition(isRegular || spool >= 0, "only a file opened to keep its past can be read again")
    while true {
      let got =
        unsafe isRegular
        ? pread(descriptor, buffer, count, start + offset) : pread(spool, buffer, count, offset)
      if got >= 0 { return got }
      if errno != EINTR { throw .cannotRead(path, errno) }
    }
  }

  /// Passes over bytes that were only looked at.
  package func skip(_ count: Int) throws(TableError) {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
    defer { unsafe buffer.deallocate() }
    var skipped = 0
    while skipped < count {
      let got = try unsafe read(into: buffer, count: count - skipped)
      if got == 0 { return }
      skipped += got
    }
  }

  /// All bytes of a file that is small by its nature, at most 16 MiB of it.
  package static func contents(of path: String) throws(TableError) -> [UInt8] {
    let file = try InputFile(path: path)
    // Room for what a file says its size is, and a byte more: most are a few thousand, and room has to be cleared. Where a
    // file has more than it says, it is still growing, or not a plain file.
    let size = file.size ?? 0
    var bytes = size > 0 ? try file.peek(min(RowCutter.rowLimit, size + 1)) : []
    if size == 0 || bytes.count > size { bytes = try file.peek(RowCutter.rowLimit) }
    guard bytes.count < RowCutter.rowLimit else { throw .cannotRead(path, EFBIG) }
    return bytes
  }
}
