package import Units

/// How the rows of a table are written in one format: what stands around a cell, and what makes a text safe there. All
/// quoting and escaping of what we write stands in the types that conform.
///
/// Chosen once for each table. Another format is one more file, and its name in ``TableStyle/form(_:)``.
package protocol RowForm: AnyObject, Sendable {
  /// What stands before the first row.
  var header: [UInt8] { get }
  /// What stands before the cell of a column, from 0.
  func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// Any text of at least one byte.
  func text(
    _ column: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// What `write` writes, which needs neither quotes nor escapes.
  func word(
    _ column: Int, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void)
  /// An amount that is not negative, in fen.
  func money(_ column: Int, _ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>)
  /// A day.
  func day(_ column: Int, _ day: Day, _ place: inout UnsafeMutablePointer<UInt8>)
  /// A whole number.
  func number(_ column: Int, _ number: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// Nothing.
  func missing(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// What stands behind the last cell of a row.
  func endRow(_ place: inout UnsafeMutablePointer<UInt8>)
}

/// Where a format has no kinds of cells, amounts and days are words.
extension RowForm {
  package func money(_ column: Int, _ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe word(column, &place) { place in unsafe CellWriter.yuan(fen, &place) }
  }

  package func day(_ column: Int, _ day: Day, _ place: inout UnsafeMutablePointer<UInt8>) {
    let (year, month) = (day.year, day.month)
    unsafe word(column, &place) { place in
      unsafe CellWriter.two(year / 100, &place)
      unsafe CellWriter.two(year % 100, &place)
      unsafe CellWriter.put(0x2D, &place)
      unsafe CellWriter.two(month, &place)
      unsafe CellWriter.put(0x2D, &place)
      unsafe CellWriter.two(day.day, &place)
    }
  }

  package func number(_ column: Int, _ number: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.copy(Array(String(number).utf8), &place)
  }
}
