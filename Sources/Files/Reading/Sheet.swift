import Sealing
package import Tables
package import Units

/// A table read as a whole: its rows in order, and the rows that cannot be taken apart.
package struct Sheet: Sendable {
  /// A row whose cells could be told apart.
  struct Cells: Sendable {
    /// Where it begins.
    let line: TableLine
    let cells: [String?]
    /// What the cells say; `nil` where one is missing.
    let texts: [String?]
    let places: [Int]
    /// For each column the unit that its heading states.
    let units: [Heading.Unit]
  }

  package let file: String
  package let kind: FileKind
  private var rows: [Cells] = []
  /// The rows that cannot be taken apart.
  package private(set) var faults: [Reject] = []
  /// A digest over all cells in the order of the columns: the same however the file is encoded or its columns are ordered.
  package private(set) var digest = ""

  /// What of a workbook was read.
  package private(set) var workbook: WorkbookNotes?

  /// What its rows gave rise to.
  package private(set) var notes = RowNotes()

  private let tally = DressTally()

  /// How many cells wore another dress, of those read so far.
  package var dress: DressCount { tally.count }

  /// How many rows could be taken apart.
  package var count: Int { rows.count }

  /// The rows by the names of their columns.
  package func rows<File: TableFile>(of file: File.Type) -> [FileRow<File>] {
    precondition(File.kind == kind, "a sheet is read with its own columns")
    return rows.map { FileRow($0, tally) }
  }

  /// Reads a table.
  package init(
    _ path: String, _ kind: FileKind, _ reading: TableReading = TableReading()
  ) throws(FileError) {
    file = path
    self.kind = kind
    let columns = kind.file.columns
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: columns, reading, diagnostics: &diagnostics)
      if let source { try read(source, columns) }
    } catch { throw .file(error) }
    if !diagnostics.isEmpty { throw .input(diagnostics) }
  }

  private mutating func read(_ source: TableSource, _ columns: [Column]) throws(TableError) {
    let hasher = Sealing.Hasher(.sha256)
    let amounts = TableAmounts(kind)
    var digest = hasher.digest(Array(kind.rawValue.utf8))
    var (rows, faults): ([Cells], [Reject]) = ([], [])
    var notes = RowNotes()
    var totals: [(row: TotalsRow, line: TableLine, place: Int)] = []
    try unsafe TableRows.each(source, columns, notes: &notes) { shape, scanner, line in
      if let row = unsafe amounts.totals(shape, scanner) {
        totals.append((row, line, rows.count))
        return
      }
      if let fault = unsafe amounts.fault(shape, scanner, line) {
        faults.append(fault)
        return
      }
      let row = unsafe Cells(scanner, line, columns.indices, tally)
      let texts = row.cells.map { $0 ?? "" }
      digest = hasher.digest(digest.bytes + Array(texts.joined(separator: "\u{1F}").utf8))
      rows.append(row)
    }
    if !totals.isEmpty { amounts.hold(totals, against: rows, &notes) }
    self.digest = digest.hex
    workbook = source.workbookNotes
    (self.rows, self.faults, self.notes) = (rows, faults, notes)
  }
}

extension Sheet.Cells {
  /// The row that `scanner` has just read; of the columns that nobody asks for it has nothing.
  init(_ scanner: RowScanner, _ line: TableLine, _ asked: some Collection<Int>, _ tally: DressTally) {
    let count = (asked.max() ?? -1) + 1
    var (cells, texts) = ([String?](repeating: nil, count: count), [String?](repeating: nil, count: count))
    var places = [Int](repeating: 0, count: count)
    var units = [Heading.Unit](repeating: .unstated, count: count)
    for role in asked {
      let cell = unsafe scanner.cells[role]
      places[role] = unsafe scanner.column(of: role)
      units[role] = unsafe scanner.unit(of: role)
      if unsafe cell.isMissing { continue }
      let said = unsafe cell.string
      // Its outer dress off.
      let text = tally.note(Dress.text(said), at: DressTally.Place(line: line.number, role: role))
      (cells[role], texts[role]) = (said, text.isEmpty ? nil : text)
    }
    self.init(line: line, cells: cells, texts: texts, places: places, units: units)
  }
}

/// A row of a sheet, its cells by the names of their columns.
package struct FileRow<File: TableFile>: Sendable {
  private let row: Sheet.Cells
  private let tally: DressTally

  init(_ row: Sheet.Cells, _ tally: DressTally) {
    self.row = row
    self.tally = tally
  }

  /// Where it begins.
  package var line: TableLine { row.line }

  /// What a cell says, its outer dress off; `nil` where it is missing or the file has no such column.
  package subscript(role: File.Role) -> String? { row.texts[role.rawValue] }

  /// The word in a cell.
  package func word(_ role: File.Role) -> String? { self[role].map { read(role, Dress.text($0, as: .word)) } }

  /// The day in a cell; `nil` where it is missing or none.
  package func day(_ role: File.Role) -> Day? { self[role].flatMap(Dress.day).map { read(role, $0) } }

  /// The amount in a cell; `nil` where it is missing or none.
  package func amount(_ role: File.Role, signed: Bool = false) -> Yuan? {
    let heading = row.units[role.rawValue]
    return self[role].flatMap { Dress.amount($0, signed: signed, heading: heading) }.map { read(role, $0) }
  }

  /// The count in a cell; `nil` where it is missing or none.
  func count(_ role: File.Role, noneIsZero: Bool) -> Int? {
    self[role].flatMap { Dress.count($0, noneIsZero: noneIsZero) }.map { read(role, $0) }
  }

  /// Yes or no in a cell; `nil` where it is missing or neither.
  func answer(_ role: File.Role) -> Bool? { self[role].flatMap(Dress.answer).map { read(role, $0) } }

  /// What a cell says, once what it wore is noted.
  func read<Value>(_ role: File.Role, _ read: Undressed<Value>) -> Value {
    tally.note(read, at: DressTally.Place(line: row.line.number, role: role.rawValue))
  }

  /// The row as a whole.
  package var place: CellPlace { CellPlace(row.line) }

  /// A cell of the row.
  package func place(_ role: File.Role) -> CellPlace {
    CellPlace(
      row.line, column: row.places[role.rawValue], field: File.field(role).name,
      value: row.cells[role.rawValue] ?? "")
  }

  /// A fault in a cell of the row.
  package func fault(_ role: File.Role, _ problem: String, _ what: Wording) -> Reject {
    Reject(place(role), problem, what)
  }

  /// A fault in a cell of the row.
  package func fault(_ role: File.Role, _ problem: RowProblem, _ what: Wording? = nil) -> Reject {
    Reject(place(role), problem, what)
  }

  /// A fault of the row as a whole.
  package func fault(_ problem: String, _ what: Wording) -> Reject { Reject(place, problem, what) }
}
