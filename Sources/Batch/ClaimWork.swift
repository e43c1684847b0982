import Claims
import Rules
import Tables
import Units

/// What the workers on one claims table share. What changes is used in turn.
@safe
final class ClaimStream {
  let adjudicator: Adjudicator
  let register: Register
  let source: TableSource
  let blocks: BlockReader
  let progress: BatchProgress
  let accounts: Accounts
  let ids: ClaimIDs
  let writer: DecisionWriter
  /// Receives the decisions, in order.
  let output: OutputFile
  /// Receives the rejects, in order.
  let rejects: RejectList
  /// What each household is paid, where somebody wants to know.
  let payouts: PayoutList?
  /// Sees every decided row, in order.
  let observer: ((borrowing ClaimRow, DecisionWriter.Money, _ line: Int) -> Void)?

  /// How many lines were committed.
  var lines: Int
  var claims = 0
  /// The id of the last claim, while ids ascend, and behind it the room that cells have.
  private var lastID: [UInt8] = []
  /// Whether every id is entered in ``ids``: from the first on that does not ascend.
  var entersIDs = false

  init(
    _ adjudicator: Adjudicator, _ register: Register, _ source: TableSource, _ blocks: BlockReader,
    _ progress: BatchProgress, _ earlier: EarlierRuns, _ writer: DecisionWriter, output: OutputFile,
    rejects: RejectList, payouts: PayoutList?,
    observer: ((borrowing ClaimRow, DecisionWriter.Money, _ line: Int) -> Void)?
  ) {
    self.adjudicator = adjudicator
    self.register = register
    self.source = source
    self.blocks = blocks
    self.progress = progress
    accounts = earlier.accounts
    ids = earlier.ids
    self.writer = writer
    self.output = output
    self.rejects = rejects
    self.payouts = payouts
    self.observer = observer
    lines = source.headerLines
  }

  /// Whether an id ascends from the last one.
  func follows(_ id: Cell) -> Bool {
    unsafe lastID.withUnsafeBufferPointer { last in
      guard let base = last.baseAddress, !last.isEmpty else { return true }
      return unsafe IDOrder.ascends(Cell(start: base, count: last.count - PackedID.most), id)
    }
  }

  /// Keeps the id that later ones must ascend from.
  func keepLast(_ id: Cell) {
    unsafe lastID.replaceSubrange(0..., with: UnsafeBufferPointer(start: id.start, count: id.count))
    lastID.append(contentsOf: repeatElement(0, count: PackedID.most))
  }
}

/// A worker on the claims: reads a block, decides its claims, words the decisions.
@safe
final class ClaimWork: BlockWork {
  let stream: ClaimStream
  private let block = Block()
  private let reader: RowReader
  private var reading: ClaimReading
  private var rows: UnsafeMutablePointer<ClaimRow>
  private var keys: UnsafeMutablePointer<Key>
  private var money: UnsafeMutablePointer<DecisionWriter.Money>
  private var persons: [String] = []
  private var capacity = 0
  private var count = 0
  private var ascends = true
  private var rejects: [Reject] = []
  private let output = OutputBuffer()
  /// The counts and sums of this worker's blocks.
  private(set) var tally: Tally
  private let keepsMoney: Bool
  private var firstLine = 0

  private struct Key: BitwiseCopyable {
    var id: PackedID
    var hash: UInt64
    var slot: UInt64
  }

