package import Units

/// How a table is written down.
public enum TableFormat: String, CaseIterable, Sendable {
  case csv, ndjson
}

/// An opened table: its encoding and format told, its header read, ready to hand out blocks.
package final class TableSource {
  /// How many bytes at the start decide on encoding and format.
  package static let sampleSize = 1 << 20

  /// The file.
  package let file: InputFile
  /// Told from the first bytes, or as the user said.
  package let encoding: TableEncoding
  /// Told from the first character: `{` begins NDJSON.
  package let format: TableFormat
  /// Which column holds what.
  package let layout: ColumnLayout
  /// How many lines stand before the first row.
  package let headerLines: Int
  /// How many bytes stand before the first row.
  package let bodyStart: Int

  private init(
    file: InputFile, encoding: TableEncoding, format: TableFormat, layout: ColumnLayout, headerLines: Int,
    bodyStart: Int
  ) {
    self.file = file
    self.encoding = encoding
    self.format = format
    self.layout = layout
    self.headerLines = headerLines
    self.bodyStart = bodyStart
  }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - encoding: as the user said; `nil` to tell it from the first ``sampleSize`` bytes.
  ///   - keepsPast: whether blocks may be asked for again.
  ///   - diagnostics: receives what is wrong with the header.
  /// - Returns: `nil` where the header cannot be used; `diagnostics` says why.
  package static func open(
    _ path: String, wanted: [Column], encoding: TableEncoding?, keepsPast: Bool = false,
    diagnostics: inout [Diagnostic]
  ) throws(TableError) -> TableSource? {
    let file = try InputFile(path: path, keepsPast: keepsPast)
    let sample = try file.peek(sampleSize)
    let encoding = unsafe encoding ?? sample.withUnsafeBufferPointer { unsafe TableEncoding.detect($0) }
    var start = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let firstVisible = sample[start...].first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    if firstVisible == UInt8(ascii: "{") {
      return TableSource(
        file: file, encoding: encoding, format: .ndjson, layout: ColumnLayout(roles: wanted.count),
        headerLines: 0,
        bodyStart: start)
    }
    var lines = 0
    while start < sample.count, let row = HeaderRow(sample[start...], encoding: encoding) {
      lines += row.lines
      start += row.length
      if row.isBlank { continue }
      let before = diagnostics.count
      let layout = ColumnLayout(
        header: row.names, wanted: wanted,
        place: { row.place(of: $0, file: path, line: lines) }, diagnostics: &diagnostics)
      if diagnostics.count > before { return nil }
      return TableSource(
        file: file, encoding: encoding, format: .csv, layout: layout, headerLines: lines, bodyStart: start)
    }
    diagnostics.append(
      Diagnostic(
        "no-header", at: Diagnostic.Place(file: path, line: 1, column: 1),
        what: Wording(zh: "文件里没有表头", en: "the file has no header line"),
        mend: Wording(
          zh: "第一行应写列名：" + wanted.filter(\.isRequired).map(\.chinese).joined(separator: ","),
          en: "the first line names the columns: "
            + wanted.filter(\.isRequired).map(\.name).joined(separator: ","))))
    return nil
  }

  /// Hands out once more the rows that were read before, up to the byte `end`.
  package func pastBlocks(size: Int, upTo end: Int) -> BlockReader {
    BlockReader(file: file, start: bodyStart, blockSize: size, quoted: format == .csv, pastEnd: end)
  }

  /// Hands out the rows below the header, block by block.
  package func blocks(size: Int) throws(TableError) -> BlockReader {
    try file.skip(bodyStart)
    return BlockReader(file: file, start: bodyStart, blockSize: size, quoted: format == .csv)
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
