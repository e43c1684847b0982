/// Why a row cannot be read, one case for each the contract names.
enum RejectKind: String, CaseIterable {
  case badQuoting, fewerCells, moreCells, amountSplit
  case brokenObject, nestedValue, keyTwice
  case claimIDMissing, householdIDMissing, claimIDRefused, householdIDRefused, personRefused
  case dateMissing, dateMalformed, dateNotBelieved, amountMissing, amountMalformed, amountOutOfRange
  case perilMissing, perilUnknown, causeUnknown, compensatedUnknown, correctsUnknown
  case personMissing, registerIDMissing, registerIDRefused, groupUnknown, membersMalformed, membersBelowOne
  case incomeMalformed, incomeOutOfRange, dwellingsMalformed, businessesMalformed, vehiclesMalformed
}

/// A row that cannot be read: its line and all that is wrong with it.
struct Reject {
  struct Problem {
    let kind: RejectKind
    /// The column, where a cell is at fault and not the row.
    var column: Column?
    var value = Bytes()
  }

  let line: Int
  let problems: [Problem]
}

/// A claim that could be read.
struct ReadClaim {
  let line: Int
  let id: Bytes
  /// What a repeated id is compared by.
  let content: Content
  let cause: Cause?
  let compensated: Answer?
  /// Whether it takes the place of the claim with its id.
  var corrects = false
  /// Whom it befell.
  var person: Bytes?

  struct Content: Hashable {
    let household: Bytes
    let peril: Peril
    let day: CalendarDay
    let amount: Rational
  }
}

/// A household's row that could be read; nil is an empty cell.
struct ReadHousehold: Hashable {
  let id: Bytes
  let group: Group?
  let members: Int?
  let income: Rational?
  let dwellings: Int?
  let businesses: Int?
  let vehicles: Int?
}

/// One row's cells by column, collecting what is wrong with them.
struct RowReader {
  let row: RawRow
  let places: ReadTable.Places
  private(set) var problems: [Reject.Problem] = []

  init(_ row: RawRow, places: ReadTable.Places, width: Int) {
    self.row = row
    self.places = places
    switch row.fault {
    case .badQuoting: problems.append(.init(kind: .badQuoting))
    case .brokenObject: problems.append(.init(kind: .brokenObject))
    case .nestedValue: problems.append(.init(kind: .nestedValue))
    case .keyTwice: problems.append(.init(kind: .keyTwice))
    case nil:
      if row.cells.count < width, row.isTorn {
        problems.append(.init(kind: .fewerCells))
      } else if let split = splitAmount {
        wrong(.amountSplit, split)
      } else if row.cells.dropFirst(width).contains(where: { !$0.isEmpty }) {
        problems.append(.init(kind: .moreCells))
      }
    }
  }

  /// The column of a sum that was written with a comma and without quotes.
  private var splitAmount: Column? {
    for column in [Column.amount, .income] {
      if let place = places[column], ReadTotals.isSplit(row, at: place) { return column }
    }
    return nil
  }

  /// Whether the row is one of totals: it has the word in one of its first three filled cells, and no id.
  func isTotals(without id: Column) -> Bool {
    if row.fault != nil { return false }
    if let word = cell(id), !ReadTotals.isWord(word) { return false }
    return ReadTotals.firstCells(row).contains { ReadTotals.isWord($0) }
  }

  /// What a row of totals says of a sum.
  func total(of column: Column) -> ReadTotals.Said {
    guard let cell = cell(column) else { return .nothing }
    if splitAmount == column { return .nonsense }
    return Undress.bareMoney(cell, minusAllowed: column == .income).map { .sum($0) } ?? .nonsense
  }

  /// The cell without its dress; nil where it is missing.
  func cell(_ column: Column) -> Bytes? {
    guard let place = places[column], place < row.cells.count else { return nil }
    switch column {
    case .incurredOn, .amount, .members, .income, .dwellings, .businesses, .vehicles:
      return Undress.cell(row.cells[place], .number)
    case .claimID, .householdID, .peril, .cause, .compensated, .corrects, .group, .person:
      return Undress.cell(row.cells[place], .word)
    }
  }

