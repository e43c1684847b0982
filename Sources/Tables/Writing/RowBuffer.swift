/// Rows of a table on their way out, in one form.
final class RowBuffer {
  /// What was written and not yet taken.
  let output = OutputBuffer()
  /// How many rows that is.
  private(set) var count = 0
  private let form: any RowForm
  private let columns: Int

  init(_ form: any RowForm, columns: Int) {
    self.form = form
    self.columns = columns
  }

  /// Adds a row that `write` fills, cell by cell.
  ///
  /// - Parameter texts: how many bytes its texts have together.
  func add(texts: Int, _ write: (inout CellWriter) -> Void) {
    let place = unsafe output.room(for: CellWriter.room(texts: texts, columns: columns))
    var cells = unsafe CellWriter(place, form)
    unsafe write(&cells)
    unsafe output.advance(to: cells.finish())
    count += 1
  }

  /// Adds a row of texts, with a cell for each column.
  func add(_ cells: [String?]) {
    precondition(cells.count == columns, "a row has a cell for each column")
    let texts = cells.map { Array(($0 ?? "").utf8) }
    unsafe add(texts: texts.reduce(0) { $0 + $1.count }) { writer in
      for text in texts { unsafe writer.text(text) }
    }
  }

  /// Forgets the rows, keeps the room.
  func removeAll() {
    output.removeAll()
    count = 0
  }
}
