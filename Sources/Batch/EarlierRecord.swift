import Files
import Rules
import Sealing
import Tables
import Units

/// What an earlier run recorded: read once for what it says of itself, and once more for its claims.
final class EarlierRecord {
  /// As the user named it.
  let path: String
  /// Stands for its values, whatever its bytes.
  private(set) var mark = ""
  /// The scheme that its rows name, and the records they were built on; `nil` where it has no row.
  private(set) var scheme: String?
  private(set) var builtOn: String?
  private let source: TableSource
  private let form: EarlierForm
  private var end = 0

  /// Opens a record; `nil` where its header cannot be used.
  init?(
    _ path: String, _ form: EarlierForm, _ reading: TableReading, _ diagnostics: inout [Diagnostic]
  ) throws(TableError) {
    guard
      let source = try TableSource.open(
        path, wanted: form.columns.columns, reading, keepsPast: true, diagnostics: &diagnostics)
    else { return nil }
    self.path = path
    self.form = form
    self.source = source
  }

  /// Reads what the record says of itself, and what is wrong with its rows.
  ///
  /// - Parameter corrections: receives the ids that are corrected.
  func study(
    _ faults: inout EarlierFaults, _ corrections: Corrections, _ progress: BatchProgress
  ) throws(TableError) {
    progress.begin(.earlier, total: source.file.size)
    let blocks = try source.blocks(size: 1 << 18)
    var values = ValueMark()
    try unsafe each(blocks, progress) { row, scanner, line in
      switch row {
      case .failure(let fault): unsafe faults.note(fault, scanner, form, path, line)
      case .success(let row):
        let own = (scheme ?? row.scheme, builtOn ?? row.builtOn)
        (scheme, builtOn) = own
        if own != (row.scheme, row.builtOn) {
          let role: EarlierForm.Role = own.0 == row.scheme ? .earlier : .scheme
          unsafe faults.note(EarlierRecord.mixed(role), scanner, form, path, line)
        }
        if row.corrects { unsafe corrections.expect(row.id) }
        values.add(row)
      }
      return !faults.areMany
    }
    end = blocks.position
    mark = values.mark
  }

  private static func mixed(_ role: EarlierForm.Role) -> EarlierForm.Fault {
    EarlierForm.Fault(
      role: role,
      what: Wording(
        zh: "与前面各行不同：一个文件里有两次理算的行", en: "other than in the rows before: a file with the rows of two runs"))
  }

  /// Reads the claims once more.
  func eachRow(
    _ progress: BatchProgress, _ body: (EarlierRow, _ line: TableLine) -> Bool
  ) throws(TableError) {
    progress.begin(.earlier, total: source.file.size)
    try unsafe each(source.pastBlocks(size: 1 << 18, upTo: end), progress) { row, _, line in
      guard case .success(let row) = row else { return true }
      return body(row, line)
    }
  }

  /// - Parameter body: says whether to go on.
  private func each(
    _ blocks: BlockReader, _ progress: BatchProgress,
    _ body: (Result<EarlierRow, EarlierForm.Fault>, RowScanner, _ line: TableLine) -> Bool
  ) throws(TableError) {
    let reader = RowReader(source, columns: form.columns.columns)
    let block = Block()
    var lines = source.headerLines
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        let line = unsafe reader.line(lines + scanner.line + 1)
        let row: Result<EarlierRow, EarlierForm.Fault>
        do throws(EarlierForm.Fault) {
          row = .success(unsafe try form.read(shape, scanner))
        } catch {
          row = .failure(error)
        }
        if unsafe !body(row, scanner, line) { return }
      }
      lines += unsafe scanner.lineCount
      progress.note(bytes: block.fileEnd, rows: unsafe scanner.lineCount)
    }
  }
}

/// What is wrong with the records of earlier runs.
struct EarlierFaults {
  private(set) var diagnostics: [Diagnostic] = []
  private static let most = 20

  /// Whether there are so many that no more are worth telling.
  var areMany: Bool { diagnostics.count >= EarlierFaults.most }

  mutating func add(_ diagnostic: Diagnostic) {
    if !areMany { diagnostics.append(diagnostic) }
  }

  mutating func note(
    _ fault: EarlierForm.Fault, _ reader: RowScanner, _ form: EarlierForm, _ path: String, _ line: TableLine
  ) {
    let column = unsafe fault.role.map { unsafe reader.column(of: form.columns[$0]) } ?? reader.faultColumn
    let name = fault.role.map { DetailFile.field($0).name } ?? ""
    add(
      Diagnostic(
        "bad-earlier-record",
        at: Diagnostic.Place(file: line.place(in: path), line: line.row, column: max(1, column)),
        path: name, what: fault.what,
        fix: Wording(
          zh: "--earlier 只接受 fangpin adjudicate --detail 写出、未经改动的文件",
          en: "--earlier takes only files that fangpin adjudicate --detail wrote, unchanged")))
  }
}

/// Makes the mark of a record's values, row by row.
private struct ValueMark {
  private var state: [UInt8] = []
  private var bytes: [UInt8] = []
  private var rows = 0
  private let hasher = Hasher(.sha256)

  mutating func add(_ row: EarlierRow) {
    unsafe add(row.id)
    unsafe add(row.household)
    unsafe add(row.person)
    bytes += [row.peril, row.corrects ? 1 : 0] + Array(row.reason.code.utf8)
    for sum in [row.amount, row.accumulator, row.paidBefore, row.payout] { add(sum.fen) }
    bytes += Array(row.day.description.utf8)
    if rows == 0 { bytes += Array(row.builtOn.utf8) }
    rows += 1
    // As many rows at a time, however they lie in the file's blocks.
    if rows % 256 == 0 { fold() }
  }

  private mutating func add(_ cell: Cell) {
    unsafe add(Int64(cell.count))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: cell.start, count: cell.count))
  }

  private mutating func add(_ number: Int64) {
    for shift in stride(from: Int64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func fold() {
    state = Array(hasher.digest(state + bytes).hex.utf8)
    bytes.removeAll(keepingCapacity: true)
  }

  var mark: String { ShortMark.of(state + bytes) }
}
