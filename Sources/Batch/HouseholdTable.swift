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
    reader.begin(block)
    rows.removeAll(keepingCapacity: true)
    rejects.removeAll(keepingCapacity: true)
    while true {
      let shape = reader.next()
      if shape == .none { break }
      read(shape)
    }
  }

  private func read(_ shape: RowShape) {
    let idCell = unsafe cell(.id)
    var faults = RowFaults()
    let broken = reader.badlyEncodedRole
    if let broken { faults.note(.badEncoding, broken, reader) }
    if unsafe idCell.isMissing {
      faults.note(.missing, Role.id.rawValue, reader)
    } else if unsafe !CellReading.isID(idCell) {
      faults.note(.badID, Role.id.rawValue, reader)
    }
    let standing = facts(&faults)
    if shape != .whole {
      rejects.append(
        Reject(
          line: reader.line, column: reader.faultColumn, field: "", value: "", problem: RowProblem(shape)))
    } else if let reject = faults.reject(reader, HouseholdTable.columns) {
      rejects.append(reject)
    }
    guard unsafe CellReading.isID(idCell), broken != Role.id.rawValue else { return }
    let isReadable = shape == .whole && faults.isEmpty
    unsafe rows.append(
      Row(
        id: idCell, key: PackedID(idCell), standing: isReadable ? standing.standing : .unclear,
        counts: isReadable ? standing.counts : Register.Assets()))
  }

  private func cell(_ role: Role) -> Cell { unsafe reader.cells[role.rawValue] }

  /// What the row says of the household; what it says wrongly is noted, what it does not say is `nil`.
  private func facts(_ faults: inout RowFaults) -> (standing: Standing, counts: Register.Assets) {
    var group: Int?
    if unsafe !cell(.group).isMissing {
      group = unsafe groups.find(cell(.group)).map(Int.init)
      if group == nil { faults.note(.unknownWord, Role.group.rawValue, reader) }
    }
    let members = count(.members, &faults)
    if members == 0 { faults.note(.membersBelowOne, Role.members.rawValue, reader) }
    var income: Yuan?
    if unsafe !cell(.income).isMissing {
      income = unsafe CellReading.yuan(cell(.income), signed: true)
      if let known = income, !Yuan.incomeRange.contains(known) {
        faults.note(.amountOutOfRange, Role.income.rawValue, reader)
      } else if income == nil {
        faults.note(.badAmount, Role.income.rawValue, reader)
      }
    }
    let dwellings = count(.dwellings, &faults)
    let businesses = count(.businesses, &faults)
    let vehicles = count(.vehicles, &faults)
    return (
      adjudicator.standing(
        group: group, members: members, income: income, dwellings: dwellings, businesses: businesses,
        vehicles: vehicles),
      Register.Assets(dwellings: dwellings, businesses: businesses, vehicles: vehicles)
    )
  }

  private func count(_ role: Role, _ faults: inout RowFaults) -> Int? {
    let cell = unsafe cell(role)
    if unsafe cell.isMissing { return nil }
    let count = unsafe CellReading.count(cell)
    if count == nil { faults.note(.badCount, role.rawValue, reader) }
    return count
  }

  func commit() throws(BatchError) {
    progress.note(bytes: block.fileEnd, rows: rows.count)
    for row in rows { unsafe shared.register.enter(row.id, row.key, row.standing, row.counts) }
    for index in rejects.indices { rejects[index].line += shared.lines + 1 }
    shared.rejects += rejects
    shared.lines += reader.lineCount
  }

  func finish() {}
  func deliver() throws(BatchError) {}
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
