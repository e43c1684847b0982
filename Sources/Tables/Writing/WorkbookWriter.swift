/// A workbook of one sheet, written from front to back: nothing of it is kept.
final class WorkbookWriter {
  private let zip: ZipWriter
  private let form: WorkbookForm
  private let path: String
  /// How many rows were written, the header left out.
  private var rows = 0

  /// How many rows a sheet has, its header among them.
  private static let rowLimit = 1_048_576

  init(_ form: WorkbookForm, to sink: any ByteSink) {
    self.form = form
    path = sink.path
    zip = ZipWriter(to: sink)
  }

  /// Writes what stands before the first row.
  func begin() throws(TableError) {
    for part in WorkbookParts.all(sheet: form.table.name) {
      try zip.begin(part.path)
      try write(part.text)
      try zip.end()
    }
    try zip.begin(WorkbookParts.sheet)
    try write(WorkbookWriter.head(form.table.columns.map(\.content)))
    try unsafe form.header.withUnsafeBufferPointer { (header) throws(TableError) in
      try unsafe zip.write(header)
    }
  }

  /// Adds rows.
  func add(_ bytes: UnsafeBufferPointer<UInt8>, rows count: Int) throws(TableError) {
    rows += count
    if rows >= WorkbookWriter.rowLimit { throw .workbookFull(path, .rows) }
    if form.hasOverlongCell { throw .workbookFull(path, .cell) }
    try unsafe zip.write(bytes)
  }

  /// Writes what stands behind the last row.
  func finish(_ sums: [Int: TableSum]) throws(TableError) {
    if !sums.isEmpty, rows > 0 {
      let count = rows
      let totals = form.totals(sums, below: count)
      try unsafe totals.withUnsafeBufferPointer { (row) throws(TableError) in try unsafe add(row, rows: 1) }
    }
    let last = CellReference.name(row: rows + 1, column: form.table.columns.count)
    // Ids are texts on purpose: no corner need be marked for it.
    try write(
      "</sheetData><ignoredErrors><ignoredError sqref=\"A1:\(last)\" numberStoredAsText=\"1\"/></ignoredErrors>"
        + "</worksheet>")
    try zip.end()
    try zip.finish()
  }

  private func write(_ text: String) throws(TableError) {
    let bytes = Array(text.utf8)
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(TableError) in try unsafe zip.write(bytes) }
  }

  /// The sheet's beginning: a header that stays in sight, and the columns' widths.
  private static func head(_ contents: [ColumnContent]) -> String {
    let columns = contents.enumerated().map { index, content in
      #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width(content))""#
        + #" style="\#(WorkbookStyle(content).rawValue)" customWidth="1"/>"#
    }
    return WorkbookParts.declaration + #"<worksheet xmlns="\#(WorkbookParts.main)"><sheetViews>"#
      + #"<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
      + #"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#
      + "<cols>\(columns.joined())</cols><sheetData>"
  }

  /// How many digits a column is wide.
  private static func width(_ content: ColumnContent) -> Int {
    switch content {
    case .id, .word: 22
    case .text: 40
    case .money, .figure: 18
    case .day, .count: 13
    }
  }
}
