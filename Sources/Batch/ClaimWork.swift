import Claims
import Files
import Pipeline
import Rules
import Tables
import Units

/// A worker on the claims: reads a block, decides its claims, words the decisions.
///
/// This file reads; ``commit()`` decides and ``finish()`` words. The loops keep what they use in local constants: a
/// reference looked up or counted for each of ten million claims costs more than the claim.
@safe
final class ClaimWork: BlockWork {
  let stream: ClaimStream
  let block = Block()
  let reader: RowReader
  private(set) var reading: ClaimReading
  /// The claims of the block, ``count`` of them.
  private(set) var rows: UnsafeMutablePointer<ClaimInWork>
  private(set) var count = 0
  private var keys: UnsafeMutablePointer<Key>
  private var capacity = 0
  /// Whether claims of the block correct earlier ones.
  private(set) var hasCorrections = false
  /// Whether the ids of the block ascend.
  private(set) var ascends = true
  /// For each claim the person it is for, where the scheme sums by person; empty where it names nobody.
  private(set) var persons: [String] = []
  /// The rows of the block that cannot be read.
  var rejects: [Reject] = []
  /// What of the block is held against its rows of totals.
  private(set) var totals = BlockTotals()
  /// The cells of the block that run over several lines which each look like a row.
  private(set) var runOn: (count: Int, firstLine: Int) = (0, 0)
  private(set) var lineCount = 0
  private(set) var emptyRows = 0
  /// The claims of the block whose households are not on the register.
  private(set) var missing = MissingHouseholds()
  /// The line before the block's first.
  var firstLine = 0
  /// For each claim what only detailed decisions show; empty where nobody asks.
  private(set) var money: UnsafeMutablePointer<DecisionWriter.Money>
  let keepsMoney: Bool
  let output = OutputBuffer()
  /// For each reason and peril, what fell to it in this worker's blocks.
  let counts: FlatArray<Tally.Entry>

  private struct Key: BitwiseCopyable {
    var id: PackedID
    var hash: UInt64
    var slot: UInt64
  }

  init(_ stream: ClaimStream, keepsMoney: Bool) {
    self.stream = stream
    reader = RowReader(stream.source, columns: stream.columns)
    reading = stream.newReading()
    unsafe rows = .allocate(capacity: 0)
    unsafe keys = .allocate(capacity: 0)
    unsafe money = .allocate(capacity: 0)
    counts = FlatArray(zeroed: Tally.reasons * stream.adjudicator.scheme.perils.count)
    self.keepsMoney = keepsMoney
  }

  deinit {
    unsafe rows.deallocate()
    unsafe keys.deallocate()
    unsafe money.deallocate()
  }

  func take() throws(BatchError) -> Bool {
    do { return try stream.blocks.next(into: block) } catch { throw .file(error) }
  }

  func prepare() {
    rejects.removeAll(keepingCapacity: true)
    persons.removeAll(keepingCapacity: true)
    missing = MissingHouseholds()
    let scanner = unsafe reader.begin(block)
    unsafe reading.begin(scanner)
    if stream.residents == nil {
      unsafe readRows(scanner, by: StatedHouseholds.self)
    } else {
      unsafe readRows(scanner, by: LookedUpHouseholds.self)
    }
    lookUpAndJudge()
  }

  /// A claim takes at least 16 bytes of text: room for as many rows as the block can have.
  private func reserve() {
    let most = block.count / 16 + 1
    guard most > capacity else { return }
    unsafe rows.deallocate()
    unsafe keys.deallocate()
    unsafe rows = .allocate(capacity: most)
    unsafe keys = .allocate(capacity: most)
    if keepsMoney {
      unsafe money.deallocate()
      unsafe money = .allocate(capacity: most)
    }
    capacity = most
  }

  /// - Parameter way: known to the compiler, so that rows which state their households cost no more for the others.
  @inline(__always)
  private func readRows<Way: ClaimRowReading>(_ scanner: consuming RowScanner, by way: Way.Type) {
    reserve()
    var scanner = unsafe scanner
    var reading = reading
    let (rows, keys) = unsafe (rows, keys)
    let needsPersons = stream.adjudicator.needsPersons
    let (cells, checksText) = unsafe (scanner.cells, scanner.checksText)
    let (isPlain, commas) = unsafe (scanner.isPlain, scanner.commas)
    var totals = BlockTotals()
    var sum: Int64 = 0
    var count = 0
    var ascends = true
    var hasCorrections = false
    var lastID = unsafe OrderedID(Cell(start: block.text, count: 0))
    while true {
      let shape = unsafe scanner.next()
      if shape == .none { break }
      guard shape == .whole, unsafe !checksText || scanner.badlyEncodedRole == nil,
        unsafe Way.read(&reading, scanner, isPlain: isPlain, commas: commas, into: rows + count)
      else {
        switch unsafe reading.unread(shape, scanner) {
        case .reject(let reject): rejects.append(reject)
        case .totals(let row): totals.meet(row, after: count, sum: sum)
        }
        continue
      }
      let row = unsafe rows + count
      let household = unsafe PackedID.key(row.pointee.householdCell)
      unsafe keys[count] = Key(id: household, hash: household.hash, slot: 0)
      if unsafe row.pointee.stated.corrects { hasCorrections = true }
      let id = unsafe OrderedID(row.pointee.idCell)
      if unsafe !lastID.precedes(id) { ascends = false }
      unsafe lastID = unsafe id
      unsafe sum &+= row.pointee.amount
      if needsPersons { persons.append(unsafe cells[ClaimsFile.Role.person.rawValue].string) }
      count &+= 1
    }
    self.reading = reading
    self.count = count
    self.ascends = ascends
    self.hasCorrections = hasCorrections
    (totals.rows, totals.sum) = (count, sum)
    self.totals = totals
    runOn = unsafe scanner.runOn
    lineCount = unsafe scanner.lineCount
    emptyRows = unsafe scanner.emptyRows
  }

