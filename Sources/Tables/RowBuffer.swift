/// Rows of a table on their way out, in one format: first what stands before them, then row by row.
package final class RowBuffer {
  /// What was written and not yet taken.
  package let output = OutputBuffer()
  private let form: any RowForm
  private let columns: Int

  package init(_ columns: [String], _ format: TableFormat = .csv) {
    form = format.form(columns)
    self.columns = columns.count
    unsafe form.header.withUnsafeBufferPointer { unsafe output.append($0) }
  }

  /// Adds a row that `write` fills, cell by cell.
  ///
  /// - Parameter texts: how many bytes its texts have together.
  package func add(texts: Int, _ write: (inout CellWriter) -> Void) {
    // A byte becomes at most six; around each cell stand its name and marks, and numbers and days have their own room.
    var cells = unsafe CellWriter(output.room(for: 6 * texts + 96 * columns + 64), form)
    unsafe write(&cells)
    unsafe output.advance(to: cells.finish())
  }

  /// Adds a row of texts, with a cell for each column.
  package func add(_ cells: [String?]) {
    precondition(cells.count == columns, "a row has a cell for each column")
    let texts = cells.map { Array(($0 ?? "").utf8) }
    unsafe add(texts: texts.reduce(0) { $0 + $1.count }) { writer in
      for text in texts { unsafe writer.text(text) }
    }
  }
}
