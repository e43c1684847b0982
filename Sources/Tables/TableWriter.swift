/// A table of ours being written: its file is replaced as a whole on ``commit()``, or not at all.
package final class TableWriter {
  private let output: OutputFile
  private let rows: RowBuffer

  /// Writes to a file that was opened for it.
  package init(_ output: OutputFile, columns: [String], format: TableFormat = .csv) {
    self.output = output
    rows = RowBuffer(columns, format)
  }

  /// Opens the file, so that what cannot be written is known before anything is recorded.
  package convenience init(path: String, columns: [String], isPrivate: Bool = false) throws(TableError) {
    self.init(try OutputFile(path: path, isPrivate: isPrivate), columns: columns)
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

  /// Hands on what was added.
  package func flush() throws(TableError) {
    try unsafe output.write(rows.output.bytes)
    rows.output.removeAll()
  }

  /// Puts the file in its place.
  package func commit() throws(TableError) {
    try flush()
    try output.commit()
  }

  /// Gives up: the file is what it was.
  package func abandon() { output.abandon() }
}
