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
  /// Told from the first characters: `{` begins NDJSON, and `[` an array of the same.
  package let format: TableFormat
  /// Its rows, in its format.
  let rows: any RowSource
  /// Which column holds what.
  package let layout: ColumnLayout
  /// How many lines stand before the first row.
  package var headerLines: Int { rows.headerLines }
  /// How many rows above the header say something.
  package var titleRows: Int { rows.titleRows }

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
  ///   - ignored: headings that mean no column, though they look like one.
  ///   - keepsPast: whether blocks may be asked for again.
  ///   - diagnostics: receives what is wrong with the header.
  /// - Returns: `nil` where the header cannot be used; `diagnostics` says why.
  package static func open(
    _ path: String, wanted: [Column], encoding: TableEncoding?, ignoring ignored: [String] = [],
    keepsPast: Bool = false,
    diagnostics: inout [Diagnostic]
  ) throws(TableError) -> TableSource? {
    var file = try InputFile(path: path)
    var sample = try file.peek(sampleSize)
    let encoding = unsafe encoding ?? sample.withUnsafeBufferPointer { unsafe TableEncoding.detect($0) }
    func take(_ supply: any ByteSupply) throws(TableError) {
      file = InputFile(path: path, supply)
      sample = try file.peek(sampleSize)
    }
    if encoding == .utf16 {
      try take(UTF16Supply(file, isBigEndian: sample.starts(with: TableEncoding.bigEndianMark)))
    }
    if sample.contains(0x0D), !sample.contains(0x0A) { try take(ReturnSupply(file)) }
    let isArray = TableBeginning(path, sample, encoding).isJSONArray
    if isArray {
      try take(JSONArraySupply(file, isGB18030: encoding == .gb18030))
    }
    if keepsPast { try file.keepPast() }
    let beginning = TableBeginning(path, sample, encoding)
    let format = isArray ? .ndjson : beginning.format
    guard
      let rows = format.source(beginning, ColumnRoles(wanted, ignoring: ignored), diagnostics: &diagnostics)
    else { return nil }
    return TableSource(file: file, encoding: encoding, format: format, rows: rows)
  }

  /// Hands out once more the rows that were read before, up to the byte `end`.
  package func pastBlocks(size: Int, upTo end: Int) -> BlockReader {
    BlockReader(
      file: file, start: rows.bodyStart, blockSize: size, separator: rows.separator, pastEnd: end)
  }

  /// Hands out the rows below the header, block by block.
  package func blocks(size: Int) throws(TableError) -> BlockReader {
    try file.skip(rows.bodyStart)
    return BlockReader(
      file: file, start: rows.bodyStart, blockSize: size, separator: rows.separator)
  }
}
