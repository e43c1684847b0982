/// Places in a sheet: `B3` is row 3, column 2.
enum CellReference {
  /// The last row of a sheet.
  static let lastRow = 1 << 20
  /// The last column of a sheet.
  static let lastColumn = 1 << 14

  /// The row and column that a text names, `$` or not; `nil` where it names none.
  @inline(__always)
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var (row, column, at) = (0, 0, 0)
    let count = text.count
    while at < count {
      let byte = unsafe text[at]
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      guard column <= lastColumn else { return nil }
      at &+= 1
    }
    while at < count {
      let digit = unsafe text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      guard row <= lastRow else { return nil }
      at &+= 1
    }
    return row > 0 && column > 0 ? (row, column) : nil
  }

  /// The rows and columns of `A1:B3`, or of `A1` alone.
  static func parseRange(_ text: [UInt8]) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    let corners = text.filter { $0 != UInt8(ascii: "$") }.split(separator: UInt8(ascii: ":"))
    guard let first = corners.first, let last = corners.last, corners.count <= 2,
      let from = parse(Array(first)), let to = parse(Array(last)), from.row <= to.row,
      from.column <= to.column
    else { return nil }
    return (from.row...to.row, from.column...to.column)
  }

  private static func parse(_ text: [UInt8]) -> (row: Int, column: Int)? {
    unsafe text.withUnsafeBufferPointer { unsafe parse($0) }
  }

  /// The name of a place.
  static func name(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))) + letters
      rest /= 26
    }
    return letters + String(row)
  }
}
