/// Bytes on their way out: grows as needed, is used again and again.
@safe
package final class OutputBuffer {
  /// How many bytes are in it.
  package private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt8>

  package init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes; good until the next change.
  package var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  /// The bytes as text.
  package var text: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// Forgets the bytes, keeps the room.
  package func removeAll() { count = 0 }

  /// Makes room for `extra` more bytes and hands out the place where they go; ``advance(to:)`` ends it.
  package func room(for extra: Int) -> UnsafeMutablePointer<UInt8> {
    if count + extra > capacity {
      capacity = max(capacity * 2, count + extra)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      unsafe larger.update(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = larger
    }
    return unsafe base + count
  }

  /// Takes the bytes up to `place` as written.
  package func advance(to place: UnsafeMutablePointer<UInt8>) {
    let written = unsafe place - base
    precondition(written >= count && written <= capacity, "bytes are written where there is room for them")
    count = written
  }

  /// Appends one byte.
  package func append(_ byte: UInt8) {
    var place = unsafe room(for: 1)
    unsafe place.pointee = byte
    unsafe place += 1
    unsafe advance(to: place)
  }

  /// Appends bytes.
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    let place = unsafe room(for: bytes.count)
    unsafe place.update(from: from, count: bytes.count)
    unsafe advance(to: place + bytes.count)
  }

  /// Appends text in UTF-8.
  package func append(_ text: String) {
    var copy = text
    copy.withUTF8 { unsafe append($0) }
  }
}
