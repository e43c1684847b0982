/// How the rows of a table are written in one format: what stands around a cell, and what makes a text safe there. All
/// quoting and escaping of what we write stands in the types that conform.
///
/// Chosen once for each table. Another format is one more file, and its name in ``TableFormat/form(_:)``.
package protocol RowForm: AnyObject, Sendable {
  /// What stands before the first row.
  var header: [UInt8] { get }
  /// What stands before the cell of a column, from 0.
  func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// Any text of at least one byte; takes at most ``CellWriter/room(_:)`` bytes.
  func text(_ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>)
  /// What `write` writes, which needs neither quotes nor escapes.
  func word(
    _ place: inout UnsafeMutablePointer<UInt8>, _ write: (inout UnsafeMutablePointer<UInt8>) -> Void)
  /// Nothing.
  func missing(_ place: inout UnsafeMutablePointer<UInt8>)
  /// What stands behind the last cell of a row.
  func endRow(_ place: inout UnsafeMutablePointer<UInt8>)
}

extension TableFormat {
  /// The form of a table with these columns.
  package func form(_ columns: [String]) -> any RowForm {
    switch self {
    case .csv: CSVForm(columns)
    case .ndjson: NDJSONForm(columns)
    }
  }
}
