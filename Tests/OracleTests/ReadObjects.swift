/// Objects of JSON, one on each line or all in one array, whose keys name the cells.
enum ReadObjects {
  private static let feed = UInt8(ascii: "\n")

  /// The objects of NDJSON.
  static func lines(_ text: Bytes) -> [RawRow] {
    var rows: [RawRow] = []
    var names = Names()
    for (index, line) in text.split(separator: feed, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 <= 0x20 }) {
      rows.append(row(line, line: index + 1, &names))
    }
    return rows
  }

  /// The elements of an array, each on the line on which it begins.
  static func elements(ofArray text: Bytes) -> [RawRow] {
    var rows: [RawRow] = []
    var names = Names()
    var line = 1
    var at = 0
    func passBlanks() {
      while at < text.count, text[at] <= 0x20 {
        if text[at] == feed { line += 1 }
        at += 1
      }
    }
    passBlanks()
    at += 1
    while true {
      passBlanks()
      guard at < text.count, text[at] != UInt8(ascii: "]") else { return rows }
      if text[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let end = elementEnd(text, from: at)
      rows.append(row(text[at..<end], line: line, &names))
      line += text[at..<end].count { $0 == feed }
      at = end
    }
  }

  /// Where the comma or the bracket stands behind an element.
  private static func elementEnd(_ text: Bytes, from start: Int) -> Int {
    var (depth, isInText, at) = (0, false, start)
    while at < text.count {
      let byte = text[at]
      if isInText {
        if byte == UInt8(ascii: "\\") { at += 1 } else if byte == UInt8(ascii: "\"") { isInText = false }
      } else if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
        return at
      } else if byte == UInt8(ascii: "\"") {
        isInText = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
      at += 1
    }
    return text.count
  }

  /// What keys mean; they come again in every object.
  private struct Names {
    private var known: [Bytes: Column?] = [:]

    mutating func meaning(of key: Bytes) -> Column? {
      if let column = known[key] { return column }
      let column = Column.named(key)
      known[key] = .some(column)
      return column
    }
  }

  private static func row(_ text: ArraySlice<UInt8>, line: Int, _ names: inout Names) -> RawRow {
    var cells = [Bytes](repeating: [], count: Column.allCases.count)
    var standing: [Bytes] = []
    var seen: Set<Column> = []
    guard let members = ReadObject.members(of: text) else {
      return RawRow(line: line, cells: cells, fault: .brokenObject)
    }
    var fault: RawRow.Fault?
    for (key, value) in members {
      // There is no header: what nobody asks for is no column.
      guard let column = names.meaning(of: key) else { continue }
      if !seen.insert(column).inserted {
        fault = fault ?? .keyTwice
        continue
      }
      switch value {
      case .scalar(let text):
        cells[column.rawValue] = ReadCells.trimmed(text[...])
        standing.append(cells[column.rawValue])
      case .nested: fault = .nestedValue
      }
    }
    return RawRow(line: line, cells: cells, fault: fault, asTheyStand: standing)
  }
}
