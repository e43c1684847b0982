import Tables
import Units

/// What the cells of households and claims have in common.
enum CellReading {
  /// The longest id, in bytes.
  static let longestID = 255

  /// Whether a cell can be an id: not empty, not longer than ``longestID``, without control characters other than
  /// the line ends and tabs that a quoted cell may have.
  @inline(__always)
  static func isID(_ cell: Cell) -> Bool {
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
  static func count(_ cell: Cell) -> Int? {
    guard unsafe cell.count >= 1 && cell.count <= 9 else { return nil }
    var value = 0
    for index in unsafe 0..<cell.count {
      let digit = unsafe cell.start[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// An amount of money.
  @inline(__always)
  static func yuan(_ cell: Cell) -> Yuan? { unsafe Yuan.parseQuickly(cell.start, count: cell.count) }

  /// An amount of money that may be negative.
  @inline(__always)
  static func signedYuan(_ cell: Cell) -> Yuan? {
    unsafe Yuan.parse(cell.start, count: cell.count, signed: true)
  }
}

/// The faults of one row: the one furthest to the left is told, each row once.
struct RowFaults {
  private var found: (role: Int, problem: RowProblem)?

  var isEmpty: Bool { found == nil }

  mutating func note(_ problem: RowProblem, _ role: Int, _ reader: RowScanner) {
    if let before = found, unsafe reader.column(of: before.role) <= reader.column(of: role) { return }
    found = (role, problem)
  }

  /// The reject, its line relative to the block.
  func reject(_ reader: RowScanner, _ columns: [Column]) -> Reject? {
    found.map { found in
      unsafe Reject(
        line: reader.line, column: reader.column(of: found.role), field: columns[found.role].name,
        value: reader.cells[found.role].string, problem: found.problem)
    }
  }
}
