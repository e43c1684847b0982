package import Tables
package import Units

/// The faults of one row: the one furthest to the left is told, each row once.
package struct RowFaults {
  private var found: (role: Int, problem: RowProblem, what: Wording?)?

  package init() {}

  /// - Parameter what: the problem in words, where more can be said than its name says.
  package mutating func note(
    _ problem: RowProblem, _ role: Int, _ reader: RowScanner, _ what: Wording? = nil
  ) {
    if let before = found, unsafe reader.column(of: before.role) <= reader.column(of: role) { return }
    found = (role, problem, what)
  }

  /// The reject, its line relative to the block.
  package func reject(_ reader: RowScanner, _ columns: [Column]) -> Reject? {
    found.map { found in
      unsafe Reject(
        CellPlace(
          TableLine(reader.line), column: reader.column(of: found.role), field: columns[found.role].name,
          value: reader.cells[found.role].string), found.problem, found.what)
    }
  }

  /// A row whose amount goes on in the next cell, in whose cells nothing can be relied on then.
  static func splitAmount(_ role: Int, _ reader: RowScanner, _ columns: [Column]) -> Reject {
    var faults = RowFaults()
    unsafe faults.note(.splitAmount, role, reader)
    guard let reject = unsafe faults.reject(reader, columns) else {
      preconditionFailure("a fault that was noted is there")
    }
    return reject
  }
}
