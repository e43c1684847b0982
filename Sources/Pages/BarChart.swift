import Units

/// Rows of bars, each under its name and its number: nothing can overlap, however long the names are.
package struct BarChart {
  /// One row of bars.
  package struct Bars {
    /// What stands above its bars at the left, and at the right.
    package let name: String
    package let number: String
    /// The lengths of its one or two bars.
    package let bars: [Int64]

    /// A row.
    package init(name: String, number: String, bars: [Int64]) {
      self.name = name
      self.number = number
      self.bars = bars
    }
  }

  /// The kinds of the bars, for the style sheet.
  package let kinds: [String]
  /// From above.
  package let rows: [Bars]
  /// Whether the bars stand about the middle, as in a funnel.
  package let isCentred: Bool

  /// Rows of bars.
  package init(kinds: [String], rows: [Bars], isCentred: Bool = false) {
    self.kinds = kinds
    self.rows = rows
    self.isCentred = isCentred
  }

  /// So many rows still fit a sheet of paper.
  package static let most = 22
  private static let letters = 195
  private static let thickness = 80
  private static let gap = 60

  private var rowHeight: Int { BarChart.letters + kinds.count * (BarChart.thickness + 15) + BarChart.gap }

  /// Draws it.
  ///
  /// - Parameter id: no other element of the page has it.
  package func write(to html: inout HTML, id: String, title: String, says: String) {
    var drawing = Drawing()
    let longest = max(rows.flatMap(\.bars).max() ?? 0, 1)
    for (index, row) in rows.enumerated() {
      let top = index * rowHeight
      let room = Drawing.width - Drawing.textWidth(row.number) - 100
      drawing.text(Drawing.fitting(row.name, room), 0, top + 150)
      drawing.text(row.number, Drawing.width, top + 150, .end, kind: "value")
      for (place, (length, kind)) in zip(row.bars, kinds).enumerated() {
        let width = Int(Int128(max(length, 0)) * Int128(Drawing.width - 20) / Int128(longest))
        let left = isCentred ? (Drawing.width - width) / 2 : 10
        let y = top + BarChart.letters + place * (BarChart.thickness + 15)
        drawing.line(10, y + BarChart.thickness, Drawing.width - 10, y + BarChart.thickness, kind: "grid")
        if length > 0 { drawing.bar(left, y, max(width, 12), BarChart.thickness, kind: kind) }
      }
    }
    drawing.write(to: &html, id: id, height: max(rows.count, 1) * rowHeight, title: title, says: says)
  }
}
