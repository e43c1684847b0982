/// What was met in a sheet, apart from its rows.
package struct SheetNotes: Equatable, Sendable {
  /// Cells of one kind: how many, and where the first of them stand.
  package struct Cells: Equatable, Sendable {
    private static let named = 10

    /// How many there are.
    package private(set) var count = 0
    /// The first of them: `B3`.
    package private(set) var first: [String] = []

    mutating func add(row: Int, column: Int) {
      count += 1
      if first.count < Cells.named { first.append(CellReference.name(row: row, column: column)) }
    }
  }

  /// Rows that are not shown, and read all the same: by hand or by a filter.
  package var hiddenRows = 0
  /// Whether a filter is set.
  package var isFiltered = false
  /// Cells that got the value of a row above, as they are merged with one there.
  package var filledCells = 0
  /// Formulas of which the file has no value.
  package var formulasWithoutValue = Cells()
  /// Cells that show an error: `#REF!`.
  package var errors = Cells()

  /// Nothing was met.
  package init() {}
}
