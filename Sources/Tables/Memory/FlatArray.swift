import Glibc

/// A flat array outside the heap, for the tables that every claim looks into: zero-filled, checked at every access,
/// on large pages where the system grants them. Copies share the elements, which live as long as the last copy.
@safe
public struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element; at least ``count`` follow.
  @usableFromInline let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public let count: Int
  private let mapping: Mapping

  /// Gives the memory back when nobody uses it any more.
  @safe
  private final class Mapping: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    let size: Int

    init(_ size: Int) {
      let mapped = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
        preconditionFailure("the machine has no memory left for a table of \(size) bytes")
      }
      if size >= 1 << 22 { _ = unsafe madvise(mapped, size, MADV_HUGEPAGE) }
      unsafe start = unsafe mapped
      self.size = size
    }

    deinit { _ = unsafe munmap(start, size) }
  }

  /// `count` elements of zero bytes.
  public init(zeroed count: Int) {
    precondition(count >= 0 && count < 1 << 40, "a table has a size that memory can have")
    mapping = Mapping(max(4096, count * MemoryLayout<Element>.stride))
    unsafe base = mapping.start.bindMemory(to: Element.self, capacity: count)
    self.count = count
  }

  /// Asks the system for the memory of one part out of several now, for an array that will soon be used all over:
  /// pages that are read before they are written would be made twice. Parts may be asked for by several threads.
  package func populate(part: Int, of parts: Int) {
    let size = mapping.size / parts & ~0x1F_FFFF
    let start = part * size
    let length = part == parts - 1 ? mapping.size - start : size
    if length > 0 { _ = unsafe madvise(mapping.start + start, length, 23 /* MADV_POPULATE_WRITE */) }
  }

  /// The element at `index`; traps outside the array.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe base[index]
    }
    @inline(__always)
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe base[index] = newValue
    }
  }

  /// The same elements in an array of `newCount`, zero-filled behind them.
  public func grown(to newCount: Int) -> FlatArray {
    let larger = FlatArray(zeroed: newCount)
    unsafe larger.base.update(from: base, count: min(count, newCount))
    return larger
  }
}
