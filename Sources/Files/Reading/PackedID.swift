public import Tables

/// An id in two words, as long as it has at most 16 bytes, so that it is compared without looking elsewhere.
///
/// Ids hold no zero byte, so the words alone tell ids of different lengths apart.
public struct PackedID: Equatable, BitwiseCopyable, Sendable {
  /// Bytes 0 to 7, the first lowest.
  public var low: UInt64
  /// Bytes 8 to 15.
  public var high: UInt64

  /// The longest id that fits.
  @inlinable public static var most: Int { 16 }

  /// The words of a cell of at most 16 bytes.
  @inlinable @inline(__always)
  public init(_ cell: Cell) {
    unsafe low = cell.firstWord
    if unsafe cell.count > 8 {
      unsafe high = Cell(start: cell.start + 8, count: cell.count &- 8).firstWord
    } else {
      high = 0
    }
  }

  /// The words of a short id, or for a longer one words that no id has: what it begins with may be another's id.
  @inlinable @inline(__always)
  public static func key(_ cell: Cell) -> PackedID {
    unsafe cell.count <= most ? PackedID(cell) : PackedID(low: .max - 1, high: .max)
  }

  /// Two words that stand for an id.
  @inlinable public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Whether two ids are the same.
  @inlinable @inline(__always)
  public static func == (a: PackedID, b: PackedID) -> Bool { a.low == b.low && a.high == b.high }

  /// The bytes of a short id.
  package var bytes: [UInt8] {
    (0..<PackedID.most).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64($0 % 8 * 8)) }
      .filter { $0 != 0 }
  }

  /// Mixes both words into one; all bits of it can be used.
  @inlinable @inline(__always)
  public var hash: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD1B5_4A32_D192_ED03)
    let mixed = product.high ^ product.low
    return mixed ^ (mixed >> 29)
  }
}
