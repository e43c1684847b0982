import Tables

/// An id in two words, as long as it has at most 16 bytes, so that it is compared without looking elsewhere.
///
/// Ids hold no zero byte, so the words alone tell ids of different lengths apart.
struct PackedID: Equatable {
  /// Bytes 0 to 7, the first lowest.
  var low: UInt64
  /// Bytes 8 to 15.
  var high: UInt64

  static let most = 16

  /// The words of a cell of at most 16 bytes.
  @inline(__always)
  init(_ cell: Cell) {
    unsafe low = cell.firstWord
    if unsafe cell.count > 8 {
      unsafe high = Cell(start: cell.start + 8, count: cell.count &- 8).firstWord
    } else {
      high = 0
    }
  }

  /// The words of a short id, or for a longer one words that no id has: what it begins with may be another's id.
  @inline(__always)
  static func key(_ cell: Cell) -> PackedID {
    unsafe cell.count <= most ? PackedID(cell) : PackedID(low: .max - 1, high: .max)
  }

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The bytes of a short id.
  var bytes: [UInt8] {
    (0..<PackedID.most).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64($0 % 8 * 8)) }
      .filter { $0 != 0 }
  }

  /// Mixes both words into one; all bits of it can be used.
  @inline(__always)
  var hash: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD1B5_4A32_D192_ED03)
    let mixed = product.high ^ product.low
    return mixed ^ (mixed >> 29)
  }

  /// Whether any byte is a control character (below 0x20, or 0x7F), of the first `count`.
  @inline(__always)
  func hasControl(_ count: Int) -> Bool {
    PackedID.hasControl(low, min(count, 8)) || (count > 8 && PackedID.hasControl(high, count &- 8))
  }

  @inline(__always)
  private static func hasControl(_ word: UInt64, _ count: Int) -> Bool {
    // Zeros behind the end count as spaces.
    let filled = count >= 8 ? word : word | 0x2020_2020_2020_2020 << UInt64(truncatingIfNeeded: count &* 8)
    let low7 = filled & 0x7F7F_7F7F_7F7F_7F7F
    let atLeastSpace = low7 &+ 0x6060_6060_6060_6060  // high bit where the low seven bits are >= 0x20
    let delete = ~((low7 ^ 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F)  // high bit where they are 0x7F
    return ((~atLeastSpace | delete) & ~filled & 0x8080_8080_8080_8080) != 0
  }
}

/// An id as ids are ordered: shorter ones first, then byte by byte. C9 comes before C10.
@unsafe
struct OrderedID {
  private let cell: Cell
  private let high: UInt64
  private let low: UInt64

  /// An id in its place.
  @inline(__always)
  init(_ cell: Cell) {
    let packed = unsafe PackedID(cell)
    unsafe self.cell = unsafe cell
    unsafe high = packed.low.byteSwapped
    unsafe low = packed.high.byteSwapped
  }

  /// Whether `next` comes behind this one.
  @inline(__always)
  func precedes(_ next: OrderedID) -> Bool {
    let (mine, its) = unsafe (cell.count, next.cell.count)
    if mine != its { return mine < its }
    if mine <= PackedID.most { return unsafe high == next.high ? low < next.low : high < next.high }
    return unsafe UnsafeBufferPointer(start: cell.start, count: mine)
      .lexicographicallyPrecedes(UnsafeBufferPointer(start: next.cell.start, count: its))
  }
}
