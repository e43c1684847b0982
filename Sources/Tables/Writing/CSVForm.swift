/// Rows as CSV (RFC 4180): LF, no byte order mark, quotes only where needed; what is missing is empty.
package final class CSVForm: RowForm {
  package let header: [UInt8]

  package init(_ columns: [String]) {
    header = Array((columns.joined(separator: ",") + "\n").utf8)
  }

  package func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    if column > 0 { unsafe CellWriter.put(0x2C, &place) }
  }

  package func text(
    _ column: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    unsafe CSVForm.quote(start, count, &place)
  }

  package func word(
    _ column: Int, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void
  ) {
    unsafe write(&place)
  }

  // Without a closure for each cell: a detailed row has many.
  package func money(_ column: Int, _ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.yuan(fen, &place)
  }

  package func missing(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {}

  package func endRow(_ place: inout UnsafeMutablePointer<UInt8>) { unsafe CellWriter.put(0x0A, &place) }

  /// Writes a CSV cell, in quotes where RFC 4180 asks for them.
  package static func quote(
    _ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let needsQuotes = unsafe UnsafeBufferPointer(start: from, count: count).contains {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return unsafe CellWriter.copy(from, count, &place) }
    unsafe place.pointee = 0x22
    unsafe place += 1
    for index in 0..<count {
      let byte = unsafe from[index]
      if byte == 0x22 {
        unsafe place.pointee = 0x22
        unsafe place += 1
      }
      unsafe place.pointee = byte
      unsafe place += 1
    }
    unsafe place.pointee = 0x22
    unsafe place += 1
  }
}
