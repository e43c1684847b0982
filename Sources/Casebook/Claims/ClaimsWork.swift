import Claims
import Files
import Journal
import Pipeline
import Rules
import Sealing
import Tables
import Units

/// A worker on a file of confirmed claims: reads a block, has it decided in turn, writes and hashes its entries, and records
/// them in turn.
@safe
final class ClaimsWork: BlockWork {
  private let run: ClaimsRun
  private let block = Block()
  private let reader: RowReader
  private var reading: ClaimReading
  private let hasher: Sealing.Hasher
  private var claims: [BatchClaim] = []
  private var faults: [Reject] = []
  /// What of the block is held against its rows of totals.
  private var totals = BlockTotals()
  private var runOn: (count: Int, firstLine: Int) = (0, 0)
  private var lineCount = 0
  /// The entries' bytes, and for each where it begins, where its payload begins, and its leaf.
  private var bytes: [UInt8] = []
  private var places: [(start: Int, payload: Int)] = []
  private var leaves: [Digest] = []

  init(_ run: ClaimsRun) {
    self.run = run
    let scheme = run.book.scheme
    reader = RowReader(run.source, columns: ClaimsFile.stated)
    reading = ClaimReading(scheme)
    hasher = Sealing.Hasher(run.recording.state.algorithm)
  }

  func take() throws(CasebookError) -> Bool {
    do { return try run.blocks.next(into: block) } catch { throw .file(error) }
  }

  func prepare() {
    claims.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    totals = BlockTotals()
    var scanner = unsafe reader.begin(block)
    unsafe reading.begin(scanner)
    while true {
      let shape = unsafe scanner.next()
      if shape == .none { break }
      guard let stated = unsafe reading.read(shape, scanner) else {
        switch unsafe reading.unread(shape, scanner) {
        case .reject(let fault): faults.append(fault)
        case .totals(let row): totals.meet(row)
        }
        continue
      }
      totals.add(Yuan(fen: stated.amount))
      let person = unsafe scanner.cells[ClaimsFile.Role.person.rawValue]
      let claim = unsafe claim(stated, person: person.isMissing ? nil : person.string)
      if let fault = stated.corrects ? .correction : fault(of: claim) {
        faults.append(unsafe fault.inRow(of: claim, scanner))
      } else {
        claims.append(claim)
      }
    }
    runOn = unsafe scanner.runOn
    lineCount = unsafe scanner.lineCount
  }

  /// How many cells of the claims read so far wore another dress.
  var dress: DressCount { reading.dress }

  private func claim(_ row: StatedClaim, person: String?) -> BatchClaim {
    let household = unsafe row.householdCell.string
    let ordinal = run.households.ordinals[household] ?? -1
    let eligibility = ordinal < 0 ? Eligibility.unknown : run.households.eligibility(ordinal, for: row.day)
    let cause = row.causeIndex
    return BatchClaim(
      id: unsafe row.idCell.string, household: household, ordinal: ordinal, person: person,
      peril: Int(row.peril), cause: cause, day: row.day, amount: Yuan(fen: row.amount),
      compensated: row.isCompensated, line: Int(row.line),
      findings: run.book.adjudicator.findings(
        eligibility, peril: Int(row.peril), day: row.day, cause: cause, compensated: row.isCompensated,
        namesPerson: person != nil))
  }

  /// Why a claim that can be read is not decided here.
  private func fault(of claim: BatchClaim) -> ClaimFault? {
    if Casefile.isOwnClaimID(claim.id) { return .reservedID }
    if ClaimsWork.mayBeResidentID(claim.household) { return .residentID(.household) }
    if let person = claim.person, ClaimsWork.mayBeResidentID(person) { return .residentID(.person) }
    if run.own.contains(claim.household) { return .ownHousehold }
    if let year = run.closed.closed(on: claim.day) { return .yearClosed(year) }
    return claim.day <= run.recording.on ? nil : .inTheFuture
  }

  /// Ids of other lengths, which most are, cost no more than their length.
  private static func mayBeResidentID(_ id: String) -> Bool {
    (id.utf8.count == 15 || id.utf8.count == 18) && ResidentID.looksLikeOne(id)
  }

  func commit() throws(CasebookError) {
    for index in faults.indices { faults[index].settle(after: run.lines, reader) }
    run.notes.noteRunOn(runOn, after: run.lines, reader)
    run.totals.take(totals, after: run.lines, reader, &run.notes)
    try run.decide(&claims, faults, lines: lineCount)
  }

  func finish() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    let claims = claims
    for index in claims.indices {
      let (start, ordinal) = (bytes.count, claims[index].ordinal)
      let known = ordinal < 0 ? nil : run.households.fragment(ordinal, for: claims[index].day)
      places.append((start, run.form.write(claims[index], known, to: &bytes)))
    }
    unsafe bytes.withUnsafeBytes { all in
      for index in places.indices {
        let end = index + 1 < places.count ? places[index + 1].start : all.count
        leaves.append(unsafe hasher.leaf(UnsafeRawBufferPointer(rebasing: all[places[index].start..<end])))
      }
    }
  }

  func deliver() throws(CasebookError) {
    let trouble = unsafe bytes.withUnsafeBytes { all -> CasebookError? in
      do throws(CasebookError) {
        try unsafe record(all)
        return nil
      } catch { return error }
    }
    if let trouble { throw trouble }
    run.progress(block.fileEnd, claims.count)
  }

  private func record(_ bytes: UnsafeRawBufferPointer) throws(CasebookError) {
    let claims = claims
    for index in claims.indices {
      let end = index + 1 < places.count ? places[index + 1].start : bytes.count
      if let pended = claims[index].replaces { try run.recording.replace(pended, by: claims[index]) }
      try unsafe run.record(
        claims[index], payload: UnsafeRawBufferPointer(rebasing: bytes[places[index].payload..<end]),
        leaf: leaves[index])
    }
  }
}
