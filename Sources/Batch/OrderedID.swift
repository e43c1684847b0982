import Files
import Tables

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
