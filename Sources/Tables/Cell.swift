/// One cell of a row: trimmed of outer spaces, its quotes taken off. It points into its block.
@unsafe
public struct Cell {
  /// Its first byte; at least 8 bytes may be read from there.
  public var start: UnsafePointer<UInt8>
  /// How many bytes it has; 0 means missing.
  public var count: Int

  /// A cell.
  @inlinable
  public init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = unsafe start
    unsafe self.count = count
  }

  /// Whether nothing stands in it.
  @inlinable public var isMissing: Bool { unsafe count == 0 }

  /// Its text; bytes that are no UTF-8 show as U+FFFD.
  public var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether its bytes are these.
  public func holds(_ bytes: [UInt8]) -> Bool {
    unsafe count == bytes.count && bytes.elementsEqual(UnsafeBufferPointer(start: start, count: count))
  }

  /// Its first eight bytes, the first lowest, with zeros behind its end.
  @inlinable public var firstWord: UInt64 {
    let word = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
    return unsafe count >= 8 ? word : word & ((1 << UInt64(truncatingIfNeeded: count &* 8)) &- 1)
  }

  /// Takes the outer spaces off.
  @inlinable public mutating func trim() {
    while unsafe count > 0 && start.pointee == 0x20 {
      unsafe start += 1
      unsafe count &-= 1
    }
    while unsafe count > 0 && start[count &- 1] == 0x20 { unsafe count &-= 1 }
  }
}

/// How a row could be taken apart.
public enum RowShape: UInt8, Sendable {
  /// There is no further row.
  case none
  /// All cells are there.
  case whole
  /// Fewer cells than the header has.
  case tooFewCells
  /// More cells than the header has, and not only empty ones.
  case tooManyCells
  /// A quote where none may stand, or one that is never closed.
  case badQuoting
  /// NDJSON: no JSON object, or a list or an object where a cell's value should be.
  case badJSON
  /// NDJSON: a key twice.
  case duplicateKey
  /// NDJSON: a key that is nearly a column on which decisions hang.
  case misspeltKey
}
