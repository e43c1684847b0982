package import Rules
package import Tables
package import Units

/// Reads the rows of a claims table. One for each worker, for the words and the last day it has met.
package struct ClaimReading {
  typealias Role = ClaimsFile.Role

  let perils: WordTable
  let causes: WordTable
  private let answers = WordTable([["yes", "是"], ["no", "否"]])
  let needsPersons: Bool
  /// The days of events that are believed.
  let days: ClosedRange<Day>
  /// The last day read, as its text and as itself: claims come mostly in the order of days.
  private var lastDay: (low: UInt64, high: UInt64, count: Int, day: Day?) = (0, 0, 0, nil)
  let dressed = DressedCells()
  /// The unit that the heading of the amounts states.
  var heading = Heading.Unit.unstated
  /// Whether a cell of the row in hand is read by ``dressed``.
  var isDressed = false
  /// The list in which households are looked up by resident IDs, where somebody gives one.
  let residents: (any ResidentList)?
  /// How many of the claims read so far were looked up.
  package internal(set) var lookups = LookupCount()

  /// - Parameters:
  ///   - last: the last day an event can have: that of the run.
  ///   - residents: a list of members; then the rows have the columns of ``ClaimsFile/lookedUp``, otherwise those of
  ///     ``ClaimsFile/stated``.
  package init(_ scheme: Scheme, notAfter last: Day? = nil, residents: (any ResidentList)? = nil) {
    self.residents = residents
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
    guard let residents else {
      return unsafe stated(scanner.cells, scanner.line, false, scanner.commas)
    }
    guard case .success(let lookup) = unsafe lookUp(scanner, residents),
      let claim = unsafe stated(scanner.cells, scanner.line, false, scanner.commas)
    else { return nil }
    count(lookup)
    return claim
  }

  /// The claim in a row whose shape is whole and whose text is well encoded; `nil` where it is none.
  ///
  /// - Parameters:
  ///   - line: the line in the block on which the row begins.
  ///   - isPlain: whether the block is ASCII without control characters.
  ///   - commas: the text in which commas stand between cells.
  ///   - claim: where the claim is put, if the row is one.
  /// - Returns: whether it is.
  package mutating func read(
    _ cells: UnsafeMutablePointer<Cell>, line: Int, isPlain: Bool, commas: CommaText,
    into claim: UnsafeMutablePointer<StatedClaim>
  ) -> Bool {
    guard let stated = unsafe stated(cells, line, isPlain, commas) else { return false }
    unsafe claim.initialize(to: stated)
    return true
  }

  /// The person's cell of a claim that was read has its dress taken off.
  @inline(__always)
  private mutating func stated(
    _ cells: UnsafeMutablePointer<Cell>, _ line: Int, _ isPlain: Bool, _ commas: CommaText
  ) -> StatedClaim? {
    var id = unsafe cells[Role.id.rawValue]
    var household = unsafe cells[Role.household.rawValue]
    guard unsafe CellReading.isPlainID(id, isPlain) || isDressedID(&id, .id),
      unsafe isPlainHousehold(household, isPlain) || isDressedID(&household, .household),
      let peril = unsafe perils.find(cells[Role.peril.rawValue]) ?? dressedWord(.peril, cells),
      let day = unsafe day(cells[Role.day.rawValue]), days.contains(day),
      let amount = unsafe amount(cells[Role.amount.rawValue], commas),
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

  /// The amount in a cell; `nil` also where it goes on in the next one.
  @inline(__always)
  private mutating func amount(_ cell: Cell, _ commas: CommaText) -> Yuan? {
    guard heading != .tenThousand, let amount = unsafe CellReading.yuan(cell) else {
      return unsafe dressedAmount(cell, commas)
    }
    if unsafe cell.count <= 3 && dressed.isSplit(cell, commas) { return nil }
    return amount
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
  private mutating func dressedAmount(_ cell: Cell, _ commas: CommaText) -> Yuan? {
    isDressed = true
    guard case .value(let amount) = unsafe dressed.amount(cell, signed: false, heading: heading),
      unsafe !dressed.isSplit(cell, commas)
    else { return nil }
    return amount
  }

  @inline(never)
  private mutating func countDress() {
    dressed.endRow(isRead: true)
    isDressed = false
  }
}
