import Glibc

/// Reads the rows of blocks into cells, whatever the table's format. One for each worker.
@safe
package final class RowReader {
  /// The cells of the row just read, one for each role; good as long as the block's text is.
  package let cells: UnsafeMutablePointer<Cell>
  private let source: TableSource
  private let columns: [Column]
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 0
  private var csv: CSVScanner?
  private var ndjson: NDJSONScanner?
  private var mustCheckText = false
  private var brokenRole: Int?

  package init(_ source: TableSource, columns: [Column]) {
    self.source = source
    self.columns = columns
    unsafe cells = .allocate(capacity: columns.count)
    unsafe scratch = .allocate(capacity: Block.padding)
  }

  deinit {
    unsafe cells.deallocate()
    unsafe scratch.deallocate()
  }

  /// Begins a block: decodes it and looks at it as a whole.
  package func begin(_ block: Block) {
    block.prepare(source.encoding)
    let isCSV = source.format == .csv
    // Cells taken out of quotes, or out of JSON, are written anew: with, all in all, no more bytes.
    if !isCSV || block.hasQuotes, block.count > scratchCapacity {
      unsafe scratch.deallocate()
      scratchCapacity = block.count
      unsafe scratch = .allocate(capacity: scratchCapacity + Block.padding)
    }
    for role in columns.indices { unsafe cells[role] = unsafe Cell(start: scratch, count: 0) }
    if isCSV {
      unsafe csv = unsafe CSVScanner(block, layout: source.layout, scratch: scratch)
    } else {
      unsafe ndjson = unsafe NDJSONScanner(block, columns: columns, scratch: scratch)
    }
    mustCheckText = !block.isWellFormed
  }

  /// Reads the next row into ``cells``.
  package func next() -> RowShape {
    let shape = unsafe csv?.next(cells) ?? ndjson?.next(cells) ?? .none
    if mustCheckText { noteBrokenText() }
    return shape
  }

  private func noteBrokenText() {
    brokenRole = columns.indices.first { role in
      unsafe !UTF8Text.isValid(cells[role].start, count: cells[role].count)
    }
  }

  /// The role of a cell of the row just read whose bytes are no characters in the table's encoding.
  package var badlyEncodedRole: Int? { mustCheckText ? brokenRole : nil }

  /// The line in the block on which the row just read begins, from 0.
  package var line: Int { unsafe csv?.line ?? ndjson?.line ?? 0 }

  /// How many lines the block has, once all its rows were read.
  package var lineCount: Int { unsafe csv?.lineCount ?? ndjson?.lineCount ?? 0 }

  /// Where a fault in the shape of the row just read stands.
  package var faultColumn: Int { unsafe csv?.faultColumn ?? ndjson?.faultColumn ?? 0 }

  /// Where the cell of a role stands in the row just read: the cell's number in CSV, the character in NDJSON, from 1.
  package func column(of role: Int) -> Int {
    unsafe ndjson?.positions[role] ?? source.layout.columnOfRole[role]
  }
}
