import Claims
import Rules
import Tables
import Units

/// The file `households.csv`: its columns, and how a row becomes an entry of the register.
enum HouseholdTable {
  enum Role: Int, CaseIterable {
    case id, group, members, income, dwellings, businesses, vehicles
  }

  /// The columns, in the order of the roles.
  static let columns = [
    Column("household_id", "户编号"), Column("group", "人群"), Column("members", "人口"),
    Column("annual_income", "年收入"),
    Column("dwellings", "住房数"), Column("businesses", "经营主体数"), Column("vehicles", "车辆数"),
  ]
}

/// Loads the register: every worker reads blocks, one at a time enters their rows.
final class RegisterLoader: BlockWork {
  @safe
  private struct Row {
    let id: Cell
    let key: PackedID
    let standing: Standing
    let counts: Register.Assets
  }

  private typealias Role = HouseholdTable.Role

  private let reader: RowReader
  private let blocks: BlockReader
  private let progress: BatchProgress
  private let shared: SharedRegister
  private let adjudicator: Adjudicator
  private let groups: WordTable
  private let block = Block()
  private var rows: [Row] = []
  private var rejects: [Reject] = []
  private var lineCount = 0

  init(
    _ source: TableSource, _ blocks: BlockReader, into shared: SharedRegister, _ adjudicator: Adjudicator,
    _ progress: BatchProgress
  ) {
    reader = RowReader(source, columns: HouseholdTable.columns)
    self.blocks = blocks
    self.shared = shared
    self.adjudicator = adjudicator
    self.progress = progress
    groups = WordTable(adjudicator.scheme.groups.map { [$0.id, $0.name.zh] })
  }

  func take() throws(BatchError) -> Bool {
    do { return try blocks.next(into: block) } catch { throw .file(error) }
  }

  func prepare() {
    var scanner = unsafe reader.begin(block)
    rows.removeAll(keepingCapacity: true)
    rejects.removeAll(keepingCapacity: true)
    while true {
      let shape = unsafe scanner.next()
      if shape == .none { break }
      unsafe read(shape, scanner)
    }
    lineCount = unsafe scanner.lineCount
  }

  private func read(_ shape: RowShape, _ scanner: RowScanner) {
    let idCell = unsafe scanner.cell(.id)
    var faults = RowFaults()
    let broken = unsafe scanner.badlyEncodedRole
    if let broken { unsafe faults.note(.badEncoding, broken, scanner) }
    if unsafe idCell.isMissing {
      unsafe faults.note(.missing, Role.id.rawValue, scanner)
    } else if unsafe !CellReading.isID(idCell) {
      unsafe faults.note(.badID, Role.id.rawValue, scanner)
    }
    let standing = unsafe facts(scanner, &faults)
    if shape != .whole {
      unsafe rejects.append(
        Reject(
          line: scanner.line, column: scanner.faultColumn, field: "", value: "", problem: RowProblem(shape)))
    } else if let reject = unsafe faults.reject(scanner, HouseholdTable.columns) {
      rejects.append(reject)
    }
    guard unsafe CellReading.isID(idCell), broken != Role.id.rawValue else { return }
    let isReadable = shape == .whole && faults.isEmpty
    unsafe rows.append(
      Row(
        id: idCell, key: PackedID(idCell), standing: isReadable ? standing.standing : .unclear,
        counts: isReadable ? standing.counts : Register.Assets()))
  }

  /// What the row says of the household; what it says wrongly is noted, what it does not say is `nil`.
  private func facts(_ scanner: RowScanner, _ faults: inout RowFaults) -> (
    standing: Standing, counts: Register.Assets
  ) {
    var group: Int?
    if unsafe !scanner.cell(.group).isMissing {
      group = unsafe groups.find(scanner.cell(.group)).map(Int.init)
      if group == nil { unsafe faults.note(.unknownWord, Role.group.rawValue, scanner) }
    }
    let members = unsafe count(.members, scanner, &faults)
    if members == 0 { unsafe faults.note(.membersBelowOne, Role.members.rawValue, scanner) }
    var income: Yuan?
    if unsafe !scanner.cell(.income).isMissing {
      income = unsafe CellReading.signedYuan(scanner.cell(.income))
      if let known = income, !Yuan.incomeRange.contains(known) {
        unsafe faults.note(.amountOutOfRange, Role.income.rawValue, scanner)
      } else if income == nil {
        unsafe faults.note(.badAmount, Role.income.rawValue, scanner)
      }
    }
    let dwellings = unsafe count(.dwellings, scanner, &faults)
    let businesses = unsafe count(.businesses, scanner, &faults)
    let vehicles = unsafe count(.vehicles, scanner, &faults)
    return (
      adjudicator.standing(
        group: group, members: members, income: income, dwellings: dwellings, businesses: businesses,
        vehicles: vehicles),
      Register.Assets(dwellings: dwellings, businesses: businesses, vehicles: vehicles)
    )
  }

  private func count(_ role: Role, _ scanner: RowScanner, _ faults: inout RowFaults) -> Int? {
    let cell = unsafe scanner.cell(role)
    if unsafe cell.isMissing { return nil }
    let count = unsafe CellReading.count(cell)
    if count == nil { unsafe faults.note(.badCount, role.rawValue, scanner) }
    return count
  }

  func commit() throws(BatchError) {
    progress.note(bytes: block.fileEnd, rows: rows.count)
    shared.register.touch(rows.lazy.map { $0.key.hash })
    for row in rows { unsafe shared.register.enter(row.id, row.key, row.standing, row.counts) }
    for index in rejects.indices { rejects[index].line += shared.lines + 1 }
    shared.rejects += rejects
    shared.lines += lineCount
  }

  func finish() {}
  func deliver() throws(BatchError) {}
}

extension RowScanner {
  fileprivate func cell(_ role: HouseholdTable.Role) -> Cell { unsafe cells[role.rawValue] }
}

/// What the loaders of one register share; used in turn.
final class SharedRegister {
  let register: Register
  var lines: Int
  var rejects: [Reject] = []

  init(_ register: Register, lines: Int) {
    self.register = register
    self.lines = lines
  }
}
