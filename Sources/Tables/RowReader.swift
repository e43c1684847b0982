/// Reads the rows of blocks into cells, whatever the table's format. One for each worker.
@safe
package final class RowReader {
  private let source: TableSource
  private let columns: [Column]
  private let cells: UnsafeMutablePointer<Cell>
  private var roles: UnsafeMutableBufferPointer<UInt8>
  private var lengths: UnsafeMutablePointer<Int>
  /// What the block that was begun last is part of.
  private var part: TableSource.Part?
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 0

  package init(_ source: TableSource, columns: [Column]) {
    self.source = source
    self.columns = columns
    // One for every role, and one for the cells of ignored columns.
    unsafe cells = .allocate(capacity: Int(ColumnLayout.ignored) + 1)
    unsafe roles = .allocate(capacity: 0)
    unsafe lengths = .allocate(capacity: 0)
    unsafe scratch = .allocate(capacity: Block.padding)
  }

  deinit {
    unsafe cells.deallocate()
    unsafe roles.deallocate()
    unsafe lengths.deallocate()
    unsafe scratch.deallocate()
  }

  /// Makes itself ready for the columns of a part.
  private func take(_ layout: ColumnLayout) {
    unsafe roles.deallocate()
    unsafe lengths.deallocate()
    unsafe roles = .allocate(capacity: max(1, layout.roles.count))
    _ = unsafe roles.initialize(fromContentsOf: layout.roles)
    unsafe lengths = .allocate(capacity: max(1, layout.columns))
    unsafe lengths.initialize(repeating: 0, count: max(1, layout.columns))
  }

  /// The sheet that the block begun last is of; `nil` where the table is no workbook's.
  package var sheet: String? { part?.sheet }

  /// Where a line of the block that was begun last stands.
  package func line(_ number: Int) -> TableLine {
    guard let part, let sheet = part.sheet else { return TableLine(number) }
    return TableLine(number, SheetRow(name: sheet, row: number - part.ahead))
  }

  /// Begins a block: decodes it, looks at it as a whole, and hands out its rows. What it hands out is good until the
  /// next block begins.
  package func begin(_ block: Block) -> RowScanner {
    block.prepare(source.encoding)
    let next = source.part(of: block)
    let rows = next.rows
    if part?.index != next.index { take(rows.layout) }
    part = next
    // Cells taken out of quotes, or out of JSON, are written anew: with, all in all, no more bytes.
    if rows.rewritesCells(of: block), block.count > scratchCapacity {
      unsafe scratch.deallocate()
      scratchCapacity = block.count
      unsafe scratch = .allocate(capacity: scratchCapacity + Block.padding)
    }
    for role in columns.indices { unsafe cells[role] = unsafe Cell(start: scratch, count: 0) }
    let room = unsafe RowRoom(
      roles: UnsafePointer(roles.baseAddress ?? scratch), lengths: lengths, scratch: scratch
    )
    let csv = unsafe (rows as? CSVRows)?.scanner(block, room)
    return unsafe RowScanner(
      cells: cells, roles: columns.count, units: rows.layout.units, csv: csv ?? CSVScanner(nothingIn: room),
      other: csv == nil ? rows.cursor(block, room) : nil, checksText: !block.isWellFormed,
      isPlain: rows.isPlain(block))
  }
}

/// The rows of one block, one after another.
@unsafe
package struct RowScanner {
  /// The cells of the row just read, one for each role.
  package let cells: UnsafeMutablePointer<Cell>
  /// The line in the block on which the row just read begins, from 0.
  package private(set) var line = 0
  private let roles: Int
  private let units: [Heading.Unit]
  /// The cursor of CSV, asked without a protocol in between: almost all rows there are come by it. It has nothing where there
  /// is another one.
  private var csv: CSVScanner
  /// The cursor of any other format.
  private var other: (any RowCursor)?
  private let isCSV: Bool
  /// Whether cells may have bytes that are no characters in the table's encoding.
  package let checksText: Bool
  /// Whether all cells are ASCII without control characters.
  package let isPlain: Bool

  init(
    cells: UnsafeMutablePointer<Cell>, roles: Int, units: [Heading.Unit], csv: CSVScanner,
    other: (any RowCursor)?, checksText: Bool, isPlain: Bool
  ) {
    unsafe self.cells = unsafe cells
    unsafe self.roles = roles
    unsafe self.units = units
    unsafe self.csv = unsafe csv
    unsafe self.other = other
    unsafe isCSV = other == nil
    unsafe self.checksText = checksText
    unsafe self.isPlain = isPlain
  }

  /// The unit that the heading of a role's column states.
  package func unit(of role: Int) -> Heading.Unit { unsafe units[role] }

  /// Reads the next row into ``cells``.
  package mutating func next() -> RowShape {
    let cells = unsafe cells
    guard unsafe isCSV else {
      let shape = unsafe other?.next(cells) ?? .none
      unsafe line = unsafe other?.line ?? 0
      return shape
    }
    let shape = unsafe csv.next(cells)
    unsafe line = unsafe csv.line
    return shape
  }

  /// The role of a cell of the row just read whose bytes are no characters in the table's encoding.
  package var badlyEncodedRole: Int? {
    guard unsafe checksText else { return nil }
    return unsafe (0..<roles).first { role in
      unsafe !UTF8Text.isValid(cells[role].start, count: cells[role].count)
    }
  }

  /// How many lines the block has, once all its rows were read.
  package var lineCount: Int { unsafe other?.lineCount ?? csv.lineCount }

  /// How many rows of the block without anything in them were passed over so far.
  package var emptyRows: Int { unsafe other?.emptyRows ?? csv.emptyRows }

  /// The cells of the block so far that run over several lines which each look like a row: how many, and the line in
  /// the block, from 0, on which the row with the first of them begins.
  package var runOn: (count: Int, firstLine: Int) { unsafe csv.runOn }

  /// The text in which commas stand between cells; empty where something else does.
  package var commas: CommaText { unsafe csv.commas }

  /// The cells of the row just read, in the order of the file, those too that nobody asked for; in NDJSON those only
  /// that somebody did.
  package var rowCells: [String] {
    if unsafe isCSV { return unsafe csv.rowCells }
    let places = unsafe (0..<roles).map { unsafe (role: $0, column: column(of: $0)) }
    return places.filter { $0.column > 0 }.sorted { $0.column < $1.column }.map {
      unsafe cells[$0.role].string
    }
  }

  /// The bytes of the row just read.
  package var rowText: UnsafeBufferPointer<UInt8> {
    unsafe other?.rowText ?? csv.rowText
  }

  /// Where a fault in the shape of the row just read stands.
  package var faultColumn: Int { unsafe other?.faultColumn ?? csv.faultColumn }

  /// Where the cell of a role stands in the row just read: the cell's number in CSV, the character in NDJSON, from 1.
  package func column(of role: Int) -> Int {
    unsafe other?.column(of: role) ?? csv.column(of: role)
  }
}