  /// The id in a cell; what is there and is none is a problem of that kind.
  mutating func id(_ column: Column, isHousehold: Bool, missing: RejectKind?, refused: RejectKind) -> Bytes? {
    guard let id = cell(column) else {
      if let missing { wrong(missing, column) }
      return nil
    }
    guard Undress.isID(id), !isHousehold || !Undress.isResidentID(id) else {
      wrong(refused, column)
      return nil
    }
    return id
  }

  mutating func wrong(_ kind: RejectKind, _ column: Column) {
    let place = places[column].flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    problems.append(.init(kind: kind, column: column, value: place ?? []))
  }

  /// The cell's meaning; a cell that has none is a problem of that kind, and so is an empty one that must be filled.
  mutating func read<Value>(
    _ column: Column, otherwise kind: RejectKind, missing: RejectKind? = nil, _ meaning: (Bytes) -> Value?
  ) -> Value? {
    guard let text = cell(column) else {
      if let missing { wrong(missing, column) }
      return nil
    }
    let value = meaning(text)
    if value == nil { wrong(kind, column) }
    return value
  }
}

/// The claims file as read.
struct ReadClaims {
  private(set) var claims: [ReadClaim] = []
  private(set) var totals = ReadTotals()
  private(set) var rejects: [Reject] = []

  /// - Parameter namePersons: whether anything hangs on the persons whom claims name; otherwise they are not looked at.
  init(_ bytes: Bytes, namePersons: Bool = false) {
    let table = ReadTable(bytes)
    let places = table.places
    for row in table.rows {
      var reader = RowReader(row, places: places, width: table.header.count)
      if reader.problems.isEmpty, let claim = ReadClaims.claim(&reader, namePersons) {
        claims.append(claim)
        totals.count(claim.content.amount)
      } else if reader.isTotals(without: .claimID) {
        totals.hold(reader.total(of: .amount), row)
      } else {
        rejects.append(Reject(line: row.line, problems: reader.problems))
      }
    }
    totals.end()
  }

  private static func claim(_ reader: inout RowReader, _ namesPerson: Bool) -> ReadClaim? {
    let id = reader.id(.claimID, isHousehold: false, missing: .claimIDMissing, refused: .claimIDRefused)
    let household = reader.id(
      .householdID, isHousehold: true, missing: .householdIDMissing, refused: .householdIDRefused)

    let peril = reader.read(.peril, otherwise: .perilUnknown, missing: .perilMissing) {
      Peril.meaning(of: $0)
    }
    let day = reader.read(.incurredOn, otherwise: .dateMalformed, missing: .dateMissing) {
      Undress.bareDay($0)
    }
    if let day, !Undress.isBelieved(day) { reader.wrong(.dateNotBelieved, .incurredOn) }

    let corrects = reader.read(.corrects, otherwise: .correctsUnknown) { Undress.bareAnswer($0) }
    let amount = reader.read(.amount, otherwise: .amountMalformed, missing: .amountMissing) {
      Undress.bareMoney($0, minusAllowed: false)
    }
    // Nothing is what a correction leaves of a claim that is withdrawn.
    if let amount, amount > Rational(100_000_000) || amount < .zero || amount == .zero && corrects != .yes {
      reader.wrong(.amountOutOfRange, .amount)
    }

    let cause = reader.read(.cause, otherwise: .causeUnknown) { Cause.meaning(of: $0) }
    let compensated = reader.read(.compensated, otherwise: .compensatedUnknown) {
      Undress.bareAnswer($0)
    }
    let person =
      namesPerson
      ? reader.id(.person, isHousehold: false, missing: nil, refused: .personRefused) : nil
    guard reader.problems.isEmpty, let id, let household, let peril, let day, let amount else { return nil }
    return ReadClaim(
      line: reader.row.line, id: id,
      content: .init(household: household, peril: peril, day: day, amount: amount),
      cause: cause, compensated: compensated, corrects: corrects == .yes, person: person)
  }
}

