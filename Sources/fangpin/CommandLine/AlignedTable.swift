import Units

/// Rows of cells in columns, for people at a terminal.
struct AlignedTable {
  /// The columns that are ranged right: numbers.
  private let right: Set<Int>
  private let indent: String
  private var rows: [[String]] = []

  init(right: Set<Int>, indent: String = "") {
    self.right = right
    self.indent = indent
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows, without a newline at the end and without spaces at the end of lines.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { cells in
      let padded = cells.indices.map {
        TextWidth.pad(cells[$0], to: widths[$0], right: right.contains($0))
      }
      var line = indent + padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
