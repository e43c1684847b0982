package import Rules
package import Tables
package import Units

/// Reads the rows of a claims table. One for each worker, for the words and the last day it has met.
package struct ClaimReading {
  private typealias Role = ClaimsFile.Role

  private let perils: WordTable
  private let causes: WordTable
  private let answers = WordTable([["yes", "是"], ["no", "否"]])
  private let needsPersons: Bool
  /// The days of events that are believed.
  private let days: ClosedRange<Day>
  /// The last day read, as its text and as itself: claims come mostly in the order of days.
  private var lastDay: (low: UInt64, high: UInt64, count: Int, day: Day?) = (0, 0, 0, nil)
  private let dressed = DressedCells()
  /// The unit that the heading of the amounts states.
  private var heading = Heading.Unit.unstated
  /// Whether a cell of the row in hand is read by ``dressed``.
  private var isDressed = false

  /// - Parameter last: the last day an event can have: that of the run.
  package init(_ scheme: Scheme, notAfter last: Day? = nil) {
    perils = WordTable(scheme.perils.map { [$0.id, $0.name.zh] })
    causes = WordTable(scheme.causes.map { [$0.id, $0.name.zh] })
    needsPersons = scheme.needsPersons
    days = Dress.earliestEvent...max(Dress.earliestEvent, last ?? Day.last)
  }

  /// How many cells of the claims read so far wore another dress.
  package var dress: DressCount { dressed.count }

  /// Begins a block: what was read of the one before is let go, and amounts are in the unit of its heading.
  package mutating func begin(_ scanner: RowScanner) {
    dressed.clear()
    heading = unsafe scanner.unit(of: Role.amount.rawValue)
  }

  /// Whether a cell has an id, in whatever dress.
  package func holds(_ cell: Cell, _ id: [UInt8]) -> Bool {
    if unsafe cell.holds(id) { return true }
    if unsafe CellReading.isPlainID(cell, false) { return false }
    defer {
      dressed.endRow(isRead: false)
      dressed.clear()
    }
    return unsafe dressed.id(cell).cell.holds(id)
  }

  /// The claim in the row that `scanner` has just read; `nil` where it is none.
  package mutating func read(_ shape: RowShape, _ scanner: RowScanner) -> StatedClaim? {
    guard shape == .whole, unsafe scanner.badlyEncodedRole == nil else { return nil }
    heading = unsafe scanner.unit(of: Role.amount.rawValue)
    return unsafe stated(scanner.cells, scanner.line, false)
  }

  /// The claim in a row whose shape is whole and whose text is well encoded; `nil` where it is none.
  ///
  /// - Parameters:
  ///   - line: the line in the block on which the row begins.
  ///   - isPlain: whether the block is ASCII without control characters.
  ///   - claim: where the claim is put, if the row is one.
  /// - Returns: whether it is.
  package mutating func read(
    _ cells: UnsafeMutablePointer<Cell>, line: Int, isPlain: Bool,
    into claim: UnsafeMutablePointer<StatedClaim>
  ) -> Bool {
    guard let stated = unsafe stated(cells, line, isPlain) else { return false }
    unsafe claim.initialize(to: stated)
    return true
  }

  /// The person's cell of a claim that was read has its dress taken off.
  @inline(__always)
  private mutating func stated(
    _ cells: UnsafeMutablePointer<Cell>, _ line: Int, _ isPlain: Bool
  ) -> StatedClaim? {
    var id = unsafe cells[Role.id.rawValue]
    var household = unsafe cells[Role.household.rawValue]
    guard unsafe CellReading.isPlainID(id, isPlain) || isDressedID(&id, .id),
      unsafe isPlainHousehold(household, isPlain) || isDressedID(&household, .household),
      let peril = unsafe perils.find(cells[Role.peril.rawValue]) ?? dressedWord(.peril, cells),
      let day = unsafe day(cells[Role.day.rawValue]), days.contains(day),
      let amount = unsafe plainAmount(cells[Role.amount.rawValue]) ?? dressedAmount(cells),
      amount >= .zero, amount <= Yuan.claimLimit,
      let correction = unsafe answer(cells[Role.corrects.rawValue]),
      amount > .zero || correction == StatedClaim.yes,
      let compensated = unsafe answer(cells[Role.compensated.rawValue])
    else { return nil }
    let causeCell = unsafe cells[Role.cause.rawValue]
    var cause = StatedClaim.noCause
    if unsafe !causeCell.isMissing {
      guard let found = unsafe causes.find(causeCell) ?? dressedCause(causeCell) else { return nil }
      cause = found
    }
    if needsPersons, unsafe !cells[Role.person.rawValue].isMissing {
      var person = unsafe cells[Role.person.rawValue]
      guard unsafe CellReading.isPlainID(person, isPlain) || isDressedID(&person, .person) else { return nil }
      unsafe cells[Role.person.rawValue] = unsafe person
    }
    if isDressed { countDress() }
    return unsafe StatedClaim(
      id: id.start, household: household.start, amount: amount.fen, day: day,
      line: UInt32(truncatingIfNeeded: line), idCount: UInt8(truncatingIfNeeded: id.count),
      householdCount: UInt8(truncatingIfNeeded: household.count), peril: peril, cause: cause,
      compensated: compensated, corrects: correction == StatedClaim.yes)
  }

  @inline(__always)
  private func plainAmount(_ cell: Cell) -> Yuan? {
    heading == .tenThousand ? nil : unsafe CellReading.yuan(cell)
  }

  /// What a yes or no says; `nil` where it is neither.
  @inline(__always)
  private mutating func answer(_ cell: Cell) -> UInt8? {
    if unsafe cell.isMissing { return 0 }
    return unsafe answers.find(cell).map { $0 &+ 1 } ?? dressedAnswer(cell)
  }

  @inline(__always)
  private func isPlainHousehold(_ cell: Cell, _ isPlain: Bool) -> Bool {
    let count = unsafe cell.count
    return unsafe CellReading.isPlainID(cell, isPlain)
      && (count != 15 && count != 18 || !Dress.isResidentID(cell))
  }

  @inline(__always)
  private mutating func day(_ cell: Cell) -> Day? {
    let count = unsafe cell.count
    guard count <= 10 else { return unsafe dressedDay(cell) }
    let low = unsafe cell.firstWord
    let high = unsafe count > 8 ? Cell(start: cell.start + 8, count: count &- 8).firstWord : 0
    if low == lastDay.low, high == lastDay.high, count == lastDay.count, let day = lastDay.day { return day }
    guard let day = unsafe Day.parse(cell.start, count: count) else { return unsafe dressedDay(cell) }
    lastDay = (low, high, count, day)
    return day
  }
}