/// The register of households as read.
struct Register {
  struct Entry {
    let household: ReadHousehold?
    /// Why nobody can say which household this is: a row that cannot be read, or two that differ.
    var unclear: String?
  }

  private(set) var entries: [Bytes: Entry] = [:]
  /// Ids in the order of their first row.
  private(set) var order: [Bytes] = []
  private(set) var rejects: [Reject] = []
  private(set) var totals = ReadTotals()
  /// What remains of the ids once case, blanks, dashes and leading zeros are gone.
  private var bareIDs: Set<Bytes> = []

  init(_ bytes: Bytes) {
    let table = ReadTable(bytes)
    let places = table.places
    for row in table.rows {
      var reader = RowReader(row, places: places, width: table.header.count)
      if reader.isTotals(without: .householdID) {
        totals.hold(reader.total(of: .income), row)
        continue
      }
      let household = reader.problems.isEmpty ? Register.household(&reader) : nil
      if household == nil { rejects.append(Reject(line: row.line, problems: reader.problems)) }
      if let household { totals.count(household.income ?? .zero) }
      // Where no cell's edges are sure, no id is taken to be readable.
      if !row.isUnreliable, let id = reader.cell(.householdID), Undress.isID(id), !Undress.isResidentID(id) {
        enter(household, id: id)
      }
    }
    totals.end()
  }

  /// Whether some id on the register differs from this one only in what a clerk or a spreadsheet changes.
  func hasOneLike(_ id: Bytes) -> Bool { bareIDs.contains(Register.bare(id)) }

  private static func bare(_ id: Bytes) -> Bytes {
    if id.allSatisfy({ $0 < 0x7F }) {
      let kept = id.filter { $0 > 0x20 && $0 != UInt8(ascii: "-") }
      return kept.drop { $0 == 0x30 }.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    }
    let kept = id.text.uppercased().unicodeScalars.filter { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .dashPunctuation
        && scalar.value != 0x2212 && !scalar.properties.isDefaultIgnorableCodePoint
    }
    return Bytes(of: String(String.UnicodeScalarView(kept.drop { $0 == "0" })))
  }

  private mutating func enter(_ household: ReadHousehold?, id: Bytes) {
    bareIDs.insert(Register.bare(id))
    guard var entry = entries[id] else {
      order.append(id)
      entries[id] = Entry(household: household, unclear: household == nil ? "row unreadable" : nil)
      return
    }
    if household == nil {
      entry.unclear = "row unreadable"
    } else if entry.unclear == nil, entry.household != household {
      entry.unclear = "twice and different"
    }
    entries[id] = entry
  }

  private static func household(_ reader: inout RowReader) -> ReadHousehold? {
    let id = reader.id(
      .householdID, isHousehold: true, missing: .registerIDMissing, refused: .registerIDRefused)
    let group = reader.read(.group, otherwise: .groupUnknown) { Group.meaning(of: $0) }
    let members = reader.read(.members, otherwise: .membersMalformed) { Undress.bareCount($0) }
    if let members, members < 1 { reader.wrong(.membersBelowOne, .members) }
    let income = reader.read(.income, otherwise: .incomeMalformed) {
      Undress.bareMoney($0, minusAllowed: true)
    }
    if let income, income < Rational(-100_000_000) || income > Rational(100_000_000_000) {
      reader.wrong(.incomeOutOfRange, .income)
    }
    let dwellings = reader.read(.dwellings, otherwise: .dwellingsMalformed) { Undress.bareCount($0) }
    let businesses = reader.read(.businesses, otherwise: .businessesMalformed) { Undress.bareCount($0) }
    let vehicles = reader.read(.vehicles, otherwise: .vehiclesMalformed) { Undress.bareCount($0) }
    guard reader.problems.isEmpty, let id else { return nil }
    return ReadHousehold(
      id: id, group: group, members: members, income: income,
      dwellings: dwellings, businesses: businesses, vehicles: vehicles)
  }
}
