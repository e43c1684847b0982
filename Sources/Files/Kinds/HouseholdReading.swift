package import Rules
package import Tables
package import Units

/// What a row of the register says of a household; what it does not say is `nil`.
package struct RegisterFacts: Equatable, Sendable {
  package var group: Int?
  package var members: Int?
  package var income: Yuan?
  package var dwellings: Int?
  package var businesses: Int?
  package var vehicles: Int?
}

/// A row of the register, taken apart.
@safe
package struct RegisteredHousehold {
  /// Its id without its dress, where that can be read: a household whose row cannot be read is still known to be there.
  package let id: Cell?
  /// What it says, as far as that can be read.
  package let facts: RegisterFacts
  /// Why it cannot be read, if it cannot; its line relative to the block.
  package let reject: Reject?
  /// The row as one of totals, where it is no household's.
  package let totals: TotalsRow?
  /// Whether there is no ``reject``.
  package let isReadable: Bool

  init(id: Cell?, facts: RegisterFacts = RegisterFacts(), reject: Reject? = nil, totals: TotalsRow? = nil) {
    unsafe self.id = unsafe id
    self.facts = facts
    self.reject = reject
    self.totals = totals
    isReadable = if case nil = reject { true } else { false }
  }
}

/// Reads the rows of a register by the million, where they stand. One for each worker.
package struct HouseholdReading {
  private typealias Role = HouseholdsFile.Role

  private let groups: WordTable
  private let dressed = DressedCells()

  package init(_ scheme: Scheme) { groups = WordTable(scheme.groups.map { [$0.id, $0.name.zh] }) }

  /// How many cells of the households read so far wore another dress.
  package var dress: DressCount { dressed.count }

  /// Begins a block: what was read of the one before is let go.
  package func beginBlock() { dressed.clear() }

  /// Whether a cell has one of these ids, in whatever dress.
  package func holds(_ cell: Cell, oneOf ids: [[UInt8]]) -> Bool {
    if ids.contains(where: { unsafe cell.holds($0) }) { return true }
    if unsafe CellReading.isPlainID(cell, false) { return false }
    defer {
      dressed.endRow(isRead: false)
      dressed.clear()
    }
    let bare = unsafe dressed.id(cell).cell
    return ids.contains { unsafe bare.holds($0) }
  }

  /// The row that `reader` has just read.
  package func read(_ shape: RowShape, _ reader: RowScanner) -> RegisteredHousehold {
    var faults = RowFaults()
    let broken = unsafe reader.badlyEncodedRole
    if let broken { unsafe faults.note(.badEncoding, broken, reader) }
    let id = unsafe id(reader, &faults)
    if unsafe id.map({ unsafe TotalWord.mayBe($0) }) ?? true, let totals = unsafe totals(shape, reader) {
      dressed.endRow(isRead: false)
      return unsafe RegisteredHousehold(id: nil, totals: totals)
    }
    let facts = unsafe facts(reader, &faults)
    let hasID = broken != Role.household.rawValue
    let row = unsafe RegisteredHousehold(
      id: hasID ? id : nil, facts: facts, reject: reject(shape, reader, faults))
    dressed.endRow(isRead: row.isReadable)
    return row
  }

  /// Why the row cannot be read; `nil` where it can.
  private func reject(_ shape: RowShape, _ reader: RowScanner, _ faults: RowFaults) -> Reject? {
    if shape == .whole || shape == .tooManyCells, unsafe isSplit(reader) {
      return unsafe RowFaults.splitAmount(Role.income.rawValue, reader, HouseholdsFile.adjudicated)
    }
    guard shape == .whole else {
      return unsafe Reject(
        CellPlace(TableLine(reader.line), column: reader.faultColumn), RowProblem(shape))
    }
    return unsafe faults.reject(reader, HouseholdsFile.adjudicated)
  }

  /// What a row of totals states; `nil` where the row is none.
  private func totals(_ shape: RowShape, _ reader: RowScanner) -> TotalsRow? {
    guard let word = unsafe TotalsRow.word(reader, shape, id: Role.household.rawValue) else { return nil }
    let cell = unsafe reader.cells[Role.income.rawValue]
    let stated =
      unsafe dressed.isSplit(cell, reader.commas)
      ? .unreadable : dressed.total(Role.income.rawValue, signed: true, reader)
    return unsafe TotalsRow(word: word, line: reader.line, stated: [stated])
  }

  /// Whether the income goes on in the next cell.
  private func isSplit(_ reader: RowScanner) -> Bool {
    unsafe dressed.isSplit(reader.cells[Role.income.rawValue], reader.commas)
  }

  private func id(_ reader: RowScanner, _ faults: inout RowFaults) -> Cell? {
    let cell = unsafe reader.cells[Role.household.rawValue]
    if unsafe CellReading.isPlainID(cell, false) && !Dress.isResidentID(cell) { return unsafe cell }
    let read = unsafe dressed.id(cell, isHousehold: true)
    if let fault = unsafe read.fault {
      unsafe faults.note(fault.problem, Role.household.rawValue, reader, fault.what)
      return nil
    }
    if unsafe read.cell.isMissing {
      unsafe faults.note(.missing, Role.household.rawValue, reader)
      return nil
    }
    return unsafe read.cell
  }

  /// What the row says; what it says wrongly is noted.
  private func facts(_ reader: RowScanner, _ faults: inout RowFaults) -> RegisterFacts {
    var facts = RegisterFacts()
    let group = unsafe reader.cells[Role.group.rawValue]
    if unsafe !group.isMissing { facts.group = unsafe self.group(group, reader, &faults) }
    facts.members = unsafe count(.members, atLeast: 1, reader, &faults)
    facts.income = unsafe income(facts.members, reader, &faults)
    facts.dwellings = unsafe count(.dwellings, reader, &faults)
    facts.businesses = unsafe count(.businesses, reader, &faults)
    facts.vehicles = unsafe count(.vehicles, reader, &faults)
    return facts
  }

  private func group(_ cell: Cell, _ reader: RowScanner, _ faults: inout RowFaults) -> Int? {
    if let group = unsafe groups.find(cell) { return Int(group) }
    switch unsafe dressed.word(cell, groups) {
    case .missing: return nil
    case .value(let group): return Int(group)
    case .refused:
      unsafe faults.note(.unknownWord, Role.group.rawValue, reader)
      return nil
    }
  }

  /// The household's income, however the row states it.
  private func income(_ members: Int?, _ reader: RowScanner, _ faults: inout RowFaults) -> Yuan? {
    let whole = unsafe income(.income, reader, &faults)
    guard unsafe !reader.cells[Role.incomePerPerson.rawValue].isMissing else { return whole }
    let each = unsafe income(.incomePerPerson, reader, &faults)
    switch HouseholdIncome(whole: whole, each: each, members: members) {
    case .stated(let income): return income
    case .differing: unsafe faults.note(.incomesDiffer, Role.incomePerPerson.rawValue, reader)
    case .outOfRange: unsafe faults.note(.amountOutOfRange, Role.incomePerPerson.rawValue, reader)
    }
    return nil
  }

  private func income(_ role: Role, _ reader: RowScanner, _ faults: inout RowFaults) -> Yuan? {
    let cell = unsafe reader.cells[role.rawValue]
    if unsafe cell.isMissing { return nil }
    let heading = unsafe reader.unit(of: role.rawValue)
    var income = heading == .tenThousand ? nil : unsafe CellReading.signedYuan(cell)
    if income == nil {
      switch unsafe dressed.amount(cell, signed: true, heading: heading) {
      case .missing: return nil
      case .value(let amount): income = amount
      case .refused: break
      }
    }
    if let fault = CellReading.fault(income, in: Yuan.incomeRange) {
      unsafe faults.note(fault, role.rawValue, reader)
    }
    return income
  }

  private func count(
    _ role: Role, atLeast least: Int = 0, _ reader: RowScanner, _ faults: inout RowFaults
  ) -> Int? {
    let cell = unsafe reader.cells[role.rawValue]
    if unsafe cell.isMissing { return nil }
    var count = unsafe CellReading.count(cell)
    if count == nil {
      switch unsafe dressed.count(cell) {
      case .missing: return nil
      case .value(let number): count = number
      case .refused: break
      }
    }
    if let fault = CellReading.fault(count, atLeast: least) {
      unsafe faults.note(fault, role.rawValue, reader)
    }
    return count
  }
}
