package import Units

/// The format of a table that we write.
public enum OutputFormat: String, CaseIterable, Sendable {
  case csv, ndjson, xlsx
}

/// How a table is to be written.
package struct TableStyle: Sendable {
  package var format = OutputFormat.csv
  /// Whether CSV is to be such that a spreadsheet shows every cell as it is.
  package var isForSpreadsheets = false
  /// The language of the header where people open the file themselves: in CSV and in a workbook. The keys of NDJSON are the
  /// names that programs know.
  package var headings: Language?

  package init(
    _ format: OutputFormat = .csv, isForSpreadsheets: Bool = false, headings: Language? = nil
  ) {
    self.format = format
    self.isForSpreadsheets = isForSpreadsheets
    self.headings = headings
  }

  /// Whether a file's name says that it is a workbook.
  package static func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

  /// The style of a file: a workbook where its name says so.
  package func suiting(_ path: String) -> TableStyle {
    var style = self
    if TableStyle.isWorkbook(path) { style.format = .xlsx }
    return style
  }

  /// Whether rows are as programs expect them in CSV.
  package var isPlainCSV: Bool { format == .csv && !isForSpreadsheets }

  /// The form of a table's rows.
  package func form(_ table: TableOutline) -> any RowForm {
    switch format {
    case .csv:
      isForSpreadsheets
        ? SpreadsheetCSVForm(table, headings: headings) : CSVForm(table.headings(in: headings))
    case .ndjson: NDJSONForm(table.headings(in: nil))
    case .xlsx: WorkbookForm(table, headings: headings)
    }
  }
}
