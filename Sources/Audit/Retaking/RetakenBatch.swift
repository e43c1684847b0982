import Casebook
import Claims
import Glibc
import Journal
import Rules
import Store
import Units

/// A batch of confirmed claims that is decided again: what its decisions have in common.
final class RetakenBatch {
  /// What all entries of the batch agree in.
  let day: Day
  let actor: String
  let recordedAt: String
  let decider: ClaimsDecider
  let form: DecideForm
  /// The households whose cases the actor may not decide.
  let own: Set<String>
  /// The policy years that were closed.
  let closed: [ClosedYear]
  /// The words of the scheme by their ids.
  let perils: [String: Int]
  let causes: [String: Int]
  let cases: BatchCases
  /// What every case of the batch has in common.
  let dayText: String
  let role: Role
  var bytes: [UInt8] = []

  init(_ entry: Entry, _ recording: Recording) throws(CasebookError) {
    let book = recording.book
    day = entry.happenedOn
    dayText = entry.happenedOn.description
    role = recording.actor.role
    actor = entry.actor
    recordedAt = entry.recordedAt
    decider = try ClaimsDecider(
      book, on: entry.happenedOn, after: recording.state, nextEntry: entry.number)
    form = DecideForm(book.scheme)
    own = try recording.ownHouseholds()
    closed = try book.closedYears()
    perils = RetakenBatch.indexes(book.scheme.perils.map(\.id))
    causes = RetakenBatch.indexes(book.scheme.causes.map(\.id))
    do throws(StoreError) { cases = try BatchCases(book, by: role, on: day) } catch { throw .store(error) }
  }

  private static func indexes(_ words: [String]) -> [String: Int] {
    Dictionary(words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func continues(_ entry: Entry) -> Bool {
    day == entry.happenedOn && actor == entry.actor && recordedAt == entry.recordedAt
  }

  /// The claim that an entry decides; `nil` where its words are none of the scheme's.
  func claim(_ recorded: DecideStatement, _ judge: Adjudicator) -> BatchClaim? {
    guard let peril = perils[recorded.opening.peril] else { return nil }
    var cause: Int?
    if let word = recorded.opening.cause {
      guard let known = causes[word] else { return nil }
      cause = known
    }
    let ordinal = decider.households.ordinals[recorded.step.household] ?? -1
    let day = recorded.opening.incurredOn
    let eligibility = ordinal < 0 ? Eligibility.unknown : decider.households.eligibility(ordinal, for: day)
    return BatchClaim(
      id: recorded.claim, household: recorded.step.household, ordinal: ordinal,
      person: recorded.opening.person,
      peril: peril,
      cause: cause, day: recorded.opening.incurredOn, amount: recorded.opening.amount,
      compensated: recorded.opening.compensated, line: 0,
      findings: judge.findings(
        eligibility, peril: peril, day: recorded.opening.incurredOn, cause: cause,
        compensated: recorded.opening.compensated,
        namesPerson: recorded.opening.person != nil))
  }
}

extension RetakenBook {
  /// Decides a claim of a batch again.
  func decide(
    _ entry: Entry, _ recorded: DecideStatement?, _ canonical: UnsafeRawBufferPointer
  ) throws(CasebookError) -> [Deviation] {
    var differences: [Deviation] = []
    if batch.map({ !$0.continues(entry) }) ?? true { differences = try beginBatch(entry) }
    guard let batch, let recorded, var claim = batch.claim(recorded, book.adjudicator) else {
      self.batch = nil
      try derive(entry)
      return differences + [
        Deviation(
          Wording(
            zh: "险别、原因、日期或金额不是所用方案能认的",
            en: "its peril, cause, date or amount is not one that the scheme in force knows"))
      ]
    }
    try batch.decider.decide(&claim)
    if batch.own.contains(claim.household) {
      differences.append(
        Deviation(
          Wording(zh: "经办人自己或亲属的户，须回避", en: "the actor's own household, or a relative's, was decided")))
    }
    if let year = batch.closed.closed(on: claim.day) {
      let name = ClosedYear.name(year.days)
      differences.append(
        Deviation(
          Wording(
            zh: "发生日期 \(claim.day) 在已结账的保障年度 \(name.zh)里",
            en: "its event (\(claim.day)) lies in policy year \(name.en), which was closed")))
    }
    batch.bytes.removeAll(keepingCapacity: true)
    let known = claim.ordinal < 0 ? nil : batch.decider.households.fragment(claim.ordinal, for: claim.day)
    batch.form.payload(of: claim, known, to: &batch.bytes)
    if unsafe RetakenBook.isSame(batch.bytes, canonical), claim.entry == entry.number {
      try enter(claim, batch)
      note(claim, recordedAt: entry.recordedAt)
      return differences
    }
    batch.decider.accept(recorded, entry: entry.number, insteadOf: claim)
    try derive(entry)
    if let should = Payload(canonical: batch.bytes) {
      differences += Deviation.between(entry.payload, and: should)
    }
    return differences
  }

  private func beginBatch(_ entry: Entry) throws(CasebookError) -> [Deviation] {
    guard let actor = try actor(named: entry.actor) else { return [] }
    let recording = recording(entry, actor, ComparingPen(entry, book, payee: nil))
    try copyCasesOnFile()
    batch = try RetakenBatch(entry, recording)
    do throws(CasebookError) {
      try recording.checkRole([.county], Wording(zh: "理算", en: "adjudicate"))
      try recording.checkUnlimited(
        Wording(zh: "批量理算须由不限额的审批人办理", en: "only an approver without limit can adjudicate a batch"))
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      return [Deviation(refusal.what)]
    }
    return []
  }

  private static func isSame(_ bytes: [UInt8], _ other: UnsafeRawBufferPointer) -> Bool {
    guard let start = other.baseAddress, bytes.count == other.count else { return false }
    return unsafe bytes.withUnsafeBytes { own in
      guard let first = own.baseAddress else { return true }
      return unsafe memcmp(first, start, own.count) == 0
    }
  }

  private func enter(_ claim: BatchClaim, _ batch: RetakenBatch) throws(CasebookError) {
    do {
      try batch.cases.noteWaiting(claim)
      if try onFile.leave(claim, batch, book) { return }
      try batch.cases.enter(claim)
    } catch { throw .store(error) }
  }
}
