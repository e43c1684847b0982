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
  /// Its rows, in its format.
  let rows: any RowSource
  /// Which column holds what.
  package let layout: ColumnLayout
  /// How many lines stand before the first row.
  package var headerLines: Int { rows.headerLines }

  private init(file: InputFile, encoding: TableEncoding, format: TableFormat, rows: any RowSource) {
    self.file = file
    self.encoding = encoding
    self.format = format
    self.rows = rows
    layout = rows.layout
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
    let beginning = TableBeginning(path, sample, encoding)
    let format = beginning.format
    guard let rows = format.source(beginning, wanted: wanted, diagnostics: &diagnostics) else { return nil }
    return TableSource(file: file, encoding: encoding, format: format, rows: rows)
  }

  /// Hands out once more the rows that were read before, up to the byte `end`.
  package func pastBlocks(size: Int, upTo end: Int) -> BlockReader {
    BlockReader(
      file: file, start: rows.bodyStart, blockSize: size, quoted: rows.quotesHideLineEnds, pastEnd: end)
  }

  /// Hands out the rows below the header, block by block.
  package func blocks(size: Int) throws(TableError) -> BlockReader {
    try file.skip(rows.bodyStart)
    return BlockReader(
      file: file, start: rows.bodyStart, blockSize: size, quoted: rows.quotesHideLineEnds)
  }
}
