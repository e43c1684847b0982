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

  /// A number that stands for an id, below 2⁶³; its hash is another one in each process.
  package init(number: UInt64) { self.init(low: number, high: PackedID.seed) }

  /// The words of a short id; of a longer one its length and a hash of its bytes, behind a mark that no short id has. Others
  /// may share them: what they lead to has to be compared with the id itself.
  @inlinable @inline(__always)
  public static func key(_ cell: Cell) -> PackedID {
    unsafe cell.count <= most ? PackedID(cell) : longKey(cell)
  }

  /// What stands in the last byte of the first word of a long id: no UTF-8 has it.
  @usableFromInline static var longMark: UInt64 { 0xFF }

  /// Where the hashes of long ids begin: another in each process, so that nobody can write ids whose hashes are the same.
  @usableFromInline static let seed = UInt64(bitPattern: Int64(Hasher().finalize()))

  @inlinable
  static func longKey(_ cell: Cell) -> PackedID {
    let count = unsafe cell.count
    var hash = seed
    var index = 0
    while index < count {
      // The last word reaches back, as nothing behind the id may count.
      let place = min(index, count &- 8)
      let word = unsafe UnsafeRawPointer(cell.start + place).loadUnaligned(as: UInt64.self)
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
      index &+= 8
    }
    return PackedID(low: longMark << 56 | UInt64(truncatingIfNeeded: count), high: hash)
  }

  /// Whether these are the words of a long id.
  @inlinable public var isLong: Bool { low >> 56 == PackedID.longMark }

  /// The words of a long id that also say where its bytes lie.
  package func placed(at place: Int) -> PackedID {
    precondition(isLong && (low << 8) >> 8 < 256 && place >> 48 == 0, "a long id has a length and a place")
    return PackedID(low: low | UInt64(place) << 8, high: high)
  }

  /// Where the bytes of a long id lie.
  package var place: Int { Int((low << 8) >> 16) }

  /// How many bytes a long id has.
  package var longCount: Int { Int(low & 0xFF) }

  /// The words by which an id is looked up, whether it has its place or not.
  package static func key(ofPlaced id: PackedID) -> PackedID {
    id.isLong ? PackedID(low: longMark << 56 | id.low & 0xFF, high: id.high) : id
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
