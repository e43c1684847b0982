/// The merged cells of a sheet: the value of the first cell of each is that of all.
struct MergedCells {
  /// A rectangle of cells that are one.
  struct Area: Sendable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// An area into which the row that is read reaches.
  private struct Open {
    let area: Area
    var value: [UInt8] = []
  }

  /// More areas than any sheet is read with.
  static let limit = 1 << 20
  /// Bytes of the values that are kept at a time.
  private static let keptLimit = 1 << 25

  private let areas: [Area]
  private var next = 0
  /// In the order of their columns.
  private var open: [Open] = []
  /// The first of those that the row has not passed.
  private var at = 0
  private var row = 0
  /// The columns up to this one are done.
  private var done = 0
  /// Bytes of the values of ``open``.
  private var kept = 0
  /// How many cells got the value of one above them.
  private(set) var filled = 0

  init(_ areas: [Area]) {
    self.areas = areas.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  /// Begins a row, from the first on.
  mutating func begin(row: Int) -> WorkbookFault.Sheet? {
    (self.row, at, done) = (row, 0, 0)
    if !open.isEmpty {
      open.removeAll { $0.area.rows.upperBound < row || $0.value.isEmpty }
      kept = open.reduce(0) { $0 + $1.value.count }
    }
    let before = open.count
    while next < areas.count, areas[next].rows.lowerBound <= row {
      // An area whose first row is not there has nothing to give.
      if areas[next].rows.lowerBound == row { open.append(Open(area: areas[next])) }
      next += 1
    }
    guard open.count > before else { return nil }
    open.sort { $0.area.columns.lowerBound < $1.area.columns.lowerBound }
    for (left, right) in zip(open, open.dropFirst())
    where left.area.columns.upperBound >= right.area.columns.lowerBound {
      return .mergesOverlap
    }
    return nil
  }

  /// What becomes of a cell.
  enum Turn {
    case own, first, covered
  }

  /// Comes to a cell: those before it are filled.
  mutating func reach(_ column: Int, _ put: (Int, [UInt8]) -> Void) -> Turn {
    fill(upTo: column - 1, put)
    guard at < open.count, open[at].area.columns.lowerBound <= column else {
      done = column
      return .own
    }
    if open[at].area.rows.lowerBound == row, open[at].area.columns.lowerBound == column { return .first }
    fill(upTo: column, put)
    return .covered
  }

  /// Keeps the value of the cell that was just reached, the first of its area; false where that is too much.
  mutating func keep(_ value: [UInt8], at column: Int) -> Bool {
    open[at].value = value
    kept += value.count
    done = column
    if open[at].area.columns.upperBound == column { at += 1 }
    return kept <= MergedCells.keptLimit
  }

  /// Fills the cells that have no value of their own, up to a column.
  mutating func fill(upTo column: Int, _ put: (Int, [UInt8]) -> Void) {
    while at < open.count, open[at].area.columns.lowerBound <= column {
      let (area, value) = (open[at].area, open[at].value)
      let last = min(area.columns.upperBound, column)
      let first = max(area.columns.lowerBound, done + 1)
      if !value.isEmpty, first <= last {
        for place in first...last { put(place, value) }
        if row > area.rows.lowerBound { filled += last - first + 1 }
      }
      done = max(done, last)
      if area.columns.upperBound > column { return }
      at += 1
    }
  }
}

/// Reads which cells are merged: it stands behind the rows.
final class MergedCellsReader: XMLReader {
  private(set) var areas: [MergedCells.Area] = []
  private let sheet: String

  init(_ stream: PartStream, sheet: String) throws(WorkbookFault) {
    self.sheet = sheet
    try super.init(stream)
  }

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    guard word == .mergeCell, depth == 3, above == .mergeCells else { return }
    guard let text = unsafe attributes.value("ref"),
      let area = unsafe CellReference.parseRange(Array(XMLText.bytes(text)))
    else { return refuse(.badSheet(sheet, row: 0, column: 0, .badReference)) }
    guard areas.count < MergedCells.limit else {
      return refuse(.badSheet(sheet, row: 0, column: 0, .tooManyMerges))
    }
    if area.rows.count > 1 || area.columns.count > 1 {
      areas.append(MergedCells.Area(rows: area.rows, columns: area.columns))
    }
  }
}
