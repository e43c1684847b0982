import CZlib

/// Packs bytes as they come (RFC 1951). What comes out does not depend on the pieces in which they are handed over.
@safe
final class Deflater {
  /// Of the bytes that went in.
  private(set) var checksum: UInt = 0
  /// How many bytes went in, and came out.
  private(set) var (taken, given) = (0, 0)
  private let sink: any ByteSink
  /// zlib's own: it keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let waiting: UnsafeMutablePointer<UInt8>
  private var waitingCount = 0
  private let packed: UnsafeMutablePointer<UInt8>

  private static let roomSize = 1 << 16
  /// Sheets repeat themselves so much that more work saves little.
  private static let level: Int32 = 1

  init(to sink: any ByteSink) {
    self.sink = sink
    unsafe waiting = .allocate(capacity: Deflater.roomSize)
    unsafe packed = .allocate(capacity: Deflater.roomSize)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    precondition(unsafe czlib_begin_packing(stream, Deflater.level) == Z_OK, "there is memory for packing")
  }

  deinit {
    _ = unsafe deflateEnd(stream)
    unsafe stream.deallocate()
    unsafe packed.deallocate()
    unsafe waiting.deallocate()
  }

  /// Takes more bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let count = unsafe min(rest.count, Deflater.roomSize - waitingCount)
      let piece = unsafe UnsafeBufferPointer(rebasing: rest.prefix(count))
      if let base = piece.baseAddress { unsafe (waiting + waitingCount).update(from: base, count: count) }
      waitingCount += count
      unsafe rest = unsafe rest.dropFirst(count)
      if waitingCount == Deflater.roomSize { try pack(Z_NO_FLUSH) }
    }
  }

  /// Packs what is still there.
  func finish() throws(TableError) { try pack(Z_FINISH) }

  private func pack(_ flush: Int32) throws(TableError) {
    checksum = unsafe crc32_z(checksum, waiting, waitingCount)
    taken += waitingCount
    unsafe stream.pointee.next_in = waiting
    unsafe stream.pointee.avail_in = UInt32(waitingCount)
    waitingCount = 0
    repeat {
      unsafe stream.pointee.next_out = packed
      unsafe stream.pointee.avail_out = UInt32(Deflater.roomSize)
      let result = unsafe deflate(stream, flush)
      precondition(
        result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR, "packing goes on to its end")
      let count = unsafe Deflater.roomSize - Int(stream.pointee.avail_out)
      try unsafe sink.write(UnsafeBufferPointer(start: packed, count: count))
      given += count
    } while unsafe stream.pointee.avail_out == 0
  }
}
