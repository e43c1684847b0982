package import Tables
package import Units

/// What the cells of many kinds of files have in common.
package enum CellReading {
  /// The longest id, in bytes.
  package static let longestID = 255

  /// Whether a cell can be an id: not empty, not longer than ``longestID``, without control characters other than
  /// the line ends and tabs that a quoted cell may have.
  @inline(__always)
  package static func isID(_ cell: Cell) -> Bool {
    let count = unsafe cell.count
    if count == 0 { return false }
    if count <= PackedID.most, unsafe !PackedID(cell).hasControl(count) { return true }
    return unsafe isUnusualID(cell)
  }

  private static func isUnusualID(_ cell: Cell) -> Bool {
    guard unsafe cell.count <= longestID else { return false }
    for index in unsafe 0..<cell.count {
      let byte = unsafe cell.start[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
      if byte == 0x7F { return false }
    }
    return true
  }

  /// A count: 1 to 9 ASCII digits.
  @inline(__always)
  package static func count(_ cell: Cell) -> Int? {
    guard unsafe cell.count >= 1 && cell.count <= 9 else { return nil }
    var value = 0
    for index in unsafe 0..<cell.count {
      let digit = unsafe cell.start[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// A count: 1 to 9 ASCII digits.
  package static func count(_ text: String) -> Int? {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return nil }
      return unsafe count(Cell(start: start, count: bytes.count))
    }
  }

  /// What is wrong with a count that was read; `nil` is one that could not be.
  static func fault(_ count: Int?, atLeast least: Int = 0) -> RowProblem? {
    guard let count else { return .badCount }
    return count < least ? .membersBelowOne : nil
  }

  /// An amount of money.
  @inline(__always)
  package static func yuan(_ cell: Cell) -> Yuan? { unsafe Yuan.parseQuickly(cell.start, count: cell.count) }

  /// An amount of money that may be negative.
  @inline(__always)
  package static func signedYuan(_ cell: Cell) -> Yuan? {
    unsafe Yuan.parse(cell.start, count: cell.count, signed: true)
  }

  /// What is wrong with an amount that was read; `nil` is one that could not be.
  static func fault(_ amount: Yuan?, in range: ClosedRange<Yuan>) -> RowProblem? {
    guard let amount else { return .badAmount }
    return range.contains(amount) ? nil : .amountOutOfRange
  }
}
