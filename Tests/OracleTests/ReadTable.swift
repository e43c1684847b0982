/// One row of a table, its cells trimmed, with the line its first byte stands on.
struct RawRow {
  let line: Int
  let cells: [Bytes]
  /// Which of them stand in quotes.
  let inQuotes: [Bool]
  let badlyQuoted: Bool
  /// Whether nothing ends its line.
  let isTorn: Bool
}

/// RFC 4180, a byte at a time; UTF-8, LF or CRLF; rows without anything in them are none.
struct ReadTable {
  private(set) var header: [Bytes] = []
  private(set) var rows: [RawRow] = []

  init(_ bytes: Bytes) {
    var reader = Reader(bytes: bytes)
    var all: [RawRow] = []
    while let row = reader.nextRow() {
      let blank = row.cells.allSatisfy(\.isEmpty) && !row.badlyQuoted
      if !blank { all.append(row) }
    }
    if let first = all.first {
      header = first.cells
      rows = Array(all.dropFirst())
    }
  }

  /// Where each named column stands.
  var places: [Column: Int] {
    var found: [Column: Int] = [:]
    for (place, name) in header.enumerated() {
      if let column = Column.meaning(of: name) { found[column] = place }
    }
    return found
  }

  private struct Reader {
    let bytes: Bytes
    var at = 0
    var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    init(bytes: Bytes) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// How many bytes the line's end takes here: LF 1, CRLF 2, elsewhere 0.
    private var endOfLine: Int {
      if at < bytes.count, bytes[at] == Reader.feed { return 1 }
      if at + 1 < bytes.count, bytes[at] == Reader.carriage, bytes[at + 1] == Reader.feed { return 2 }
      return 0
    }

    mutating func nextRow() -> RawRow? {
      guard at < bytes.count else { return nil }
      let start = line
      var cells: [Bytes] = []
      var inQuotes: [Bool] = []
      var bad = false
      while true {
        let isQuoted = at < bytes.count && bytes[at] == Reader.quote
        let (cell, good) = isQuoted ? quotedCell() : plainCell()
        inQuotes.append(isQuoted)
        cells.append(ReadCells.trimmed(cell))
        if !good { bad = true }
        if at < bytes.count, bytes[at] == Reader.comma {
          at += 1
          continue
        }
        let end = endOfLine
        at += end
        line += 1
        return RawRow(
          line: start, cells: cells, inQuotes: inQuotes, badlyQuoted: bad, isTorn: end == 0)
      }
    }

    private mutating func plainCell() -> (Bytes, good: Bool) {
      let start = at
      var good = true
      while at < bytes.count, bytes[at] != Reader.comma, endOfLine == 0 {
        if bytes[at] == Reader.quote { good = false }
        at += 1
      }
      return (Bytes(bytes[start..<at]), good)
    }

    private mutating func quotedCell() -> (Bytes, good: Bool) {
      var cell = Bytes()
      at += 1
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        if byte != Reader.quote {
          if byte == Reader.feed { line += 1 }
          cell.append(byte)
        } else if at < bytes.count, bytes[at] == Reader.quote {
          cell.append(byte)
          at += 1
        } else if at == bytes.count || bytes[at] == Reader.comma || endOfLine > 0 {
          return (cell, true)
        } else {
          // Something follows the closing quote: the rest of the line is lost.
          while at < bytes.count, endOfLine == 0 { at += 1 }
          return (cell, false)
        }
      }
      return (cell, false)
    }
  }
}
