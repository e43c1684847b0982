package import Units

/// How a table that is read is written down.
public enum TableFormat: String, CaseIterable, Sendable {
  case csv, ndjson
}

/// An opened table: its encoding and format told, its header read, ready to hand out blocks.
package final class TableSource {
  /// How many bytes at the start decide on encoding and format.
  package static let sampleSize = 1 << 20

  /// The file, or the text of the sheets that are read of a workbook.
  package let file: InputFile
  /// How many bytes the file has on the disk, where the system knows.
  package let inputSize: Int?
  /// Told from the first bytes, or as the user said.
  package let encoding: TableEncoding
  /// Told from the first characters: `{` begins NDJSON, and `[` an array of the same.
  package let format: TableFormat
  /// Its rows, in its format: those of the file, or of each sheet that is read.
  private let parts: [any RowSource]
  private let workbook: OpenWorkbook?
  /// How many lines stand before the first row.
  package var headerLines: Int { parts[0].headerLines }

  /// What is known of a workbook, of which some sheets are read.
  private struct OpenWorkbook {
    let sheets: SheetSupply
    /// As they are shown, in the order in which they are read.
    let names: [String]
    let hidden: [String]
    let others: [String]
  }

  private init(
    file: InputFile, inputSize: Int?, encoding: TableEncoding = .utf8, format: TableFormat = .csv,
    parts: [any RowSource], workbook: OpenWorkbook? = nil
  ) {
    self.file = file
    self.inputSize = inputSize
    self.encoding = encoding
    self.format = format
    self.parts = parts
    self.workbook = workbook
  }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - keepsPast: whether blocks may be asked for again.
  ///   - diagnostics: receives what is wrong with the header, or with the choice of a sheet.
  /// - Returns: `nil` where the header cannot be used; `diagnostics` says why.
  package static func open(
    _ path: String, wanted: [Column], _ reading: TableReading = TableReading(), keepsPast: Bool = false,
    diagnostics: inout [Diagnostic]
  ) throws(TableError) -> TableSource? {
    guard try reading.headings.areSound(&diagnostics) else { return nil }
    var file = try InputFile(path: path)
    let inputSize = file.size
    var sample = try file.peek(sampleSize)
    let meant = ColumnRoles(wanted, ignoring: reading.ignored, reading.headings)
    switch FileLook.told(by: sample) {
    case .text: break
    case .archive:
      return try openWorkbook(file, meant, reading.sheets, keepsPast: keepsPast, &diagnostics)
    case .foreign(let foreign):
      // A plain file is told surer by all of it.
      if inputSize != nil { _ = try WorkbookFile(file) }
      throw .workbook(path, .foreign(foreign))
    }
    let encoding =
      unsafe reading.encoding ?? sample.withUnsafeBufferPointer { unsafe TableEncoding.detect($0) }
    func take(_ supply: any ByteSupply) throws(TableError) {
      file = InputFile(path: path, supply)
      sample = try file.peek(sampleSize)
    }
    if encoding == .utf16 {
      try take(UTF16Supply(file, isBigEndian: sample.starts(with: TableEncoding.bigEndianMark)))
    }
    // Almost every text has a line feed in its first line: only where there is none is the other one looked for.
    if !sample.contains(0x0A), sample.contains(0x0D) { try take(ReturnSupply(file)) }
    let isArray = TableBeginning(path, sample, encoding).isJSONArray
    if isArray {
      try take(JSONArraySupply(file, isGB18030: encoding == .gb18030))
    }
    if keepsPast { try file.keepPast() }
    let beginning = TableBeginning(path, sample, encoding)
    let format = isArray ? .ndjson : beginning.format
    let rows = format.source(beginning, meant, diagnostics: &diagnostics)
    let strays = reading.sheets.areOfSeveral ? [] : reading.sheets.unread
    diagnostics += strays
    guard let rows, strays.isEmpty else { return nil }
    return TableSource(file: file, inputSize: inputSize, encoding: encoding, format: format, parts: [rows])
  }

  /// Opens the sheets of a workbook that are meant.
  private static func openWorkbook(
    _ file: InputFile, _ meant: ColumnRoles, _ named: NamedSheets, keepsPast: Bool,
    _ diagnostics: inout [Diagnostic]
  ) throws(TableError) -> TableSource? {
    let (path, inputSize, before) = (file.path, file.size, diagnostics.count)
    try file.keepPast()
    let book = try WorkbookFile(file)
    let chosen = try SheetChoice(path: path, book: book, meant: meant, named: named).choose(&diagnostics)
    var sheets: [HeadedSheet] = []
    for candidate in chosen {
      guard let header = candidate.search.header(at: candidate.place, &diagnostics) else { continue }
      sheets.append(HeadedSheet(sheet: candidate.sheet, header: header))
    }
    guard diagnostics.count == before, let text = chosen.first?.text else { return nil }
    let supply = SheetSupply(path, book, sheets, text.source, text.file)
    let rows = InputFile(path: path, supply)
    if keepsPast { try rows.keepPast() }
    let unread = book.sheets.filter { sheet in !sheets.contains { $0.sheet == sheet } }
    let workbook = OpenWorkbook(
      sheets: supply, names: sheets.map(\.sheet.shownName),
      hidden: unread.filter(\.isHidden).map(\.shownName),
      others: unread.filter { !$0.isHidden }.map(\.shownName))
    return TableSource(
      file: rows, inputSize: inputSize, parts: sheets.map { CSVRows($0.header, isSheet: true) },
      workbook: workbook)
  }

  /// Hands out once more the rows that were read before, up to the byte `end`.
  package func pastBlocks(size: Int, upTo end: Int) -> BlockReader {
    BlockReader(
      file: file, start: parts[0].bodyStart, blockSize: size, separator: parts[0].separator, pastEnd: end,
      sheets: workbook?.sheets)
  }

  /// Hands out the rows below the header, block by block.
  package func blocks(size: Int) throws(TableError) -> BlockReader {
    try file.skip(parts[0].bodyStart)
    return BlockReader(
      file: file, start: parts[0].bodyStart, blockSize: size, separator: parts[0].separator)
  }

  /// The place, from 1, of a column that is there, in one sheet at least.
  package func column(of role: Int) -> Int? {
    parts.lazy.map { $0.layout.columnOfRole[role] }.first { $0 > 0 }
  }

  /// Whether a column is there, in one sheet at least.
  package func has(_ role: Int) -> Bool { column(of: role) != nil }

  // MARK: Parts

  /// What the rows of a block are part of: the file, or a sheet.
  struct Part {
    /// From 0.
    let index: Int
    let rows: any RowSource
    /// The sheet, as it is shown.
    let sheet: String?
    /// By how much the numbers of its lines are ahead of its rows.
    let ahead: Int
  }

  func part(of block: Block) -> Part {
    guard let workbook else { return Part(index: 0, rows: parts[0], sheet: nil, ahead: 0) }
    let place = workbook.sheets.place(ofByte: block.offset)
    return Part(
      index: place.part, rows: parts[place.part], sheet: workbook.names[place.part], ahead: place.ahead)
  }
}

// MARK: Notes

extension TableSource {
  /// What was left out so far.
  ///
  /// - Parameter columns: all that such a table may have, also where they were not asked for.
  package func notes(besides columns: [Column]) -> TableNotes {
    let known = ColumnRoles(columns)
    var unknown: [String] = []
    for name in parts.flatMap(\.layout.unknown) where known[name] == nil && !unknown.contains(name) {
      unknown.append(name)
    }
    return TableNotes(titleRows: parts.reduce(0) { $0 + $1.titleRows }, unknownColumns: unknown)
  }

  /// The headers as they were understood: none of NDJSON, and of a workbook one for each sheet that is read.
  package var headers: [TableHeader] {
    parts.enumerated().compactMap { index, part in
      (part as? CSVRows).map { TableHeader($0, sheet: workbook?.names[index]) }
    }
  }

  /// What is to be said of a workbook once its rows were read.
  package var workbookNotes: WorkbookNotes? {
    guard let workbook else { return nil }
    var notes = WorkbookNotes(sheets: workbook.names, hidden: workbook.hidden, others: workbook.others)
    for (name, sheet) in zip(workbook.names, workbook.sheets.notes) {
      notes.add(sheet, of: workbook.names.count > 1 ? name : nil)
    }
    return notes
  }
}
