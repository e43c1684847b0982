import Glibc

/// Finds where rows end in raw bytes: at line feeds outside quotes.
///
/// Works on UTF-8 and GB18030 alike, since neither has a quote, separator or line feed inside a character. A quote opens
/// only at the start of a cell; any other quote in a bare cell is bad quoting, and does not hide line ends.
package enum RowCutter {
  /// The longest row: a quoted cell that runs on for longer was never closed.
  package static let rowLimit = 16 << 20

  /// What was found in a stretch of bytes that begins at a row's start.
  package struct Cut {
    /// Behind the last line feed that ends a row; 0 where no row ends.
    package var end: Int
    /// Whether the bytes stop inside quotes.
    package var stopsInQuotes: Bool
  }

  /// Where the last whole row ends, or the first. `separator` stands between two cells; `nil` where quotes have no meaning, as
  /// in NDJSON.
  package static func cut(
    _ bytes: UnsafePointer<UInt8>, count: Int, separator: UInt8?, onlyFirst: Bool = false
  ) -> Cut {
    guard unsafe onlyFirst || (separator != nil && memchr(bytes, 0x22, count) != nil) else {
      var end = count
      while end > 0, unsafe bytes[end - 1] != 0x0A { end -= 1 }
      return Cut(end: end, stopsInQuotes: false)
    }
    guard let separator else {
      // Without a line feed nothing ends.
      let first = unsafe lineEnd(bytes, from: 0, count: count)
      return Cut(end: unsafe first > 0 && bytes[first - 1] == 0x0A ? first : 0, stopsInQuotes: false)
    }
    var end = 0
    var index = 0
    while index < count {
      if unsafe bytes[index] == 0x22 {
        while true {
          guard let close = unsafe memchr(bytes + index + 1, 0x22, count - index - 1) else {
            return Cut(end: end, stopsInQuotes: true)
          }
          unsafe index = UnsafeRawPointer(close) - UnsafeRawPointer(bytes) + 1
          guard unsafe index < count && bytes[index] == 0x22 else { break }
        }
      }
      // On to the next cell; what stands behind quotes, and what a bare cell holds, hides nothing.
      var byte: UInt8 = 0
      repeat {
        byte = unsafe index < count ? bytes[index] : separator
        index &+= 1
      } while byte != separator && byte != 0x0A
      if byte == 0x0A {
        end = index
        if onlyFirst { break }
      }
    }
    return Cut(end: end, stopsInQuotes: false)
  }

  /// Behind the first line feed from `start` on, or `count` where there is none.
  package static func lineEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    guard let found = unsafe memchr(bytes + start, 0x0A, count - start) else { return count }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(bytes) + 1
  }
}
