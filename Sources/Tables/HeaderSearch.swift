import Units

/// Looks for the header of a table: the row that names the columns, among the first rows.
struct HeaderSearch {
  /// What was found.
  struct Found {
    let layout: ColumnLayout
    /// What the columns are called.
    let headings: [String]
    /// The lines that it takes.
    let rows: ClosedRange<Int>
    let separator: UInt8
    /// How many lines stand before the first row below the header.
    let lines: Int
    /// How many bytes do.
    let length: Int
    /// How many rows above the header say something.
    let titleRows: Int
  }

  /// Among how many rows a header is looked for.
  static let rowLimit = 30
  /// How many rows a header may have.
  private static let heightLimit = 3
  private static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

  private let beginning: TableBeginning
  private let meant: ColumnRoles

  init(_ beginning: TableBeginning, _ meant: ColumnRoles) {
    self.beginning = beginning
    self.meant = meant
  }

  /// Rows that name columns.
  struct Place {
    let table: HeaderRows
    let index: Int
    let height: Int
    /// Whether every column needed is among them.
    let isWhole: Bool
  }

  /// The first row that has every column needed; or else two or three rows that have them together. `nil` where there is
  /// none: `diagnostics` tells what the row lacks that comes nearest.
  func find(_ diagnostics: inout [Diagnostic]) -> Found? {
    header(at: look(), &diagnostics)
  }

  /// The first row that has every column needed; or else two or three rows that have them together; or else the row that
  /// comes nearest. `nil` where no row says anything.
  func look() -> Place? {
    let separators = beginning.isSheet ? [UInt8(ascii: ",")] : HeaderSearch.separators
    var tables =
      stated.map { [HeaderRows(beginning, from: $0.length, lines: 1, separator: $0.separator)] }
      ?? separators.map { HeaderRows(beginning, from: beginning.start, lines: 0, separator: $0) }
    for place in tables.indices {
      while let index = tables[place].readNext() {
        if meant.areEnough(tables[place].rows[index].names) {
          return Place(table: tables[place], index: index, height: 1, isWhole: true)
        }
      }
    }
    for height in 2...HeaderSearch.heightLimit {
      for table in tables {
        for index in table.rows.indices where index + height <= table.rows.count {
          if meant.areEnough(table.names(index, height)) {
            return Place(table: table, index: index, height: height, isWhole: true)
          }
        }
      }
    }
    return nearest(tables).map { Place(table: $0, index: $1, height: 1, isWhole: false) }
  }

  /// The columns needed that are not at a place.
  func lacking(at place: Place?) -> [Column] {
    let names = place.map { $0.table.names($0.index, $0.height) } ?? []
    return meant.missing(in: names).map { meant.wanted[$0] }
  }

  /// What a first line like `sep=;`, which spreadsheets understand, says of the separator.
  private var stated: (separator: UInt8, length: Int)? {
    if beginning.isSheet { return nil }
    let rest = beginning.sample[beginning.start...]
    let line = rest.prefix { $0 != 0x0A }
    let text = String(decoding: line, as: UTF8.self).filter { $0 != "\"" && $0 != "\r" }.lowercased()
    guard text.hasPrefix("sep="), let mark = text.utf8.dropFirst(4).first, text.utf8.count == 5,
      HeaderSearch.separators.contains(mark)
    else { return nil }
    return (mark, beginning.start + min(rest.count, line.count + 1))
  }

  /// The header at a place; `nil` where it cannot be used, which `diagnostics` tells.
  func header(at place: Place?, _ diagnostics: inout [Diagnostic]) -> Found? {
    guard let place else {
      diagnostics.append(noHeader)
      return nil
    }
    let (table, index, height) = (place.table, place.index, place.height)
    let last = table.rows[index + height - 1]
    let before = diagnostics.count
    let headings = table.names(index, height)
    let layout = ColumnLayout(
      header: headings, meant,
      place: { table.rows[index].place(of: $0, file: beginning.path) }, diagnostics: &diagnostics)
    if diagnostics.count > before { return nil }
    return Found(
      layout: layout, headings: headings, rows: table.rows[index].line...max(last.line, last.lineEnd),
      separator: table.separator, lines: last.lineEnd, length: last.end, titleRows: index)
  }

  /// The row with the most columns that were asked for; where no row has any, the first.
  private func nearest(_ tables: [HeaderRows]) -> (HeaderRows, Int)? {
    var best: (table: HeaderRows, index: Int, count: Int)?
    for table in tables {
      for index in table.rows.indices {
        let count = meant.count(in: table.names(index, 1))
        if best.map({ count > $0.count }) ?? true { best = (table, index, count) }
      }
    }
    return best.map { ($0.table, $0.index) }
  }

