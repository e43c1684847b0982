import Units

/// A table as CSV: a header names the columns, in any order.
struct CSVRows: RowSource {
  let layout: ColumnLayout
  let headerLines: Int
  let bodyStart: Int
  let quotesHideLineEnds = true

  /// Reads the header: the first row that is not blank.
  init?(_ beginning: TableBeginning, wanted: [Column], diagnostics: inout [Diagnostic]) {
    let (sample, path) = (beginning.sample, beginning.path)
    var start = beginning.start
    var lines = 0
    while start < sample.count, let row = HeaderRow(sample[start...], encoding: beginning.encoding) {
      lines += row.lines
      start += row.length
      if row.isBlank { continue }
      let before = diagnostics.count
      layout = ColumnLayout(
        header: row.names, wanted: wanted,
        place: { row.place(of: $0, file: path, line: lines) }, diagnostics: &diagnostics)
      if diagnostics.count > before { return nil }
      headerLines = lines
      bodyStart = start
      return
    }
    let needed = wanted.filter(\.isRequired)
    diagnostics.append(
      Diagnostic(
        "no-header", at: Diagnostic.Place(file: path, line: 1, column: 1),
        what: Wording(zh: "文件里没有表头", en: "the file has no header line"),
        fix: Wording(
          zh: "第一行应写列名：" + needed.map(\.chinese).joined(separator: "、"),
          en: "the first line must name the columns: " + needed.map(\.name).joined(separator: ","))))
    return nil
  }

  func rewritesCells(of block: Block) -> Bool { block.hasQuotes }

  func mayHaveControls(_ block: Block) -> Bool { block.traits.contains(.controls) }

  func cursor(_ block: Block, _ room: RowRoom) -> any RowCursor {
    let scanner = unsafe scanner(block, room)
    return unsafe scanner as any RowCursor
  }

  /// The cursor by its own name: what reads the rows of ten million claims asks it itself.
  func scanner(_ block: Block, _ room: RowRoom) -> CSVScanner {
    unsafe CSVScanner(block, room, layout)
  }
}

/// The row that names the columns.
private struct HeaderRow {
  let names: [String]
  let length: Int
  let lines: Int
  private let text: String

  /// The first row of `bytes`.
  init?(_ bytes: ArraySlice<UInt8>, encoding: TableEncoding) {
    let block = Block()
    let length = unsafe bytes.withUnsafeBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      let cut = unsafe RowCutter.cut(base, count: buffer.count, quoted: true, onlyFirst: true)
      // Where a quote is never closed, or no row ends, the first line is all there is to show.
      return unsafe cut.end > 0 ? cut.end : RowCutter.lineEnd(base, from: 0, count: buffer.count)
    }
    guard length > 0 else { return nil }
    block.fill(bytes.prefix(length))
    block.prepare(encoding)
    self.length = length
    lines = bytes.prefix(length).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    text = block.string
    names = HeaderRow.cells(of: text)
  }

  var isBlank: Bool { names.count == 1 && names[0].isEmpty }

  /// The names in the row. Headers are short: this is the plain way of taking a row apart. By scalars: a mark that
  /// combines with the comma before it hides no comma from the scanner either.
  private static func cells(of text: String) -> [String] {
    var names: [String] = []
    var name = ""
    var quoted = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\"", quoted || name.isEmpty || previous == "\"" {
        if !quoted, previous == "\"", !name.isEmpty { name.unicodeScalars.append(scalar) }
        quoted.toggle()
      } else if scalar == ",", !quoted {
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

  func place(of column: Int, file: String, line: Int) -> Diagnostic.Place {
    let excerpt = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    var at = 1
    var cells = 0
    for character in excerpt {
      if cells == column { break }
      if character == "," { cells += 1 }
      at += 1
    }
    return Diagnostic.Place(file: file, line: line, column: at, excerpt: excerpt)
  }
}
