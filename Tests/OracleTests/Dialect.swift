import TestKit
import WorkbookKit

/// How a county's sheets are written down: language, spelling, shape and bytes.
struct Dialect: Sendable {
  enum Language: CaseIterable { case english, chinese, mixed }
  enum Encoding: CaseIterable { case utf8, utf8WithMark, gb18030, workbook }

  var language = Language.english
  var encoding = Encoding.utf8
  var crlf = false
  var shuffledColumns = false
  var extraColumns = false
  /// How many cells in a thousand stand in quotes without need, or between spaces.
  var quotes = 0
  var spaces = 0
  /// Whether one value may be spelled in several ways: `1,000.00` and `1000`, `2018-03-05` and `2018/3/5`.
  var manySpellings = false
  /// How many cells in a thousand are written in another dress.
  var dressed = 0
  var blankLines = false
  var endsWithNewline = true
  /// Whether the file ends within a quoted cell: one more reject.
  var endsInsideQuotes = false

  static let plain = Dialect()

  /// Any dialect of a language.
  static func any(_ language: Language, using random: inout Seeded) -> Dialect {
    let encodings: [Encoding] =
      language == .english ? [.utf8, .utf8WithMark] : [.utf8, .utf8WithMark, .gb18030, .gb18030]
    var dialect = Dialect(language: language, encoding: random.pick(encodings))
    dialect.crlf = random.chance(400)
    dialect.shuffledColumns = random.chance(700)
    dialect.extraColumns = random.chance(600)
    dialect.quotes = random.pick([0, 100, 1000])
    dialect.spaces = random.pick([0, 0, 100])
    dialect.manySpellings = random.chance(800)
    dialect.dressed = random.pick([0, 100, 900])
    dialect.blankLines = random.chance(400)
    dialect.endsWithNewline = random.chance(700)
    dialect.endsInsideQuotes = random.chance(200)
    return dialect
  }

  /// The same in a workbook, as far as one can have it.
  var inWorkbook: Dialect {
    var dialect = self
    dialect.encoding = .workbook
    dialect.crlf = false
    dialect.endsWithNewline = true
    dialect.endsInsideQuotes = false
    return dialect
  }
}

/// One file as the oracle reads it, and as it goes to the disk.
struct WrittenFile {
  let text: Bytes
  let file: Bytes
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
  private var text = Bytes()
  /// The rows of a workbook, and whether its numbers and days are such.
  private var rows: [[OfficeWorkbook.Cell]] = []
  private var isWorkbook: Bool { dialect.encoding == .workbook }

