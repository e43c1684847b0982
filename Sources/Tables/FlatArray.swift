import Glibc

/// A flat array outside the heap, for the tables that every claim looks into: zero-filled, checked at every access,
/// on large pages where the system grants them. It has reference semantics; its owner calls ``free()``.
@safe
package struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element; at least ``count`` follow.
  @usableFromInline let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  package let count: Int

  /// `count` elements of zero bytes.
  package init(zeroed count: Int) {
    precondition(count >= 0 && count < 1 << 40, "a table has a size that memory can have")
    let bytes = FlatArray.mappedBytes(count)
    let mapped = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      preconditionFailure("the machine has no memory left for a table of \(bytes) bytes")
    }
    if bytes >= 1 << 22 { _ = unsafe madvise(mapped, bytes, MADV_HUGEPAGE) }
    unsafe base = mapped.bindMemory(to: Element.self, capacity: count)
    self.count = count
  }

  private static func mappedBytes(_ count: Int) -> Int { max(4096, count * MemoryLayout<Element>.stride) }

  /// Gives the memory back; nothing may be read afterwards.
  package func free() {
    _ = unsafe munmap(base, FlatArray.mappedBytes(count))
  }

  /// The element at `index`; traps outside the array.
  @inlinable
  package subscript(index: Int) -> Element {
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

  /// The same elements in an array of `newCount`, zero-filled behind them. Frees this one.
  package func grown(to newCount: Int) -> FlatArray {
    let larger = FlatArray(zeroed: newCount)
    unsafe larger.base.update(from: base, count: min(count, newCount))
    free()
    return larger
  }
}
