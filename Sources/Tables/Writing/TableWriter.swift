/// A table of ours being written: its file is replaced as a whole on ``commit(_:)``, or not at all.
package final class TableWriter {
  private let file: OutputFile?
  private let output: TableOutput
  private let rows: RowBuffer

  private init(_ file: OutputFile?, to sink: any ByteSink, _ table: TableOutline, _ style: TableStyle) {
    self.file = file
    output = TableOutput(to: sink, table, style)
    rows = RowBuffer(output.form, columns: table.columns.count)
  }

  /// Writes to a file that was opened for it.
  package convenience init(_ output: OutputFile, _ table: TableOutline, _ style: TableStyle = TableStyle()) {
    self.init(output, to: output, table, style)
  }

  /// Opens the file, so that what cannot be written is known before anything is recorded. It is a workbook where its name
  /// says so.
  package convenience init(
    path: String, _ table: TableOutline, _ style: TableStyle = TableStyle()
  ) throws(TableError) {
    self.init(try OutputFile(path: path), table, style.suiting(path))
  }

  /// A table's bytes.
  package static func bytes(
    _ table: TableOutline, _ style: TableStyle = TableStyle(), rows: some Sequence<[String?]>
  ) throws(TableError) -> [UInt8] {
    let memory = OutputBuffer()
    let writer = TableWriter(nil, to: memory, table, style)
    for row in rows { try writer.add(row) }
    try writer.commit()
    return unsafe Array(memory.bytes)
  }

  /// Adds a row of texts, with a cell for each column.
  package func add(_ cells: [String?]) throws(TableError) {
    rows.add(cells)
    try flushIfFull()
  }

  /// Adds a row that `write` fills, cell by cell; its texts have as many bytes together as `texts` says.
  package func add(texts: Int, _ write: (inout CellWriter) -> Void) throws(TableError) {
    unsafe rows.add(texts: texts, write)
    try flushIfFull()
  }

  private func flushIfFull() throws(TableError) {
    if rows.output.count > 1 << 16 { try flush() }
  }

  private func flush() throws(TableError) {
    try unsafe output.add(rows.output.bytes, rows: rows.count)
    rows.removeAll()
  }

  /// Hands on what was added, and what stands behind it.
  ///
  /// - Parameter sums: what columns add up to, where the format has a row for it.
  package func finish(_ sums: [Int: TableSum] = [:]) throws(TableError) {
    try flush()
    try output.finish(sums)
  }

  /// Ends the table and puts the file in its place.
  package func commit(_ sums: [Int: TableSum] = [:]) throws(TableError) {
    try finish(sums)
    try file?.commit()
  }

  /// Gives up: the file is what it was.
  package func abandon() { file?.abandon() }
}
