package import Tables
import Units

/// A row that is none of the table's.
package enum UnreadRow {
  /// It is left out, and held against the others.
  case totals(TotalsRow)
  case reject(Reject)
}

// Why a row is no claim.
extension ClaimReading {
  /// What the row that `reader` has just read is, as it is no claim.
  package mutating func unread(_ shape: RowShape, _ reader: RowScanner) -> UnreadRow {
    defer {
      dressed.endRow(isRead: false)
      isDressed = false
    }
    if let word = unsafe TotalsRow.word(reader, shape, id: Role.id.rawValue) {
      let cell = unsafe reader.cells[Role.amount.rawValue]
      let stated =
        unsafe dressed.isSplit(cell, reader.commas)
        ? .unreadable : dressed.total(Role.amount.rawValue, signed: false, reader)
      return unsafe .totals(TotalsRow(word: word, line: reader.line, stated: [stated]))
    }
    let reject = unsafe reject(shape, reader)
    return .reject(residents == nil ? reject : reject.masked)
  }

  /// Why the row is no claim: the first fault in it.
  private mutating func reject(_ shape: RowShape, _ reader: RowScanner) -> Reject {
    let sum = unsafe reader.cells[Role.amount.rawValue]
    if unsafe dressed.isSplit(sum, reader.commas), shape == .whole || shape == .tooManyCells {
      return unsafe RowFaults.splitAmount(Role.amount.rawValue, reader, ClaimsFile.columns)
    }
    var faults = RowFaults()
    if let broken = unsafe reader.badlyEncodedRole { unsafe faults.note(.badEncoding, broken, reader) }
    let lookup = unsafe lookupFault(shape, reader)
    unsafe noteID(.id, isRequired: true, reader, &faults)
    unsafe noteID(.household, isRequired: residents == nil, reader, &faults)
    if needsPersons { unsafe noteID(.person, isRequired: false, reader, &faults) }
    if let lookup { unsafe faults.note(lookup.problem, lookup.role.rawValue, reader, lookup.what) }
    unsafe note(.peril, isRequired: true, .unknownWord, reader, &faults) { unsafe dressed.word($0, perils) }
    unsafe note(.cause, isRequired: false, .unknownWord, reader, &faults) { unsafe dressed.word($0, causes) }
    unsafe note(.compensated, isRequired: false, .unknownWord, reader, &faults) { unsafe dressed.answer($0) }
    let corrects = unsafe note(.corrects, isRequired: false, .unknownWord, reader, &faults) {
      unsafe dressed.answer($0)
    }
    let day = unsafe note(.day, isRequired: true, .badDate, reader, &faults) { unsafe dressed.day($0) }
    if let day, !days.contains(day) { unsafe noteDay(day, reader, &faults) }
    let amount = unsafe note(.amount, isRequired: true, .badAmount, reader, &faults) {
      unsafe dressed.amount($0, signed: false, heading: heading)
    }
    if let amount, amount < .zero || amount > Yuan.claimLimit || amount == .zero && corrects != true {
      unsafe faults.note(.amountOutOfRange, Role.amount.rawValue, reader)
    }
    if shape == .whole, let reject = unsafe faults.reject(reader, ClaimsFile.columns) { return reject }
    precondition(shape != .whole, "a row that is no claim has a fault")
    return unsafe Reject(
      CellPlace(TableLine(reader.line), column: reader.faultColumn), RowProblem(shape))
  }

  private mutating func lookupFault(_ shape: RowShape, _ reader: RowScanner) -> LookupFault? {
    guard shape == .whole, let residents, case .failure(let fault) = unsafe lookUp(reader, residents) else {
      return nil
    }
    return fault
  }

  private func noteID(
    _ role: Role, isRequired: Bool, _ reader: RowScanner, _ faults: inout RowFaults
  ) {
    let read = unsafe dressed.id(reader.cells[role.rawValue], isHousehold: role == .household)
    if let fault = unsafe read.fault {
      unsafe faults.note(fault.problem, role.rawValue, reader, fault.what)
    } else if unsafe isRequired && read.cell.isMissing {
      unsafe faults.note(.missing, role.rawValue, reader)
    }
  }

  @discardableResult
  private func note<Value>(
    _ role: Role, isRequired: Bool, _ problem: RowProblem, _ reader: RowScanner, _ faults: inout RowFaults,
    _ read: (Cell) -> CellValue<Value>
  ) -> Value? {
    switch unsafe read(reader.cells[role.rawValue]) {
    case .missing: if isRequired { unsafe faults.note(.missing, role.rawValue, reader) }
    case .refused: unsafe faults.note(problem, role.rawValue, reader)
    case .value(let value): return value
    }
    return nil
  }

  private func noteDay(_ day: Day, _ reader: RowScanner, _ faults: inout RowFaults) {
    let isFuture = day > days.upperBound
    unsafe faults.note(
      isFuture ? .inTheFuture : .badDate, Role.day.rawValue, reader,
      isFuture ? Dress.future : Dress.longPast)
  }
}