// Cells whose plain form fails.
extension ClaimReading {
  @inline(never)
  private mutating func isDressedID(_ cell: inout Cell, _ role: Role) -> Bool {
    isDressed = true
    let read = unsafe dressed.id(cell, isHousehold: role == .household)
    unsafe cell = unsafe read.cell
    return unsafe read.fault == nil && (role == .person || !read.cell.isMissing)
  }

  @inline(never)
  private mutating func dressedWord(_ role: Role, _ cells: UnsafeMutablePointer<Cell>) -> UInt8? {
    isDressed = true
    guard case .value(let word) = unsafe dressed.word(cells[role.rawValue], perils) else { return nil }
    return word
  }

  @inline(never)
  private mutating func dressedCause(_ cell: Cell) -> UInt8? {
    isDressed = true
    switch unsafe dressed.word(cell, causes) {
    case .missing: return StatedClaim.noCause
    case .value(let cause): return cause
    case .refused: return nil
    }
  }

  @inline(never)
  private mutating func dressedAnswer(_ cell: Cell) -> UInt8? {
    isDressed = true
    switch unsafe dressed.answer(cell) {
    case .missing: return 0
    case .value(let isYes): return isYes ? StatedClaim.yes : StatedClaim.no
    case .refused: return nil
    }
  }

  @inline(never)
  private mutating func dressedDay(_ cell: Cell) -> Day? {
    isDressed = true
    guard case .value(let day) = unsafe dressed.day(cell) else { return nil }
    return day
  }

  @inline(never)
  private mutating func dressedAmount(_ cells: UnsafeMutablePointer<Cell>) -> Yuan? {
    isDressed = true
    let cell = unsafe cells[Role.amount.rawValue]
    guard case .value(let amount) = unsafe dressed.amount(cell, signed: false, heading: heading) else {
      return nil
    }
    return amount
  }

  @inline(never)
  private mutating func countDress() {
    dressed.endRow(isRead: true)
    isDressed = false
  }
}

// Why a row is no claim.
extension ClaimReading {
  /// Why the row that `reader` has just read is no claim: the first fault in it.
  package mutating func reject(_ shape: RowShape, _ reader: RowScanner) -> Reject {
    defer {
      dressed.endRow(isRead: false)
      isDressed = false
    }
    var faults = RowFaults()
    if let broken = unsafe reader.badlyEncodedRole { unsafe faults.note(.badEncoding, broken, reader) }
    for role in [Role.id, .household] { unsafe noteID(role, isRequired: true, reader, &faults) }
    if needsPersons { unsafe noteID(.person, isRequired: false, reader, &faults) }
    unsafe note(.peril, isRequired: true, .unknownWord, reader, &faults) { unsafe dressed.word($0, perils) }
    unsafe note(.cause, isRequired: false, .unknownWord, reader, &faults) { unsafe dressed.word($0, causes) }
    unsafe note(.compensated, isRequired: false, .unknownWord, reader, &faults) { unsafe dressed.answer($0) }
    let corrects = unsafe note(.corrects, isRequired: false, .unknownWord, reader, &faults) {
      unsafe dressed.answer($0)
    }
    let day = unsafe note(.day, isRequired: true, .badDate, reader, &faults) { unsafe dressed.day($0) }
    if let day, !days.contains(day) { unsafe noteDay(day, reader, &faults) }
    let amount = unsafe note(.amount, isRequired: true, .badAmount, reader, &faults) {
      unsafe dressed.amount($0, signed: false, heading: reader.unit(of: Role.amount.rawValue))
    }
    if let amount, amount < .zero || amount > Yuan.claimLimit || amount == .zero && corrects != true {
      unsafe faults.note(.amountOutOfRange, Role.amount.rawValue, reader)
    }
    if shape == .whole, let reject = unsafe faults.reject(reader, ClaimsFile.columns) { return reject }
    precondition(shape != .whole, "a row that is no claim has a fault")
    return unsafe Reject(
      CellPlace(TableLine(reader.line), column: reader.faultColumn), RowProblem(shape))
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
