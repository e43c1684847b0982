/// Reads the rows of blocks into cells, whatever the table's format. One for each worker.
@safe
package final class RowReader {
  private let source: TableSource
  private let columns: [Column]
  private let cells: UnsafeMutablePointer<Cell>
  private let roles: UnsafeMutableBufferPointer<UInt8>
  private let lengths: UnsafeMutablePointer<Int>
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 0

  package init(_ source: TableSource, columns: [Column]) {
    self.source = source
    self.columns = columns
    // One for every role, and one for the cells of ignored columns.
    unsafe cells = .allocate(capacity: Int(ColumnLayout.ignored) + 1)
    unsafe roles = .allocate(capacity: max(1, source.layout.roles.count))
    _ = unsafe roles.initialize(fromContentsOf: source.layout.roles)
    unsafe lengths = .allocate(capacity: max(1, source.layout.columns))
    unsafe lengths.initialize(repeating: 0, count: max(1, source.layout.columns))
    unsafe scratch = .allocate(capacity: Block.padding)
  }

  deinit {
    unsafe cells.deallocate()
    unsafe roles.deallocate()
    unsafe lengths.deallocate()
    unsafe scratch.deallocate()
  }

  /// Begins a block: decodes it, looks at it as a whole, and hands out its rows. What it hands out is good until the
  /// next block begins.
  package func begin(_ block: Block) -> RowScanner {
    block.prepare(source.encoding)
    let isCSV = source.format == .csv
    // Cells taken out of quotes, or out of JSON, are written anew: with, all in all, no more bytes.
    if !isCSV || block.hasQuotes, block.count > scratchCapacity {
      unsafe scratch.deallocate()
      scratchCapacity = block.count
      unsafe scratch = .allocate(capacity: scratchCapacity + Block.padding)
    }
    for role in columns.indices { unsafe cells[role] = unsafe Cell(start: scratch, count: 0) }
    let csv = unsafe CSVScanner(
      block, roles: UnsafePointer(roles.baseAddress ?? scratch), columns: source.layout.columns,
      lengths: lengths, scratch: scratch)
    let ndjson = unsafe isCSV ? nil : NDJSONScanner(block, columns: columns, scratch: scratch)
    return unsafe RowScanner(
      cells: cells, roles: columns.count, csv: csv, ndjson: ndjson, layout: source.layout,
      checksText: !block.isWellFormed, mayHaveControls: !isCSV || block.traits.contains(.controls))
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
  private var csv: CSVScanner
  private let ndjson: NDJSONScanner?
  private let layout: ColumnLayout
  /// Whether cells may have bytes that are no characters in the table's encoding.
  package let checksText: Bool
  /// Whether cells may have control characters.
  package let mayHaveControls: Bool

  init(
    cells: UnsafeMutablePointer<Cell>, roles: Int, csv: CSVScanner, ndjson: NDJSONScanner?,
    layout: ColumnLayout,
    checksText: Bool, mayHaveControls: Bool
  ) {
    unsafe self.cells = unsafe cells
    unsafe self.roles = roles
    unsafe self.csv = unsafe csv
    unsafe self.ndjson = ndjson
    unsafe self.layout = layout
    unsafe self.checksText = checksText
    unsafe self.mayHaveControls = mayHaveControls
  }

  /// Reads the next row into ``cells``.
  package mutating func next() -> RowShape {
    if let ndjson = unsafe ndjson {
      let shape = unsafe ndjson.next(cells)
      unsafe line = ndjson.line
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
  package var lineCount: Int { unsafe ndjson?.lineCount ?? csv.lineCount }

  /// Where a fault in the shape of the row just read stands.
  package var faultColumn: Int { unsafe ndjson?.faultColumn ?? csv.faultColumn }

  /// Where the cell of a role stands in the row just read: the cell's number in CSV, the character in NDJSON, from 1.
  package func column(of role: Int) -> Int {
    unsafe ndjson?.positions[role] ?? layout.columnOfRole[role]
  }
}
