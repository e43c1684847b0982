import CSQLite
import Glibc

/// The values of the row that ``step()`` came to, by column from 0.
///
/// What has another type than asked for is converted as SQLite does it (text that is no number reads as 0): a file that
/// somebody changed by hand must not stop the program. Tables that declare themselves STRICT hold what they declare.
extension Statement {
  /// Whether the column is NULL.
  package func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// A whole number; 0 for NULL.
  package func int64(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  /// A whole number, or nil for NULL.
  package func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }

  /// A whole number; 0 for NULL.
  package func int(_ column: Int) -> Int { Int(int64(column)) }

  /// A text; empty for NULL. Bytes that are no UTF-8 show as U+FFFD.
  package func text(_ column: Int) -> String {
    // In this order: the text may be converted first, and its length is known only then.
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A text, or nil for NULL.
  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A copy of the column's bytes; none for NULL.
  package func blob(_ column: Int) -> [UInt8] { unsafe withBytes(column) { bytes in unsafe Array(bytes) } }

  /// Lends the column's bytes, those of a text in UTF-8, to `body`, and only for so long.
  package func withBytes<R, E: Error>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return try unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Whether the column is this text, byte for byte, or NULL where there is none.
  package func holds(_ column: Int, _ text: String?) -> Bool {
    let type = unsafe sqlite3_column_type(handle, Int32(column))
    guard var text else { return type == SQLITE_NULL }
    guard type == SQLITE_TEXT, let start = unsafe sqlite3_column_text(handle, Int32(column)) else {
      return false
    }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return text.withUTF8 { bytes in
      guard bytes.count == count, let first = bytes.baseAddress else { return bytes.count == count }
      return unsafe memcmp(first, start, count) == 0
    }
  }

  /// Whether the column is this whole number, or NULL where there is none.
  package func holds(_ column: Int, _ number: Int64?) -> Bool {
    let type = unsafe sqlite3_column_type(handle, Int32(column))
    guard let number else { return type == SQLITE_NULL }
    return type == SQLITE_INTEGER && int64(column) == number
  }
}
