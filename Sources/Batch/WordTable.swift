import Glibc
import Tables

/// Finds words of a short list in cells: an English and a Chinese word for each value.
struct WordTable: Sendable {
  private struct Entry: Sendable {
    let firstWord: UInt64
    let count: Int
    let bytes: [UInt8]
    let value: UInt8
  }

  private let entries: [Entry]

  /// The words for the values 0, 1, 2 …
  init(_ words: [[String]]) {
    entries = words.enumerated().flatMap { value, names in
      names.map { name in
        let bytes = Array(name.utf8)
        let word = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Entry(firstWord: word, count: bytes.count, bytes: bytes, value: UInt8(value))
      }
    }
  }

  /// The value of the word in a cell.
  @inline(__always)
  func find(_ cell: Cell) -> UInt8? {
    let word = unsafe cell.firstWord
    for entry in entries where unsafe entry.firstWord == word && entry.count == cell.count {
      if unsafe entry.count <= 8 || memcmp(cell.start, entry.bytes, entry.count) == 0 { return entry.value }
    }
    return nil
  }
}
