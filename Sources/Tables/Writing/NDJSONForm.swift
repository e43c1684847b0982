/// Rows as NDJSON: one object a line, every value but counts a string, `null` for missing.
package final class NDJSONForm: RowForm {
  package let header: [UInt8] = []
  /// For each column, what stands before its value.
  private let openers: [[UInt8]]

  package init(_ columns: [String]) {
    openers = columns.enumerated().map { index, name in
      Array(((index == 0 ? "{" : ",") + "\"\(name)\":").utf8)
    }
  }

  package func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.copy(openers[column], &place)
  }

  /// A JSON string; control characters, quotes and backslashes are escaped.
  package func text(
    _ column: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    unsafe CellWriter.put(0x22, &place)
    defer { unsafe CellWriter.put(0x22, &place) }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard unsafe bytes.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }) else {
      return unsafe CellWriter.copy(start, count, &place)
    }
    let digits = Array("0123456789abcdef".utf8)
    for index in 0..<count {
      let byte = unsafe start[index]
      if byte == 0x22 || byte == 0x5C {
        unsafe CellWriter.put(0x5C, &place)
        unsafe CellWriter.put(byte, &place)
      } else if byte < 0x20 {
        unsafe CellWriter.copy(Array("\\u00".utf8), &place)
        unsafe CellWriter.put(digits[Int(byte >> 4)], &place)
        unsafe CellWriter.put(digits[Int(byte & 15)], &place)
      } else {
        unsafe CellWriter.put(byte, &place)
      }
    }
  }

  package func word(
    _ column: Int, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void
  ) {
    unsafe CellWriter.put(0x22, &place)
    unsafe write(&place)
    unsafe CellWriter.put(0x22, &place)
  }

  package func missing(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.copy(Array("null".utf8), &place)
  }

  package func endRow(_ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.put(0x7D, &place)
    unsafe CellWriter.put(0x0A, &place)
  }
}
