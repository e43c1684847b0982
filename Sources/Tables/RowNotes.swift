public import Units

/// What the rows of a table gave rise to that is no fault of one of them.
public struct RowNotes: Sendable, Equatable {
  /// A total that the rows read do not come to.
  public struct Difference: Sendable, Equatable {
    /// Where its row begins.
    public let line: TableLine
    /// The word by which the row says that it is a total.
    public let word: String
    /// What is added up.
    public let column: Column
    /// What the row states; `nil` where that cannot be read.
    public let stated: Yuan?
    /// What the rows read come to.
    public let read: Yuan

    package init(line: TableLine, word: String, column: Column, stated: Yuan?, read: Yuan) {
      (self.line, self.word, self.column, self.stated, self.read) = (line, word, column, stated, read)
    }
  }

  /// How many differences are kept one by one.
  public static var most: Int { 10 }

  /// How many rows of totals were left out.
  public private(set) var totals = 0
  /// How many totals the rows read do not come to.
  public private(set) var differing = 0
  /// The first of them.
  public private(set) var differences: [Difference] = []
  /// How many cells run over several lines which each look like a row.
  public private(set) var runOnCells = 0
  /// Where the row with the first of them begins.
  public private(set) var firstRunOn: TableLine?

  /// Notes of no rows yet.
  public init() {}

  /// Whether something is left to look at.
  public var needALook: Bool { differing + runOnCells > 0 }

  /// Notes a row of totals.
  package mutating func noteTotal() { totals += 1 }

  /// Notes a total that the rows read do not come to.
  package mutating func note(_ difference: Difference) {
    differing += 1
    if differences.count < RowNotes.most { differences.append(difference) }
  }

  /// Notes the cells of a block that run over several lines.
  package mutating func noteRunOn(
    _ cells: (count: Int, firstLine: Int), after lines: Int, _ reader: RowReader
  ) {
    guard cells.count > 0 else { return }
    runOnCells += cells.count
    firstRunOn = firstRunOn ?? reader.line(lines + cells.firstLine + 1)
  }
}
