import Glibc

/// Bytes that grow at their end and are taken from their beginning.
///
/// Outside the heap's arrays: what is large grows by moving its pages, without a copy beside it.
@safe
package final class ByteArena {
  @unsafe
  private struct State {
    var base: UnsafeMutablePointer<UInt8>
    var count: Int
    var capacity: Int
  }

  /// Behind a pointer: what is asked at every byte is not to be guarded against being changed meanwhile.
  private let state: UnsafeMutablePointer<State>

  package init(capacity: Int = 1 << 12) {
    let size = max(16, capacity)
    unsafe state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe state.initialize(to: State(base: ByteArena.room(nil, size), count: 0, capacity: size))
  }

  deinit {
    unsafe free(base)
    unsafe state.deallocate()
  }

  /// How many bytes there are.
  package private(set) var count: Int {
    @inline(__always) get { unsafe state.pointee.count }
    @inline(__always) set { unsafe state.pointee.count = newValue }
  }
  private var base: UnsafeMutablePointer<UInt8> {
    @inline(__always) get { unsafe state.pointee.base }
    set { unsafe state.pointee.base = newValue }
  }
  private var capacity: Int {
    @inline(__always) get { unsafe state.pointee.capacity }
    set { unsafe state.pointee.capacity = newValue }
  }

  private static func room(_ old: UnsafeMutablePointer<UInt8>?, _ size: Int) -> UnsafeMutablePointer<UInt8> {
    guard let new = unsafe realloc(old, size) else {
      preconditionFailure("the machine has no memory left for \(size) bytes")
    }
    return unsafe new.assumingMemoryBound(to: UInt8.self)
  }

  /// Makes room for so many more bytes.
  @inline(__always)
  func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    capacity = max(count + more, capacity * 2)
    unsafe base = ByteArena.room(base, capacity)
  }

  @inline(__always)
  package func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count += 1
  }

  /// The same byte so many times.
  func append(_ byte: UInt8, times: Int) {
    guard times > 0 else { return }
    reserve(times)
    unsafe (base + count).update(repeating: byte, count: times)
    count += times
  }

  @inline(__always)
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe memcpy(base + count, start, bytes.count)
    count += bytes.count
  }

  func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBufferPointer { unsafe append($0) } }

  /// Some bytes of another arena.
  @inline(__always)
  func append(_ other: ByteArena, _ range: Range<Int>) {
    unsafe append(UnsafeBufferPointer(rebasing: other.bytes[range]))
  }

  /// A whole number of at most two digits, with both of them.
  func appendTwo(_ number: Int) {
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10 % 10))
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }

  /// All bytes, until the arena changes.
  package var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  func removeAll() { count = 0 }

  /// Takes away what stands behind the first `count` bytes.
  func shorten(to count: Int) {
    precondition(count >= 0 && count <= self.count, "an arena is shortened to a part of itself")
    self.count = count
  }

  /// Gives back the room behind the last byte.
  func trim() {
    capacity = max(16, count)
    unsafe base = ByteArena.room(base, capacity)
  }
}
