package import Rules
public import Tables
public import Units

/// A claim as its row states it, its ids where they stand in the block's text, trimmed.
@safe
public struct StatedClaim {
  /// Its id's first byte.
  public let id: UnsafePointer<UInt8>
  /// Its household's first byte.
  public let household: UnsafePointer<UInt8>
  /// In fen.
  public let amount: Int64
  /// The day of the event.
  public let day: Day
  /// The line in the block, from 0.
  public let line: UInt32
  /// At most ``CellReading/longestID``.
  public let idCount: UInt8
  /// At most ``CellReading/longestID``.
  public let householdCount: UInt8
  /// A peril of the scheme, by its place there.
  public let peril: UInt8
  /// A cause of the scheme, or ``noCause`` where not said.
  public let cause: UInt8
  /// 0 not said, 1 yes, 2 no.
  @usableFromInline let compensated: UInt8

  /// No cause is stated.
  @inlinable public static var noCause: UInt8 { 255 }

  /// Its id where it stands.
  @inlinable public var idCell: Cell { unsafe Cell(start: id, count: Int(idCount)) }
  /// Its household's id where it stands.
  @inlinable public var householdCell: Cell { unsafe Cell(start: household, count: Int(householdCount)) }
  /// Whether somebody else has paid; `nil` where not said.
  @inlinable public var isCompensated: Bool? { compensated == 0 ? nil : compensated == 1 }
  /// Its cause, by its place in the scheme; `nil` where not said.
  @inlinable public var causeIndex: Int? { cause == StatedClaim.noCause ? nil : Int(cause) }
}

