/// A table on its way to where it goes: what stands before its rows, rows in the table's form, and what stands behind them.
package final class TableOutput {
  /// How rows are written that are handed over.
  package let form: any RowForm
  private let sink: any ByteSink
  private let book: WorkbookWriter?
  private var hasBegun = false

  package init(to sink: any ByteSink, _ table: TableOutline, _ style: TableStyle) {
    self.sink = sink
    form = style.form(table)
    book = (form as? WorkbookForm).map { WorkbookWriter($0, to: sink) }
  }

  /// Writes what stands before the first row, if that was not done.
  package func begin() throws(TableError) {
    if hasBegun { return }
    hasBegun = true
    if let book { try book.begin() } else { try sink.write(form.header) }
  }

  /// Takes rows.
  package func add(_ bytes: UnsafeBufferPointer<UInt8>, rows: Int) throws(TableError) {
    try begin()
    if let book { try unsafe book.add(bytes, rows: rows) } else { try unsafe sink.write(bytes) }
  }

  /// Writes what stands behind the last row.
  ///
  /// - Parameter sums: what columns add up to, where the format has a row for it.
  package func finish(_ sums: [Int: TableSum] = [:]) throws(TableError) {
    try begin()
    try book?.finish(sums)
  }
}
