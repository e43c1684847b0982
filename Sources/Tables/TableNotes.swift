/// What of a table was left out, since it is none of its rows or none of its columns.
public struct TableNotes: Sendable, Equatable {
  /// How many rows above the header say something.
  public var titleRows: Int
  /// How many rows below it have nothing in them.
  public var emptyRows = 0
  /// What its rows gave rise to.
  public var rows = RowNotes()
  /// Headings that mean no column of such a table.
  public var unknownColumns: [String]
  /// Where the table stands in a workbook, what is to be said of that.
  public var workbook: WorkbookNotes?

  /// Whether nothing was left out that anybody could miss.
  public var isEmpty: Bool { titleRows + emptyRows + rows.totals == 0 && unknownColumns.isEmpty }
}

/// What of a workbook was read, what was not, and what was met.
public struct WorkbookNotes: Sendable, Equatable {
  /// Cells of one kind: how many, and the first of them, `B3`; with their sheet where several are read, `January!B3`.
  public struct Cells: Sendable, Equatable {
    /// How many there are.
    public var count = 0
    /// The first of them.
    public var first: [String] = []

    fileprivate mutating func add(_ cells: SheetNotes.Cells, of sheet: String?) {
      count += cells.count
      first += cells.first.prefix(10 - first.count).map { cell in sheet.map { "\($0)!\(cell)" } ?? cell }
    }
  }

  /// The sheets that were read, in their order.
  public let sheets: [String]
  /// Hidden sheets that were not.
  public let hidden: [String]
  /// Other sheets that were not.
  public let others: [String]
  /// Rows that are hidden, by hand or by a filter, and were read all the same.
  public var hiddenRows = 0
  /// Cells that got the value of a row above, as they are merged with one there.
  public var filledCells = 0
  /// Formulas of which the file has no value.
  public var formulasWithoutValue = Cells()
  /// Cells that show an error.
  public var errors = Cells()

  init(sheets: [String], hidden: [String], others: [String]) {
    (self.sheets, self.hidden, self.others) = (sheets, hidden, others)
  }

  mutating func add(_ notes: SheetNotes, of sheet: String?) {
    hiddenRows += notes.hiddenRows
    filledCells += notes.filledCells
    formulasWithoutValue.add(notes.formulasWithoutValue, of: sheet)
    errors.add(notes.errors, of: sheet)
  }
}
