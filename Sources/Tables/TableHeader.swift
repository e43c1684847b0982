/// A header as it was understood.
package struct TableHeader: Sendable {
  /// A column of the file.
  package struct Column: Sendable {
    /// What the file calls it.
    package let heading: String
    /// The place among the columns asked for of the one that it is; `nil` where it is none of them.
    package let role: Int?
  }

  /// The sheet that it stands in, of a workbook.
  package let sheet: String?
  /// The lines of the file that it takes, or the rows of the sheet.
  package let rows: ClosedRange<Int>
  /// In the order of the file.
  package let columns: [Column]
  /// What stands between two cells.
  package let separator: Character

  init(_ table: CSVRows, sheet: String?) {
    self.sheet = sheet
    rows = table.headerRows
    columns = zip(table.headings, table.layout.roles).map { heading, role in
      Column(heading: heading, role: role == ColumnLayout.ignored ? nil : Int(role))
    }
    separator = Character(Unicode.Scalar(table.separator ?? UInt8(ascii: ",")))
  }
}