  init(_ stream: ClaimStream, keepsMoney: Bool) {
    self.stream = stream
    reader = RowReader(
      stream.source, columns: ClaimTable.columns(needsPersons: stream.adjudicator.scheme.needsPersons))
    reading = ClaimReading(stream.adjudicator.scheme)
    unsafe rows = .allocate(capacity: 0)
    unsafe keys = .allocate(capacity: 0)
    unsafe money = .allocate(capacity: 0)
    tally = Tally(perils: stream.adjudicator.scheme.perils.count)
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

  // MARK: Reading, on all cores

  func prepare() {
    reader.begin(block)
    reserve()
    readRows()
    lookUp()
    judge()
  }

  /// A claim takes at least 17 bytes of text: room for as many rows as the block can have.
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

  private func readRows() {
    count = 0
    ascends = true
    rejects.removeAll(keepingCapacity: true)
    persons.removeAll(keepingCapacity: true)
    let needsPersons = stream.adjudicator.scheme.needsPersons
    while true {
      let shape = reader.next()
      if shape == .none { break }
      guard unsafe reading.read(shape, reader, into: rows + count) else {
        rejects.append(reading.reject(shape, reader))
        continue
      }
      let id = unsafe PackedID(rows[count].householdCell)
      unsafe keys[count] = Key(id: id, hash: id.hash, slot: 0)
      if count > 0, ascends, unsafe !IDOrder.ascends(rows[count - 1].idCell, rows[count].idCell) {
        ascends = false
      }
      if needsPersons { persons.append(unsafe reader.cells[ClaimTable.Role.person.rawValue].string) }
      count += 1
    }
  }

  /// Looks the households up: in strides, so that the waits for memory overlap.
  private func lookUp() {
    let register = stream.register
    let slots = register.slots
    let mask = slots.count &- 1
    for index in 0..<count {
      unsafe keys[index].slot = slots[Int(truncatingIfNeeded: keys[index].hash) & mask]
    }
    for index in 0..<count {
      // Almost always the first place holds the household: its record is asked for here, and compared below.
      // The key of a long id is only how it begins: another household's short id may be just that.
      guard unsafe Int(rows[index].householdCount) <= PackedID.most else { continue }
      let ordinal = unsafe Int(UInt32(truncatingIfNeeded: keys[index].slot)) &- 1
      if ordinal >= 0, unsafe register.records[ordinal].id == keys[index].id {
        unsafe rows[index].ordinal = UInt32(truncatingIfNeeded: ordinal)
      }
    }
    for index in 0..<count where unsafe rows[index].ordinal == Register.none {
      unsafe rows[index].ordinal = register.ordinal(of: rows[index].householdCell, keys[index].id)
    }
  }

  /// Rows 3 to 15 of the decision table, for every claim of the block.
  private func judge() {
    let adjudicator = stream.adjudicator
    let accounts = stream.accounts
    var touched: Int32 = 0
    for index in 0..<count {
      let row = unsafe rows + index
      let ordinal = unsafe row.pointee.ordinal
      let standing =
        ordinal == Register.none ? Standing.unknown : stream.register.records[Int(ordinal)].standing
      let cause = unsafe row.pointee.cause
      let findings = unsafe adjudicator.findings(
        standing, peril: Int(row.pointee.peril), day: row.pointee.day,
        cause: cause == ClaimRow.noCause ? nil : Int(cause), compensated: row.pointee.isCompensated)
      unsafe row.pointee.findings = findings
      if findings.isEmpty {
        unsafe row.pointee.benefit = UInt8(adjudicator.benefit(standing, peril: Int(row.pointee.peril)))
        unsafe row.pointee.members = Int32(standing.memberCount)
        touched &+= unsafe accounts.touch(ordinal, row.pointee.peril)
      }
    }
    sink = touched
  }

  /// Keeps the compiler from leaving out what is only asked for to bring it near.
  private var sink: Int32 = 0

  // MARK: Deciding, in turn

  func commit() throws(BatchError) {
    firstLine = stream.lines
    stream.lines += reader.lineCount
    for index in rejects.indices { rejects[index].line += firstLine + 1 }
    stream.claims += count
    guard stream.claims <= BatchError.claimLimit else { throw .tooManyClaims }
    try checkIDs()
    award()
  }

  /// Rows 1 and 2: nothing to do while ids ascend and none came in from earlier runs.
  private func checkIDs() throws(BatchError) {
    let ids = stream.ids
    guard count > 0 else { return }
    let follows = unsafe stream.follows(rows[0].idCell)
    if !ascends || !follows, !stream.entersIDs {
      stream.entersIDs = true
      try PastIDs.enter(into: ids, stream, upTo: block.offset)
    }
    let last = unsafe rows[count - 1].idCell
    if !stream.entersIDs {
      unsafe stream.keepLast(last)
      if ids.isEmpty { return }
    }
    for index in 0..<count {
      let row = unsafe rows + index
      let particulars = unsafe ids.particulars(row.pointee)
      if let first = unsafe ids.find(row.pointee.idCell) {
        unsafe row.pointee.findings.insert(
          Findings(first == particulars ? .duplicateClaim : .claimIDConflict))
      } else if stream.entersIDs {
        unsafe ids.enter(row.pointee.idCell, particulars)
      }
    }
  }

  /// Rows 16 to 21, with the sums as they stand.
  private func award() {
    let adjudicator = stream.adjudicator
    let accounts = stream.accounts
    let startsWithCalendar = adjudicator.scheme.policyYearStart == .calendar
    for index in 0..<count {
      let row = unsafe rows + index
      if let reason = unsafe row.pointee.findings.first {
        unsafe row.pointee.reason = reason.rawValue
        if keepsMoney { unsafe money[index] = DecisionWriter.Money() }
        continue
      }
      guard let plan = unsafe adjudicator.plans[Int(row.pointee.benefit)] else {
        preconditionFailure("a claim under an unpublished figure pends before it is counted")
      }
      let year =
        unsafe startsWithCalendar
        ? PolicyYear(began: row.pointee.day.year) : adjudicator.policyYear(of: row.pointee.day)
      var shown = DecisionWriter.Money()
      if plan.sumsByPerson {
        unsafe awardPerson(plan, year, row, persons[index], &shown)
      } else {
        unsafe accounts.update(row.pointee.ordinal, row.pointee.peril, year) { account in
          shown.paidBefore = account.paid.fen
          account.accumulated += unsafe Yuan(fen: row.pointee.amount)
          let award = unsafe plan.award(
            accumulator: account.accumulated, paid: account.paid, paidUnderCap: account.paid,
            members: Int(row.pointee.members))
          account.paid += award.payout
          unsafe row.pointee.reason = award.reason.rawValue
          unsafe row.pointee.payout = award.payout.fen
          shown.accumulator = account.accumulated.fen
          shown.benefit = award.benefit.fen
        }
      }
      if keepsMoney { unsafe money[index] = shown }
      if let payouts = stream.payouts, unsafe row.pointee.payout > 0 {
        unsafe payouts.add(row.pointee.ordinal, row.pointee.payout)
      }
    }
  }

  private func awardPerson(
    _ plan: Plan, _ year: PolicyYear, _ row: UnsafeMutablePointer<ClaimRow>, _ person: String,
    _ shown: inout DecisionWriter.Money
  ) {
    let accounts = stream.accounts
    let (ordinal, peril) = unsafe (row.pointee.ordinal, row.pointee.peril)
    // The household's own account serves as the cap's where the cap is the household's.
    let paidByHousehold = accounts.update(ordinal, peril, year) { $0.paid }
    var payout = Yuan.zero
    accounts.update(ordinal, peril, year, person: person) { account in
      shown.paidBefore = account.paid.fen
      account.accumulated += unsafe Yuan(fen: row.pointee.amount)
      let award = unsafe plan.award(
        accumulator: account.accumulated, paid: account.paid,
        paidUnderCap: plan.capsHouseholdOfPersons ? paidByHousehold : account.paid,
        members: Int(row.pointee.members))
      account.paid += award.payout
      payout = award.payout
      unsafe row.pointee.reason = award.reason.rawValue
      unsafe row.pointee.payout = award.payout.fen
      shown.accumulator = account.accumulated.fen
      shown.benefit = award.benefit.fen
    }
    accounts.update(ordinal, peril, year) { $0.paid += payout }
  }

  // MARK: Wording, on all cores

  func finish() {
    output.removeAll()
    for index in 0..<count {
      let row = unsafe rows + index
      unsafe tally.add(
        reason: row.pointee.reason, peril: row.pointee.peril, amount: row.pointee.amount,
        payout: row.pointee.payout)
    }
    if stream.writer.isPlain {
      writePlain()
    } else {
      for index in 0..<count {
        unsafe stream.writer.write(
          rows[index], keepsMoney ? money[index] : DecisionWriter.Money(),
          person: persons.isEmpty ? nil : persons[index], into: output)
      }
    }
  }

  private func writePlain() {
    let writer = stream.writer
    var longest = 0
    for index in 0..<count { unsafe longest = max(longest, Int(rows[index].idCount)) }
    var place = unsafe output.room(for: count * DecisionWriter.plainRoom(longest))
    // A bare cell may hold a return, and no other byte that asks for quotes.
    let quoted = block.hasQuotes || block.hasReturns
    for index in 0..<count { unsafe writer.writePlain(rows[index], &place, quoted: quoted) }
    unsafe output.advance(to: place)
  }

  func deliver() throws(BatchError) {
    stream.progress.note(bytes: block.fileEnd, rows: count + rejects.count)
    do {
      try unsafe stream.output.write(output.bytes)
      try stream.rejects.add(rejects)
    } catch {
      throw .file(error)
    }
    guard let observer = stream.observer else { return }
    for index in 0..<count {
      unsafe observer(rows[index], money[index], firstLine + 1 + Int(rows[index].line))
    }
  }
}
