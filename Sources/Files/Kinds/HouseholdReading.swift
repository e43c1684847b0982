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
  /// Its id, where that can be read: a household whose row cannot be read is still known to be there.
  package let id: Cell?
  /// What it says, as far as that can be read.
  package let facts: RegisterFacts
  /// Why it cannot be read, if it cannot; its line relative to the block.
  package let reject: Reject?

  package var isReadable: Bool { reject == nil }
}

/// Reads the rows of a register by the million, where they stand. One for each worker.
package struct HouseholdReading {
  private typealias Role = HouseholdsFile.Role

  private let groups: WordTable

  package init(_ scheme: Scheme) { groups = WordTable(scheme.groups.map { [$0.id, $0.name.zh] }) }

  /// The row that `reader` has just read.
  package func read(_ shape: RowShape, _ reader: RowScanner) -> RegisteredHousehold {
    let idCell = unsafe reader.cells[Role.household.rawValue]
    var faults = RowFaults()
    let broken = unsafe reader.badlyEncodedRole
    if let broken { unsafe faults.note(.badEncoding, broken, reader) }
    let isID = unsafe CellReading.isID(idCell)
    if unsafe idCell.isMissing {
      unsafe faults.note(.missing, Role.household.rawValue, reader)
    } else if !isID {
      unsafe faults.note(.badID, Role.household.rawValue, reader)
    }
    let facts = unsafe facts(reader, &faults)
    var reject = unsafe faults.reject(reader, HouseholdsFile.adjudicated)
    if shape != .whole {
      reject = unsafe Reject(
        CellPlace(line: reader.line, column: reader.faultColumn), RowProblem(shape))
    }
    let hasID = isID && broken != Role.household.rawValue
    return unsafe RegisteredHousehold(id: hasID ? idCell : nil, facts: facts, reject: reject)
  }

  /// What the row says; what it says wrongly is noted.
  private func facts(_ reader: RowScanner, _ faults: inout RowFaults) -> RegisterFacts {
    var facts = RegisterFacts()
    let group = unsafe reader.cells[Role.group.rawValue]
    if unsafe !group.isMissing {
      facts.group = unsafe groups.find(group).map(Int.init)
      if facts.group == nil { unsafe faults.note(.unknownWord, Role.group.rawValue, reader) }
    }
    facts.members = unsafe count(.members, atLeast: 1, reader, &faults)
    let income = unsafe reader.cells[Role.income.rawValue]
    if unsafe !income.isMissing {
      facts.income = unsafe CellReading.signedYuan(income)
      if let fault = CellReading.fault(facts.income, in: Yuan.incomeRange) {
        unsafe faults.note(fault, Role.income.rawValue, reader)
      }
    }
    facts.dwellings = unsafe count(.dwellings, reader, &faults)
    facts.businesses = unsafe count(.businesses, reader, &faults)
    facts.vehicles = unsafe count(.vehicles, reader, &faults)
    return facts
  }

  private func count(
    _ role: Role, atLeast least: Int = 0, _ reader: RowScanner, _ faults: inout RowFaults
  ) -> Int? {
    let cell = unsafe reader.cells[role.rawValue]
    if unsafe cell.isMissing { return nil }
    let count = unsafe CellReading.count(cell)
    if let fault = CellReading.fault(count, atLeast: least) {
      unsafe faults.note(fault, role.rawValue, reader)
    }
    return count
  }
}
