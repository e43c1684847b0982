import TestKit

/// A cell as it is spelled, with what it means; nothing in columns that nobody knows.
struct SpelledCell {
  let column: Column?
  let text: String
  let meant: Cell?
}

/// One of the shapes in which the rows of a sheet are written down.
protocol SheetShape {
  /// The names of the columns, as they will stand in every row.
  mutating func writeHeader(_ names: [String], using random: inout Seeded)
  mutating func write(_ cells: [SpelledCell], _ fault: RowFault?, isLast: Bool, using random: inout Seeded)
  mutating func writeBlankLine()
  /// Ends the file.
  mutating func end(using random: inout Seeded)
  /// The file.
  func file(_ dialect: Dialect) throws -> Bytes
}

/// Writes sheets in a dialect.
struct WriteSheet {
  private enum Layout {
    case known(Int, Column)
    case extra(String)
  }

  private let dialect: Dialect
  private var random: Seeded
  private var layout: [Layout]

  /// - Returns: the file.
  static func write(_ rows: [SheetRow], _ columns: [Column], _ dialect: Dialect, seed: UInt64) throws -> Bytes
  {
    var writer = WriteSheet(columns, dialect, seed: seed)
    switch dialect.shape {
    case .commas: return try writer.write(rows, in: WriteSeparated(dialect, UInt8(ascii: ",")))
    case .tabs: return try writer.write(rows, in: WriteSeparated(dialect, UInt8(ascii: "\t")))
    case .semicolons: return try writer.write(rows, in: WriteSeparated(dialect, UInt8(ascii: ";")))
    case .lines: return try writer.write(rows, in: WriteObjects(dialect, isArray: false))
    case .array: return try writer.write(rows, in: WriteObjects(dialect, isArray: true))
    case .workbook: return try writer.write(rows, in: WriteWorkbook())
    }
  }

  private init(_ columns: [Column], _ dialect: Dialect, seed: UInt64) {
    self.dialect = dialect
    random = Seeded(seed: seed)
    layout = columns.enumerated().map { .known($0.offset, $0.element) }
    if dialect.extraColumns {
      layout += dialect.language == .english ? [.extra("note"), .extra("source")] : [.extra("备注")]
    }
    if dialect.shuffledColumns { layout.shuffle(using: &random) }
  }

  private mutating func write(_ rows: [SheetRow], in shape: some SheetShape) throws -> Bytes {
    var shape = shape
    shape.writeHeader(layout.map { header($0) }, using: &random)
    for (place, row) in rows.enumerated() {
      let mayBreak = row.isWhole && dialect.lineEnd != .carriage && dialect.shape != .workbook
      let cells = layout.map { column -> SpelledCell in
        switch column {
        case .known(let place, let column):
          SpelledCell(column: column, text: spell(row[place]), meant: row[place])
        case .extra: SpelledCell(column: nil, text: note(mayBreak: mayBreak), meant: nil)
        }
      }
      shape.write(cells, row.fault, isLast: place == rows.count - 1, using: &random)
      if dialect.blankLines, random.chance(20) { shape.writeBlankLine() }
    }
    shape.end(using: &random)
    return try shape.file(dialect)
  }

  private mutating func header(_ column: Layout) -> String {
    switch column {
    case .known(_, let column):
      let name = inLanguage(column)
      return dialect.dressed > 0 && random.chance(150) ? WriteDress.heading(name, using: &random) : name
    case .extra(let name): return name
    }
  }

  private mutating func inLanguage(_ word: some Worded) -> String {
    switch dialect.language {
    case .english: word.english
    case .chinese: word.chinese
    case .mixed: random.chance(500) ? word.english : word.chinese
    }
  }

  private mutating func note(mayBreak: Bool) -> String {
    random.pick(["", "ok", "a, b", "said \"yes\"", mayBreak ? "two\nlines" : "one line", "见附件"])
  }

  private mutating func spell(_ cell: Cell) -> String {
    let text = plainly(cell)
    guard dialect.dressed > 0, random.chance(dialect.dressed) else { return text }
    return WriteDress.dress(cell, text, using: &random)
  }

  private mutating func plainly(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .id(let text), .nonsense(let text): text
    case .money(let fen): dialect.manySpellings ? anyMoney(fen) : Rational(fen: fen).yuanText
    case .count(let count):
      dialect.manySpellings && count < 1000 ? random.pick(["", "0", "00"]) + "\(count)" : "\(count)"
    case .day(let day):
      dialect.manySpellings && random.chance(500)
        ? random.pick(["\(day.year)/\(day.month)/\(day.day)", WriteDress.day(day, "/", "/")]) : day.isoText
    case .peril(let peril): inLanguage(peril)
    case .group(let group): inLanguage(group)
    case .cause(let cause): inLanguage(cause)
    case .answer(let answer): inLanguage(answer)
    }
  }

  /// `1234.50`, `1234.5`, `1,234.50`, `001234.50`; whole yuan also without decimals.
  private mutating func anyMoney(_ fen: Int) -> String {
    var decimals = "." + String(fen.magnitude % 100 + 100).dropFirst()
    if decimals == ".00", random.chance(500) {
      decimals = ""
    } else if decimals.utf8.last == 0x30, random.chance(500) {
      decimals.removeLast()
    }
    var yuan = String(fen.magnitude / 100)
    if random.chance(400) {
      yuan = grouped(yuan)
    } else if random.chance(30) {
      yuan = String(repeating: "0", count: random.pick([1, 3, 25])) + yuan
    }
    return (fen < 0 ? "-" : "") + yuan + decimals
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}