  private var noHeader: Diagnostic {
    let needed = meant.wanted.filter(\.isRequired)
    return Diagnostic(
      "no-header", at: Diagnostic.Place(file: beginning.path, line: 1, column: 1),
      what: Wording(zh: "文件里没有表头", en: "the file has no header line"),
      fix: Wording(
        zh: "第一行应写列名：" + needed.map(\.chinese).joined(separator: "、"),
        en: "the first line must name the columns: " + needed.map(\.name).joined(separator: ",")))
  }
}

/// The first rows of a table that say something, their cells told apart as far as somebody has looked.
struct HeaderRows {
  let separator: UInt8
  private(set) var rows: [HeaderRow] = []
  private let beginning: TableBeginning
  /// How many bytes and lines of the file were looked at.
  private var (start, lines): (Int, Int)

  init(_ beginning: TableBeginning, from start: Int, lines: Int, separator: UInt8) {
    self.separator = separator
    self.beginning = beginning
    (self.start, self.lines) = (start, lines)
  }

  /// Reads the next of the rows, and says which it is; `nil` where there is none, or enough were looked at.
  mutating func readNext() -> Int? {
    let sample = beginning.sample
    while start < sample.count, rows.count < HeaderSearch.rowLimit {
      if sample[start] == 0x0A || sample[start] == 0x0D {
        if sample[start] == 0x0A { lines += 1 }
        start += 1
        continue
      }
      guard
        let row = HeaderRow(
          sample[start...], encoding: beginning.encoding, separator: separator, from: start, after: lines,
          isSheet: beginning.isSheet)
      else { return nil }
      (start, lines) = (row.end, row.lineEnd)
      if row.isEmpty { continue }
      rows.append(row)
      return rows.count - 1
    }
    return nil
  }

  /// The names that a header of so many rows gives its columns: what stands lowest in each.
  func names(_ index: Int, _ height: Int) -> [String] {
    guard height > 1 else { return rows[index].names }
    let parts = rows[index..<index + height].map(\.names)
    let width = parts.map(\.count).max() ?? 0
    return (0..<width).map { column in
      parts.last { column < $0.count && !$0[column].isEmpty }?[column] ?? ""
    }
  }
}

/// A row that may name columns.
struct HeaderRow {
  let names: [String]
  /// The line on which it begins, from 1.
  let line: Int
  /// How many lines the file has up to its end.
  let lineEnd: Int
  /// Where its successor begins in the file.
  let end: Int
  private let text: String
  private let separator: Character

  /// The first row of `bytes`, which begin at a byte of the file and after some lines.
  init?(
    _ bytes: ArraySlice<UInt8>, encoding: TableEncoding, separator: UInt8, from start: Int,
    after lines: Int, isSheet: Bool
  ) {
    let block = Block()
    let length = unsafe bytes.withUnsafeBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      let cut = unsafe RowCutter.cut(base, count: buffer.count, separator: separator, onlyFirst: true)
      // Where a quote is never closed, or no row ends, the first line is all there is to show.
      return unsafe cut.end > 0 ? cut.end : RowCutter.lineEnd(base, from: 0, count: buffer.count)
    }
    guard length > 0 else { return nil }
    block.fill(bytes.prefix(length))
    block.prepare(encoding)
    line = lines + 1
    lineEnd = lines + (isSheet ? 1 : bytes.prefix(length).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 })
    end = start + length
    text = block.string
    self.separator = Character(Unicode.Scalar(separator))
    names = HeaderRow.cells(of: text, separator: Unicode.Scalar(separator))
  }

  /// Whether nothing stands in it.
  var isEmpty: Bool { names.allSatisfy(\.isEmpty) }

  /// The cells of a row. Headers are short: this is the plain way of taking a row apart. By scalars: a mark that
  /// combines with the comma before it hides no comma from the scanner either.
  static func cells(of text: String, separator: Unicode.Scalar) -> [String] {
    var names: [String] = []
    var name = ""
    var quoted = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\"", quoted || name.isEmpty || previous == "\"" {
        if !quoted, previous == "\"", !name.isEmpty { name.unicodeScalars.append(scalar) }
        quoted.toggle()
      } else if scalar == separator, !quoted {
        names.append(name)
        name = ""
      } else if quoted || !scalar.properties.isWhitespace || scalar == " " || scalar == "\t" {
        name.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    names.append(name)
    return names.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  }

  func place(of column: Int, file: String) -> Diagnostic.Place {
    let excerpt = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    var at = 1
    var cells = 0
    for character in excerpt {
      if cells == column { break }
      if character == separator { cells += 1 }
      at += 1
    }
    return Diagnostic.Place(file: file, line: lineEnd, column: at, excerpt: excerpt)
  }
}
