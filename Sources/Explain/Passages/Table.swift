public import Units

/// Values in rows and columns.
public struct Table: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name in JSON, in snake case.
    public let key: String
    /// Its name for people.
    public let label: Wording

    /// A column.
    init(_ key: String, _ label: Wording) {
      self.key = key
      self.label = label
    }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// One value for each column.
    public let cells: [Value]
    /// Whether it is the one to look at.
    public let isMarked: Bool
    /// Where its values come from.
    public let origins: [Origin]

    /// A row.
    init(_ cells: [Value], isMarked: Bool = false, from origins: [Origin] = []) {
      self.cells = cells
      self.isMarked = isMarked
      self.origins = origins
    }
  }

  /// Its name in JSON, in snake case.
  public let key: String
  /// The columns.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]
  /// How many of the last rows text shows; JSON has them all.
  public let shown: Int

  /// A table.
  init(_ key: String, columns: [Column], rows: [Row], shown: Int = .max) {
    self.key = key
    self.columns = columns
    self.rows = rows
    self.shown = shown
  }
}
