/// An archive written from front to back, its files packed on the way: sizes and checksums stand behind them and in the
/// directory. The same files make the same bytes, whenever they are written.
final class ZipWriter {
  /// A file that is in the archive, as the directory has it.
  private struct Entry {
    let path: [UInt8]
    let offset: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
  }

  private let sink: any ByteSink
  private var entries: [Entry] = []
  /// Where the next byte goes.
  private var offset = 0
  private var open: (path: [UInt8], packer: Deflater)?

  /// The most that the format has room for in a size or an offset.
  private static let limit = Int(UInt32.max)

  init(to sink: any ByteSink) { self.sink = sink }

  /// Begins a file.
  func begin(_ path: String) throws(TableError) {
    precondition(open == nil, "one file is written at a time")
    let path = Array(path.utf8)
    try put([0x50, 0x4B, 3, 4] + ZipWriter.common + ZipWriter.fields(0, 0, 0, path.count) + path)
    open = (path, Deflater(to: sink))
  }

  /// Adds to the file that was begun.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
    guard let packer = open?.packer else { preconditionFailure("bytes go into a file that was begun") }
    try unsafe packer.write(bytes)
    if max(packer.taken, offset + packer.given) > ZipWriter.limit { throw .workbookFull(sink.path, .size) }
  }

  /// Ends the file that was begun.
  func end() throws(TableError) {
    guard let (path, packer) = open else { preconditionFailure("a file ends that was begun") }
    try packer.finish()
    let entry = Entry(
      path: path, offset: offset - 30 - path.count, checksum: UInt32(truncatingIfNeeded: packer.checksum),
      packedSize: packer.given, size: packer.taken)
    open = nil
    offset += packer.given
    if max(packer.taken, offset) > ZipWriter.limit { throw .workbookFull(sink.path, .size) }
    let sizes =
      ZipWriter.four(Int(entry.checksum)) + ZipWriter.four(entry.packedSize) + ZipWriter.four(entry.size)
    try put([0x50, 0x4B, 7, 8] + sizes)
    entries.append(entry)
  }

  /// Writes the directory.
  func finish() throws(TableError) {
    let start = offset
    for entry in entries {
      try put(
        [0x50, 0x4B, 1, 2] + ZipWriter.two(20) + ZipWriter.common
          + ZipWriter.fields(Int(entry.checksum), entry.packedSize, entry.size, entry.path.count)
          + ZipWriter.two(0) + ZipWriter.two(0) + ZipWriter.two(0) + ZipWriter.four(0)
          + ZipWriter.four(entry.offset) + entry.path)
    }
    let size = offset - start
    if offset > ZipWriter.limit { throw .workbookFull(sink.path, .size) }
    try put(
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + ZipWriter.two(entries.count) + ZipWriter.two(entries.count)
        + ZipWriter.four(size) + ZipWriter.four(start) + ZipWriter.two(0))
  }

  private func put(_ bytes: [UInt8]) throws(TableError) {
    try sink.write(bytes)
    offset += bytes.count
  }

  /// What both headers of a file have in common: the version needed, that sizes follow, how it is packed, and as its time
  /// the first that the format knows.
  private static let common = two(20) + two(0x0008) + two(8) + two(0) + two(0x0021)

  private static func fields(_ checksum: Int, _ packedSize: Int, _ size: Int, _ pathSize: Int) -> [UInt8] {
    four(checksum) + four(packedSize) + four(size) + two(pathSize) + two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
