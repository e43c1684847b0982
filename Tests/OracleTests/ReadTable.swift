/// One row of a table, its cells trimmed, with the line its first byte stands on; in a workbook the row of its sheet.
struct RawRow {
  /// What is wrong with it as a whole.
  enum Fault { case badQuoting, brokenObject, nestedValue, keyTwice }

  let line: Int
  let cells: [Bytes]
  var fault: Fault?
  /// Which of them stand in quotes, where it is commas that stand between them.
  var inQuotes: [Bool]?
  /// Whether nothing ends its line.
  var isTorn = false
  /// The cells in the order in which they stand there, where it is not that of the columns.
  var asTheyStand: [Bytes]?

  /// Whether no cell's edges are sure.
  var isUnreliable: Bool { fault == .badQuoting || fault == .brokenObject }
}

/// A table out of the bytes of a file, which tell what form it has.
struct ReadTable {
  private(set) var header: [Bytes] = []
  private(set) var rows: [RawRow] = []

  init(_ file: Bytes) {
    if file.starts(with: [0x50, 0x4B, 3, 4]) {
      take(ReadWorkbook(file).table)
      return
    }
    let text = ReadText.utf8(file)
    let visible = text.lazy.filter { $0 > 0x20 }.prefix(2)
    if visible.first == UInt8(ascii: "{") {
      takeObjects(ReadObjects.lines(text))
    } else if visible.first == UInt8(ascii: "[") {
      takeObjects(ReadObjects.elements(ofArray: text))
    } else {
      take(ReadSeparated.rows(of: text))
    }
  }

  /// The first row that says something names the columns; rows without anything in them are none.
  private mutating func take(_ all: [RawRow]) {
    let filled = all.filter { !$0.cells.allSatisfy(\.isEmpty) || $0.fault != nil }
    guard let first = filled.first else { return }
    header = first.cells
    rows = Array(filled.dropFirst())
  }

  /// Objects name their cells themselves: there is a place for every column.
  private mutating func takeObjects(_ all: [RawRow]) {
    header = Column.allCases.map { Bytes(of: $0.english) }
    rows = all
  }

  /// Where each named column stands.
  var places: Places { Places(header) }

  struct Places {
    private var places: [Int?]

    init(_ header: [Bytes]) {
      places = Array(repeating: nil, count: Column.allCases.count)
      for (place, name) in header.enumerated() {
        if let column = Column.named(name) { places[column.rawValue] = place }
      }
    }

    subscript(_ column: Column) -> Int? { places[column.rawValue] }
  }
}