  static func write(
    _ rows: [SheetRow], _ columns: [Column], _ dialect: Dialect, seed: UInt64
  ) throws -> WrittenFile {
    var writer = WriteSheet(columns, dialect, seed: seed)
    writer.writeAll(rows)
    switch dialect.encoding {
    case .utf8: return WrittenFile(text: writer.text, file: writer.text)
    case .utf8WithMark: return WrittenFile(text: writer.text, file: [0xEF, 0xBB, 0xBF] + writer.text)
    case .workbook:
      let notes = OfficeWorkbook.Sheet("说明", [[.text("见申请表")]])
      let book = OfficeWorkbook([OfficeWorkbook.Sheet("表", writer.rows), notes])
      return WrittenFile(text: writer.text, file: book.bytes)
    case .gb18030: return WrittenFile(text: writer.text, file: try GB18030.encode(writer.text))
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

  private mutating func writeAll(_ rows: [SheetRow]) {
    if dialect.blankLines { endLine() }
    write(cells: layout.map { header($0) })
    endLine()
    for (place, row) in rows.enumerated() {
      write(row)
      if place < rows.count - 1 || dialect.endsWithNewline || dialect.endsInsideQuotes { endLine() }
      if dialect.blankLines, random.chance(20) { endLine() }
    }
    if dialect.blankLines, dialect.endsWithNewline {
      for _ in 0..<3 { endLine() }
    }
    if !dialect.endsWithNewline, !dialect.endsInsideQuotes, random.chance(500) {
      endLine()
      text += Bytes(of: "torn")
    }
    if dialect.endsInsideQuotes { text += Bytes(of: "last,\"open, and never closed") }
  }

  private mutating func endLine() {
    text += Bytes(of: dialect.crlf ? "\r\n" : "\n")
    if isWorkbook, rows.isEmpty || hasEnded { rows.append([]) }
    hasEnded = true
  }

  /// Where in the row an amount is written with a comma and without quotes.
  private var splitsAt: Int?

  /// Whether the last row was ended.
  private var hasEnded = false

  private mutating func header(_ column: Layout) -> String {
    switch column {
    case .known(_, let column): inLanguage(column)
    case .extra(let name): name
    }
  }

  private mutating func inLanguage(_ word: some Worded) -> String {
    switch dialect.language {
    case .english: word.english
    case .chinese: word.chinese
    case .mixed: random.chance(500) ? word.english : word.chinese
    }
  }

  private mutating func write(_ row: SheetRow) {
    var cells = layout.map { column -> String in
      switch column {
      case .known(let place, _): spell(row[place])
      case .extra: note(mayBreak: row.isWhole && !isWorkbook)
      }
    }
    switch row.fault {
    case nil:
      // Empty cells beyond the header are no fault.
      if dialect.manySpellings, random.chance(10) { cells += ["", ""] }
    case .moreCells: cells += random.chance(500) ? ["1"] : ["", "", "more"]
    // A workbook has no quotes, and no commas that could be taken for others: there it is a cell too many.
    case .splitAmount:
      if let money = splitPlace {
        let parts = [random.pick(["18", "1", "234"]), random.pick(["000.00", "500"])]
        cells.replaceSubrange(money..<min(money + 2, cells.count), with: parts)
        splitsAt = money
      } else {
        cells.append("a\"b")
      }
    case .badQuoting: if isWorkbook { cells.append("a\"b") } else { cells.removeLast() }
    }
    write(cells: cells)
    if row.fault == .badQuoting, !isWorkbook {
      text += Bytes(of: random.pick([",a\"b", ",\"a\"b", ",a\"\""]))
    }
  }

  /// Where an amount can take the next cell's place: not that of the id, by which a household is known.
  private var splitPlace: Int? {
    guard !isWorkbook else { return nil }
    return layout.indices.first { place in
      guard case .known(_, let column) = layout[place], column == .amount || column == .income else {
        return false
      }
      guard place + 1 < layout.count, case .known(_, .householdID) = layout[place + 1] else { return true }
      return false
    }
  }

  private mutating func write(cells: [String]) {
    if isWorkbook {
      rows.append(cells.map { inWorkbook($0) })
      hasEnded = false
    }
    let split = splitsAt
    splitsAt = nil
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      var bytes = Bytes(of: cell)
      if dialect.spaces > 0, random.chance(dialect.spaces) { bytes = Bytes(of: "  \(cell) ") }
      let plain = OracleRun.quoted(bytes)
      if let split, place == split || place == split + 1 {
        text += plain
        continue
      }
      // Whoever means two cells does not let them be read as one.
      let pair = [bytes, Bytes(of: place + 1 < cells.count ? cells[place + 1] : "")]
      let isLikeSplit = ReadTotals.isSplit(
        RawRow(line: 0, cells: pair, inQuotes: [false, false], badlyQuoted: false, isTorn: false), at: 0)
      let quotes = isLikeSplit || dialect.quotes > 0 && random.chance(dialect.quotes)
      if plain.count == bytes.count, quotes {
        text += Bytes(of: "\"") + bytes + Bytes(of: "\"")
      } else {
        text += plain
      }
    }
  }

  /// What is written as a number or a day may be one, if it comes out as it was.
  private mutating func inWorkbook(_ text: String) -> OfficeWorkbook.Cell {
    if text.isEmpty { return .empty }
    guard random.chance(800) else { return .text(text) }
    if text.wholeMatch(of: /0|-?(0|[1-9][0-9]{0,12})\.[0-9]?[1-9]|-?[1-9][0-9]{0,12}/) != nil {
      return .number(text)
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    if parts.count == 3, (1901...2100).contains(parts[0]), (1...12).contains(parts[1]) {
      let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
      if day.isoText == text, (1...CalendarDay.days(inMonth: day.month, of: day.year)).contains(day.day) {
        return .day(year: day.year, month: day.month, day: day.day)
      }
    }
    return .text(text)
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
        ? random.pick(["\(day.year)/\(day.month)/\(day.day)", day.isoText.replacing("-", with: "/")])
        : day.isoText
    case .peril(let peril): inLanguage(peril)
    case .group(let group): inLanguage(group)
    case .cause(let cause): inLanguage(cause)
    case .compensated(let compensated): inLanguage(compensated)
    }
  }

  /// `1234.50`, `1234.5`, `1,234.50`, `001234.50`; whole yuan also without decimals.
  private mutating func anyMoney(_ fen: Int) -> String {
    var decimals = "." + String(fen.magnitude % 100 + 100).dropFirst()
    if decimals == ".00", random.chance(500) {
      decimals = ""
    } else if decimals.hasSuffix("0"), random.chance(500) {
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
