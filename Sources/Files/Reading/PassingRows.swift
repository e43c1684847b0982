package import Tables
import Units

/// Reads a table without amounts whose rows nobody keeps: each is looked at, and let go.
package struct PassingRows<File: TableFile> {
  /// What of the table was left out, and what its rows gave rise to.
  package private(set) var notes: TableNotes
  /// How many cells wore another dress.
  package private(set) var dress = DressCount()
  private let source: TableSource
  private let columns: [Column]

  /// - Parameter columns: all that such a file may have, each in its role's place.
  package init(_ source: TableSource, _ columns: [Column]) {
    precondition(!columns.contains { $0.content == .money }, "amounts are held against their totals")
    self.source = source
    self.columns = columns
    notes = source.notes(besides: File.columns)
  }

  /// Hands every row to `body`, with those cells of it that are asked for, or why it cannot be taken apart.
  ///
  /// - Parameter body: says whether the row could be read.
  package mutating func each(
    _ asked: [File.Role], progress: (_ bytes: Int, _ rows: Int) -> Void,
    _ body: (Result<FileRow<File>, Reject>) -> Bool
  ) throws(TableError) {
    let amounts = TableAmounts(File.kind)
    let roles = asked.map(\.rawValue)
    var (rows, totals, dress) = (RowNotes(), 0, DressCount())
    try unsafe TableRows.each(source, columns, notes: &rows, progress: progress) { shape, scanner, line in
      if unsafe amounts.totals(shape, scanner) != nil {
        totals += 1
        return
      }
      if let fault = unsafe amounts.fault(shape, scanner, line) {
        _ = body(.failure(fault))
        return
      }
      let tally = DressTally()
      let row = unsafe FileRow<File>(Sheet.Cells(scanner, line, roles, tally), tally)
      if body(.success(row)) { dress += tally.count }
    }
    for _ in 0..<totals { rows.noteTotal() }
    notes.rows = rows
    notes.workbook = source.workbookNotes
    self.dress = dress
  }
}