  /// Looks the households up and judges the claims, a stride at a time: small loops that do one thing each, so that
  /// the waits for memory overlap, and small strides, so that what was fetched is still near when it is used.
  private func lookUpAndJudge() {
    var start = 0
    while start < count {
      let end = min(count, start &+ ClaimWork.stretch)
      lookUp(start..<end)
      judge(start..<end)
      start = end
    }
  }

  static let stretch = 512

  private func lookUp(_ range: Range<Int>) {
    let households = stream.register.households
    let (slots, records) = (households.slots, households.records)
    let (rows, keys) = unsafe (rows, keys)
    let mask = slots.count &- 1
    for index in range {
      unsafe keys[index].slot = slots[Int(truncatingIfNeeded: keys[index].hash) & mask]
    }
    for index in range {
      let hash = unsafe keys[index].hash
      var slot = unsafe keys[index].slot
      var place = Int(truncatingIfNeeded: hash) & mask
      while slot != 0, slot >> 32 != hash >> 32 {
        place = (place &+ 1) & mask
        slot = slots[place]
      }
      unsafe rows[index].ordinal = UInt32(truncatingIfNeeded: slot) &- 1
    }
    for index in range {
      let ordinal = unsafe rows[index].ordinal
      let isFound = unsafe ordinal != Register.none && records[Int(ordinal)].id == keys[index].id
      unsafe keys[index].slot = isFound ? 1 : 0
    }
    // One hash in billions leads astray, and of long ids the bytes are to be compared: those are looked up one by one.
    for index in range where unsafe keys[index].slot == 0 {
      unsafe rows[index].ordinal = households.find(rows[index].householdCell, keys[index].id)
    }
    let accounts = stream.accounts
    var touched: UInt64 = 0
    for index in range {
      let ordinal = unsafe rows[index].ordinal
      if ordinal != Register.none { touched &+= unsafe accounts.touch(ordinal, rows[index].peril) }
    }
    sink = touched
  }

  /// Keeps the compiler from leaving out what is only asked for to bring it near.
  var sink: UInt64 = 0

  /// Rows 3 and 4 for a household that is not on the register.
  @inline(never)
  private func eligibility(ofMissing household: Cell) -> Eligibility {
    let like = unsafe stream.likeIDs.ordinals(like: household).first
    unsafe missing.note(household, like: like, stream.register)
    return like == nil ? .unknown : .unclear
  }

  /// Rows 3 to 15a of the decision table.
  private func judge(_ range: Range<Int>) {
    let adjudicator = stream.adjudicator
    let records = stream.register.households.records
    let needsPersons = adjudicator.needsPersons
    let rows = unsafe rows
    for index in range {
      let row = unsafe rows + index
      let ordinal = unsafe row.pointee.ordinal
      let eligibility =
        unsafe ordinal == Register.none
        ? eligibility(ofMissing: row.pointee.householdCell) : records[Int(ordinal)].value
      let stated = unsafe row.pointee.stated
      let findings = adjudicator.findings(
        eligibility, peril: Int(stated.peril), day: stated.day, cause: stated.causeIndex,
        compensated: stated.isCompensated,
        namesPerson: !needsPersons || !persons[index].isEmpty)
      unsafe row.pointee.findings = findings
      if findings.isEmpty {
        unsafe row.pointee.benefit = UInt8(
          truncatingIfNeeded: adjudicator.benefit(eligibility, peril: Int(row.pointee.peril)))
        unsafe row.pointee.members = Int32(truncatingIfNeeded: eligibility.memberCount)
      }
    }
  }
}

/// How a claim is read from the row just scanned.
private protocol ClaimRowReading {
  static func read(
    _ reading: inout ClaimReading, _ scanner: RowScanner, isPlain: Bool, commas: CommaText,
    into row: UnsafeMutablePointer<ClaimInWork>
  ) -> Bool
}

/// The row states its household.
private enum StatedHouseholds: ClaimRowReading {
  @inline(__always)
  static func read(
    _ reading: inout ClaimReading, _ scanner: RowScanner, isPlain: Bool, commas: CommaText,
    into row: UnsafeMutablePointer<ClaimInWork>
  ) -> Bool {
    unsafe ClaimInWork.read(
      &reading, scanner.cells, line: scanner.line, isPlain: isPlain, commas: commas, into: row)
  }
}

/// A list of members has the household, where the row does not state it.
private enum LookedUpHouseholds: ClaimRowReading {
  static func read(
    _ reading: inout ClaimReading, _ scanner: RowScanner, isPlain: Bool, commas: CommaText,
    into row: UnsafeMutablePointer<ClaimInWork>
  ) -> Bool {
    unsafe ClaimInWork.lookUpAndRead(&reading, scanner, isPlain: isPlain, commas: commas, into: row)
  }
}
