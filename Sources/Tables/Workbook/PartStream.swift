import CZlib

/// The bytes of one file of an archive, unpacked on the way.
@safe
final class PartStream {
  /// The path in the archive.
  let name: String
  /// How many bytes came out so far.
  private(set) var total = 0
  private let file: any WorkbookBytes
  private let entry: ZipEntry
  private let limit: Int
  private var place: Int
  private var rest: Int
  /// zlib's own: it keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false
  private var isAtEnd = false
  private var checksum: UInt = 0
  private let room: UnsafeMutablePointer<UInt8>

  private static let roomSize = 1 << 16
  /// A file grows to this size whatever it was packed to.
  private static let grown = 1 << 26
  /// Beyond that, it is so many times as large as packed, at most: sheets are five to sixty times.
  private static let ratio = 250

  init(_ file: any WorkbookBytes, _ entry: ZipEntry, from start: Int, limit: Int) throws(WorkbookFault) {
    (self.file, self.entry, self.limit) = (file, entry, limit)
    name = entry.name
    (place, rest) = (start, entry.packedSize)
    unsafe room = UnsafeMutablePointer<UInt8>.allocate(capacity: PartStream.roomSize)
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if case .deflated = entry.method {
      guard unsafe czlib_begin(stream) == Z_OK else { throw .tooLarge(entry.name) }
      isOpen = true
    }
    guard entry.size <= limit else { throw .tooLarge(entry.name) }
  }

  deinit {
    if isOpen { _ = unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
    unsafe room.deallocate()
  }

  /// The next bytes, at most `count`; 0 only at the end, where size and checksum were found to be right.
  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(WorkbookFault) -> Int {
    guard !isAtEnd, count > 0 else { return 0 }
    let got = try unsafe isOpen ? inflated(into: buffer, count) : stored(into: buffer, count)
    total += got
    guard total <= entry.size else { throw .badArchive(.badData) }
    guard total <= limit, total < PartStream.grown || total / PartStream.ratio <= entry.packedSize else {
      throw .tooLarge(name)
    }
    checksum = unsafe crc32_z(checksum, buffer, got)
    if got == 0 {
      isAtEnd = true
      guard total == entry.size, UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
        throw .badArchive(.badData)
      }
    }
    return got
  }

  private func stored(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) throws(WorkbookFault) -> Int {
    guard rest > 0 else { return 0 }
    let got = try unsafe file.bytes(at: place, into: buffer, count: min(count, rest))
    guard got > 0 else { throw .badArchive(.cutOff) }
    place += got
    rest -= got
    return got
  }

  private func inflated(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) throws(WorkbookFault) -> Int {
    let wanted = min(count, 1 << 30)
    unsafe stream.pointee.next_out = buffer
    unsafe stream.pointee.avail_out = UInt32(wanted)
    while unsafe stream.pointee.avail_out > 0 {
      if unsafe stream.pointee.avail_in == 0, rest > 0 {
        let got = try unsafe file.bytes(at: place, into: room, count: min(PartStream.roomSize, rest))
        guard got > 0 else { throw .badArchive(.cutOff) }
        place += got
        rest -= got
        unsafe stream.pointee.next_in = room
        unsafe stream.pointee.avail_in = UInt32(got)
      }
      let result = unsafe inflate(stream, Z_NO_FLUSH)
      if result == Z_STREAM_END {
        guard unsafe stream.pointee.avail_in == 0, rest == 0 else { throw .badArchive(.badData) }
        _ = unsafe inflateEnd(stream)
        isOpen = false
        rest = 0
        break
      }
      // No progress although all input was given: the data end too early.
      guard result == Z_OK else { throw .badArchive(.badData) }
    }
    return unsafe wanted - Int(stream.pointee.avail_out)
  }
}