/// Reads the rows of a claims table. One for each worker, for the words and the last day it has met.
package struct ClaimReading {
  private typealias Role = ClaimsFile.Role

  private let perils: WordTable
  private let causes: WordTable
  private let answers = WordTable([["yes", "是"], ["no", "否"]])
  private let needsPersons: Bool
  /// The last day read, as its text and as itself: claims come mostly in the order of days.
  private var lastDay: (low: UInt64, high: UInt64, count: Int, day: Day?) = (0, 0, 0, nil)

  package init(_ scheme: Scheme) {
    perils = WordTable(scheme.perils.map { [$0.id, $0.name.zh] })
    causes = WordTable(scheme.causes.map { [$0.id, $0.name.zh] })
    needsPersons = scheme.needsPersons
  }

  /// The claim in the row that `scanner` has just read; `nil` where it is none.
  package mutating func read(_ shape: RowShape, _ scanner: RowScanner) -> StatedClaim? {
    guard shape == .whole, unsafe scanner.badlyEncodedRole == nil else { return nil }
    return unsafe stated(scanner.cells, scanner.line, false)
  }

  /// The claim in a row whose shape is whole and whose text is well encoded; `nil` where it is none.
  ///
  /// - Parameters:
  ///   - line: the line in the block on which the row begins.
  ///   - isPlain: whether the block has no control characters.
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

  @inline(__always)
  private mutating func stated(
    _ cells: UnsafeMutablePointer<Cell>, _ line: Int, _ isPlain: Bool
  ) -> StatedClaim? {
    let id = unsafe cells[Role.id.rawValue]
    let household = unsafe cells[Role.household.rawValue]
    guard unsafe isID(id, isPlain), unsafe isID(household, isPlain),
      let peril = unsafe perils.find(cells[Role.peril.rawValue]),
      let day = unsafe day(cells[Role.day.rawValue]),
      let amount = unsafe CellReading.yuan(cells[Role.amount.rawValue]), amount > .zero,
      amount <= Yuan.claimLimit
    else { return nil }
    let causeCell = unsafe cells[Role.cause.rawValue]
    var cause = StatedClaim.noCause
    if unsafe !causeCell.isMissing {
      guard let found = unsafe causes.find(causeCell) else { return nil }
      cause = found
    }
    let answerCell = unsafe cells[Role.compensated.rawValue]
    var answer: UInt8 = 0
    if unsafe !answerCell.isMissing {
      guard let found = unsafe answers.find(answerCell) else { return nil }
      answer = found + 1
    }
    if needsPersons, unsafe !cells[Role.person.rawValue].isMissing,
      unsafe !CellReading.isID(cells[Role.person.rawValue])
    {
      return nil
    }
    return unsafe StatedClaim(
      id: id.start, household: household.start, amount: amount.fen, day: day,
      line: UInt32(truncatingIfNeeded: line), idCount: UInt8(truncatingIfNeeded: id.count),
      householdCount: UInt8(truncatingIfNeeded: household.count), peril: peril, cause: cause,
      compensated: answer)
  }

  @inline(__always)
  private func isID(_ cell: Cell, _ isPlain: Bool) -> Bool {
    if unsafe isPlain && cell.count <= PackedID.most { return unsafe cell.count > 0 }
    return unsafe CellReading.isID(cell)
  }

  @inline(__always)
  private mutating func day(_ cell: Cell) -> Day? {
    let count = unsafe cell.count
    guard count <= 10 else { return nil }
    let low = unsafe cell.firstWord
    let high = unsafe count > 8 ? Cell(start: cell.start + 8, count: count &- 8).firstWord : 0
    if low == lastDay.low, high == lastDay.high, count == lastDay.count { return lastDay.day }
    let day = unsafe Day.parse(cell.start, count: count)
    lastDay = (low, high, count, day)
    return day
  }

  /// Why the row that `reader` has just read is no claim: the first fault in it.
  package func reject(_ shape: RowShape, _ reader: RowScanner) -> Reject {
    var faults = RowFaults()
    if let broken = unsafe reader.badlyEncodedRole { unsafe faults.note(.badEncoding, broken, reader) }
    for role in [Role.id, .household] { unsafe noteID(role, isRequired: true, reader, &faults) }
    if needsPersons { unsafe noteID(.person, isRequired: false, reader, &faults) }
    unsafe noteWord(.peril, perils, isRequired: true, reader, &faults)
    unsafe noteWord(.cause, causes, isRequired: false, reader, &faults)
    unsafe noteWord(.compensated, answers, isRequired: false, reader, &faults)
    let dayCell = unsafe reader.cells[Role.day.rawValue]
    if unsafe dayCell.isMissing {
      unsafe faults.note(.missing, Role.day.rawValue, reader)
    } else if unsafe Day.parse(dayCell.start, count: dayCell.count) == nil {
      unsafe faults.note(.badDate, Role.day.rawValue, reader)
    }
    let amountCell = unsafe reader.cells[Role.amount.rawValue]
    if unsafe amountCell.isMissing {
      unsafe faults.note(.missing, Role.amount.rawValue, reader)
    } else if let amount = unsafe CellReading.yuan(amountCell) {
      if amount <= .zero || amount > Yuan.claimLimit {
        unsafe faults.note(.amountOutOfRange, Role.amount.rawValue, reader)
      }
    } else {
      unsafe faults.note(.badAmount, Role.amount.rawValue, reader)
    }
    if shape == .whole, let reject = unsafe faults.reject(reader, ClaimsFile.columns) { return reject }
    precondition(shape != .whole, "a row that is no claim has a fault")
    return unsafe Reject(
      CellPlace(line: reader.line, column: reader.faultColumn), RowProblem(shape))
  }

  private func noteID(
    _ role: Role, isRequired: Bool, _ reader: RowScanner, _ faults: inout RowFaults
  ) {
    let cell = unsafe reader.cells[role.rawValue]
    if unsafe cell.isMissing {
      if isRequired { unsafe faults.note(.missing, role.rawValue, reader) }
    } else if unsafe !CellReading.isID(cell) {
      unsafe faults.note(.badID, role.rawValue, reader)
    }
  }

  private func noteWord(
    _ role: Role, _ words: WordTable, isRequired: Bool, _ reader: RowScanner, _ faults: inout RowFaults
  ) {
    let cell = unsafe reader.cells[role.rawValue]
    if unsafe cell.isMissing {
      if isRequired { unsafe faults.note(.missing, role.rawValue, reader) }
    } else if unsafe words.find(cell) == nil {
      unsafe faults.note(.unknownWord, role.rawValue, reader)
    }
  }
}
