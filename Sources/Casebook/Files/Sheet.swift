import Batch
import Sealing
package import Tables
package import Units

/// A table read as a whole: its rows in order, and the rows that cannot be taken apart.
package struct Sheet: Sendable {
  /// A row whose cells could be told apart.
  package struct Row: Sendable {
    /// The line of the file on which it begins, from 1.
    package let line: Int
    fileprivate let cells: [String?]
    fileprivate let places: [Int]

    /// What stands in the cell of a role; `nil` where it is empty or the file has no such column.
    package subscript(role: Int) -> String? { cells[role] }
  }

  /// A row that cannot be used, and why: what a list of rejects shows of it.
  package struct Fault: Hashable, Sendable {
    package let line: Int
    /// The cell in the row, from 1 (in NDJSON the character in the line); 0 where the fault has no cell.
    package let column: Int
    /// The column's English name, or nothing.
    package let field: String
    /// What stands there.
    package let value: String
    /// A short stable name.
    package let problem: String
    /// The problem in words.
    package let what: Wording

    /// A fault of a row that was read elsewhere.
    package init(
      line: Int, column: Int, field: String, value: String, problem: String, what: Wording
    ) {
      self.line = line
      self.column = column
      self.field = field
      self.value = value
      self.problem = problem
      self.what = what
    }
  }

  package let file: String
  package let table: OfficeTable
  package private(set) var rows: [Row] = []
  package private(set) var faults: [Fault] = []
  /// A digest over all cells in the order of the columns: the same however the file is encoded or its columns are ordered.
  package private(set) var digest = ""

  /// A fault in a cell of a row.
  package func fault(_ row: Row, _ role: Int, _ problem: String, _ what: Wording) -> Fault {
    Fault(
      line: row.line, column: row.places[role], field: table.columns[role].name, value: row.cells[role] ?? "",
      problem: problem, what: what)
  }

  /// A fault of a row as a whole.
  package func fault(_ row: Row, _ problem: String, _ what: Wording) -> Fault {
    Fault(line: row.line, column: 0, field: "", value: "", problem: problem, what: what)
  }

  /// Reads a table.
  package static func read(
    _ path: String, _ table: OfficeTable, encoding: TableEncoding? = nil
  ) throws(CasebookError) -> Sheet {
    var sheet = Sheet(file: path, table: table)
    var diagnostics: [Diagnostic] = []
    do {
      let source = try TableSource.open(
        path, wanted: table.columns, encoding: encoding, diagnostics: &diagnostics)
      if let source { try sheet.read(source) }
    } catch { throw .file(error) }
    if !diagnostics.isEmpty { throw .input(diagnostics) }
    return sheet
  }

  private init(file: String, table: OfficeTable) {
    self.file = file
    self.table = table
  }

  private mutating func read(_ source: TableSource) throws(TableError) {
    let columns = table.columns
    let blocks = try source.blocks(size: 1 << 18)
    let reader = RowReader(source, columns: columns)
    let block = Block()
    let hasher = Sealing.Hasher(.sha256)
    var digest = hasher.digest(Array(table.rawValue.utf8))
    var lines = source.headerLines
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        let line = unsafe lines + scanner.line + 1
        if let broken = unsafe Sheet.broken(shape, scanner) {
          unsafe faults.append(
            Fault(
              line: line, column: scanner.faultColumn, field: "", value: "", problem: broken.rawValue,
              what: broken.name
            ))
          continue
        }
        var cells: [String?] = []
        var places: [Int] = []
        for role in columns.indices {
          let cell = unsafe scanner.cells[role]
          unsafe cells.append(cell.isMissing ? nil : cell.string)
          unsafe places.append(scanner.column(of: role))
        }
        digest = hasher.digest(digest.bytes + Array(cells.map { $0 ?? "" }.joined(separator: "\u{1F}").utf8))
        rows.append(Row(line: line, cells: cells, places: places))
      }
      lines += unsafe scanner.lineCount
    }
    self.digest = digest.hex
  }

  private static func broken(_ shape: RowShape, _ scanner: RowScanner) -> RowProblem? {
    if unsafe scanner.badlyEncodedRole != nil { return .badEncoding }
    return shape == .whole ? nil : RowProblem(shape)
  }
}
