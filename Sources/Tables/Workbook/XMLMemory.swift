import CExpat
import Glibc

/// The memory that one parser may take: expat keeps every name that it has seen, and a file may be made of nothing but names.
enum XMLMemory {
  /// What a parser takes at most; for a workbook of a million rows it takes less than a hundredth of it.
  private static let limit = 1 << 26
  /// In front of every block stands its size.
  private static let head = 16

  /// For each thread: where the parser that runs on it counts what it took.
  private static let current: pthread_key_t = {
    var key = pthread_key_t()
    let result = unsafe pthread_key_create(&key, nil)
    precondition(result == 0, "the system has no place for a thread's own value")
    return key
  }()

  /// The functions that a parser is made with.
  static var functions: XML_Memory_Handling_Suite {
    unsafe XML_Memory_Handling_Suite(
      malloc_fcn: { size in unsafe XMLMemory.renew(nil, size) },
      realloc_fcn: { old, size in unsafe XMLMemory.renew(old, size) },
      free_fcn: { old in unsafe XMLMemory.give(old) })
  }

  /// Does something with a parser whose memory is counted in `taken`.
  @inline(__always)
  static func counting<Result>(in taken: UnsafeMutablePointer<Int>, _ body: () -> Result) -> Result {
    _ = unsafe pthread_setspecific(current, taken)
    defer { _ = pthread_setspecific(current, nil) }
    return body()
  }

  private static func renew(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    let start = unsafe old.map { unsafe $0 - head }
    let before = unsafe start.map { unsafe $0.load(as: Int.self) } ?? 0
    let counter = unsafe pthread_getspecific(current)?.assumingMemoryBound(to: Int.self)
    guard size >= 0, size < limit, unsafe (counter?.pointee ?? 0) - before + size <= limit else { return nil }
    guard let new = unsafe realloc(start, size + head) else { return nil }
    unsafe new.storeBytes(of: size, as: Int.self)
    if let counter = unsafe counter { unsafe counter.pointee += size - before }
    return unsafe new + head
  }

  private static func give(_ old: UnsafeMutableRawPointer?) {
    guard let start = unsafe old.map({ unsafe $0 - head }) else { return }
    if let counter = unsafe pthread_getspecific(current)?.assumingMemoryBound(to: Int.self) {
      unsafe counter.pointee -= start.load(as: Int.self)
    }
    unsafe free(start)
  }
}
