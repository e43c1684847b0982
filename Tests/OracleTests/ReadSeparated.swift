/// RFC 4180, a byte at a time, with commas, tabs or semicolons.
struct ReadSeparated {
  private let bytes: Bytes
  private let separator: UInt8
  private var at: Int
  private var line: Int

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  private init(_ bytes: Bytes, _ separator: UInt8, from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    at = start
    self.line = line
  }

  /// All rows. What stands between cells is what makes the most columns of the first row, if no line says it.
  static func rows(of text: Bytes) -> [RawRow] {
    for separator in [comma, UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      let said = Bytes(of: "sep=") + [separator]
      guard text.starts(with: said) else { continue }
      let end = text.firstIndex(of: feed) ?? text.count - 1
      return ReadSeparated(text, separator, from: end + 1, line: 2).allRows()
    }
    let separator = [comma, UInt8(ascii: "\t"), UInt8(ascii: ";")].max {
      columns(of: text, $0) < columns(of: text, $1)
    }
    return ReadSeparated(text, separator ?? comma).allRows()
  }

  private static func columns(of text: Bytes, _ separator: UInt8) -> Int {
    var reader = ReadSeparated(text, separator)
    while let row = reader.nextRow() {
      if !row.cells.allSatisfy(\.isEmpty) { return row.cells.count { Column.named($0) != nil } }
    }
    return 0
  }

  private func allRows() -> [RawRow] {
    var reader = self
    var rows: [RawRow] = []
    while let row = reader.nextRow() { rows.append(row) }
    return rows
  }

  /// How many bytes the line's end takes here: LF 1, CRLF 2, elsewhere 0.
  private var endOfLine: Int {
    if at < bytes.count, bytes[at] == ReadSeparated.feed { return 1 }
    if at + 1 < bytes.count, bytes[at] == ReadSeparated.carriage, bytes[at + 1] == ReadSeparated.feed {
      return 2
    }
    return 0
  }

  private mutating func nextRow() -> RawRow? {
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [Bytes] = []
    var inQuotes: [Bool] = []
    var isBad = false
    while true {
      let isQuoted = at < bytes.count && bytes[at] == ReadSeparated.quote
      let (cell, isGood) = isQuoted ? quotedCell() : plainCell()
      inQuotes.append(isQuoted)
      cells.append(cell)
      if !isGood { isBad = true }
      if at < bytes.count, bytes[at] == separator {
        at += 1
        continue
      }
      let end = endOfLine
      at += end
      line += 1
      return RawRow(
        line: start, cells: cells, fault: isBad ? .badQuoting : nil,
        inQuotes: separator == ReadSeparated.comma ? inQuotes : nil, isTorn: end == 0)
    }
  }

  private mutating func plainCell() -> (Bytes, isGood: Bool) {
    let start = at
    var isGood = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte == separator || byte == ReadSeparated.feed { break }
      if byte == ReadSeparated.carriage, endOfLine > 0 { break }
      if byte == ReadSeparated.quote { isGood = false }
      at += 1
    }
    return (ReadCells.trimmed(bytes[start..<at]), isGood)
  }

  private mutating func quotedCell() -> (Bytes, isGood: Bool) {
    var cell = Bytes()
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte != ReadSeparated.quote {
        if byte == ReadSeparated.feed { line += 1 }
        cell.append(byte)
      } else if at < bytes.count, bytes[at] == ReadSeparated.quote {
        cell.append(byte)
        at += 1
      } else if at == bytes.count || bytes[at] == separator || endOfLine > 0 {
        return (ReadCells.trimmed(cell[...]), true)
      } else {
        // Something follows the closing quote: the rest of the line is lost.
        while at < bytes.count, endOfLine == 0 { at += 1 }
        return (ReadCells.trimmed(cell[...]), false)
      }
    }
    return (ReadCells.trimmed(cell[...]), false)
  }
}
