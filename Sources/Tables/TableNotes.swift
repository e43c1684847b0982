/// What of a table was left out, since it is none of its rows or none of its columns.
public struct TableNotes: Sendable, Equatable {
  /// How many rows above the header say something.
  public var titleRows: Int
  /// How many rows below it have nothing in them.
  public var emptyRows = 0
  /// Headings that mean no column of such a table.
  public var unknownColumns: [String]

  /// Whether nothing was left out that anybody could miss.
  public var isEmpty: Bool { titleRows + emptyRows == 0 && unknownColumns.isEmpty }
}

extension TableSource {
  /// What was left out so far.
  ///
  /// - Parameter columns: all that such a table may have, also where they were not asked for.
  package func notes(besides columns: [Column]) -> TableNotes {
    let known = ColumnRoles(columns)
    return TableNotes(titleRows: titleRows, unknownColumns: layout.unknown.filter { known[$0] == nil })
  }
}
