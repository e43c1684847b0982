import Casebook
import Journal
import Sealing
import Store
import Units

/// A casebook derived again, in memory, from the journal of a file, every step taken again as its entry comes by.
///
/// Its tables stand before the file's own of the same names, on one connection that cannot write: the code that recorded a
/// step finds in them what was known at that step, and the journal itself, personal data and schemes in the file. What was
/// recorded is what it goes on from: a wrong entry is named once, and what follows is held against what was recorded.
final class RetakenBook: Retaking {
  let book: Casebook
  private var fold: Fold
  private let hasher: Sealing.Hasher
  /// Actors as they stand, until an entry changes one.
  private(set) var actors: [String: Actor] = [:]
  /// The batch that is being decided again.
  var batch: RetakenBatch?
  /// Whether the cases have their indexes: a batch is quicker without.
  private var isIndexed = false
  /// Cases that stand only in the file so far.
  var onFile = CasesOnFile()
  /// Which recording the entries belong to: the number of the first.
  private(set) var recordingBegan = 1
  /// The settlement of the recording, where it has one.
  private(set) var settled: (began: Int, number: Int)?
  var supplements = OwedSupplements()
  /// The rules of procedure that the casebook is kept by: under others than the program's own no step is taken again.
  let procedure: Procedure
  private(set) var freedOn: Day?
  /// The case whose decision was taken back last, or that was decided again by what is known since or as was proposed; when,
  /// and in which recording.
  var reversed: (casefile: Int, on: Day, began: Int)?
  /// Whether the cases behind it may still have to be decided again.
  var mayRedecide = false
  /// Whether it may still have to be proposed to pay cases behind it more.
  var mayPropose = false
  /// The proposal that was seconded last and is still to be promised, its case, and in which recording.
  var second: (proposal: Int, casefile: Int, began: Int)?
  /// The cases that a year's closing ends and that are still to be withdrawn, ascending.
  var ending: [Int] = []
  /// Whether money may have come or been freed since it was last seen that all that waits has to go on waiting.
  var mayTakeUp = false
  /// Households of which something was forgotten.
  private let forgotten: Set<String>

  /// Opens a file to take its steps again; it must hold the scheme that its first entry names.
  init(_ path: String) throws(CasebookError) {
    (book, forgotten) = try Casebook.openToRetake(path)
    guard let entry = try book.entry(1), entry.kind == .create else { throw .damaged(entry: 1) }
    let create = try entry.read(CreateStatement.self)
    hasher = Sealing.Hasher(create.algorithm)
    procedure = create.procedure
    fold = Fold(book: book, state: BookState())
  }

  /// What the journal comes to so far.
  var state: BookState { fold.state }
  /// What digests are made with.
  var algorithm: DigestAlgorithm { hasher.algorithm }

  /// An actor as the journal has them so far.
  func actor(named name: String) throws(CasebookError) -> Actor? {
    if let known = actors[name] { return known }
    let actor = try book.actor(named: name)
    actors[name] = actor
    return actor
  }

  /// Begins another recording, the entries that one head closes, with an entry's number.
  func begin(_ number: Int) {
    recordingBegan = number
    supplements.beginRecording()
  }

  /// Takes the step of an entry again, and then derives what follows from it.
  ///
  /// - Parameters:
  ///   - claim: what it says of a claim of a batch, where it decides one.
  ///   - canonical: the payload's bytes.
  /// - Returns: what it says otherwise than it should.
  func take(
    _ entry: Entry, _ claim: DecideStatement?, _ canonical: UnsafeRawBufferPointer
  ) throws(CasebookError) -> [Deviation] {
    defer { assert(_checkInvariants().isEmpty) }
    let signer = entry.kind == .create ? [] : try signerDeviations(of: entry)
    guard procedure == .current else {
      try derive(entry)
      return signer
    }
    let goesOn = entry.number != recordingBegan
    let unended = goesOn && entry.kind == .withdraw ? nil : notEnded()
    let unpaid = goesOn && entry.kind == .supplement ? nil : notPromised()
    let forgotten = try goesOn && entry.kind == .redecide ? nil : notRedecided()
    let silent = try goesOn && [.redecide, .propose].contains(entry.kind) ? nil : notProposed()
    let late = try goesOn && [.takeUp, .redecide, .propose].contains(entry.kind) ? nil : notTakenUp()
    return signer + [unended, unpaid, forgotten, silent, late].compactMap { $0 }
      + (try unsafe step(entry, claim, canonical))
  }

  var seconded: Int? { second.flatMap { $0.began == recordingBegan ? $0.proposal : nil } }
  var takenBack: Int? { reversed.flatMap { $0.began == recordingBegan ? $0.casefile : nil } }
  var takenBackOn: Day? { reversed.flatMap { $0.began == recordingBegan ? $0.on : nil } }

  /// Whether who speaks may, and under the scheme in force.
  private func signerDeviations(of entry: Entry) throws(CasebookError) -> [Deviation] {
    var found: [Deviation] = []
    if entry.scheme != state.scheme { found.append(Deviation("scheme", entry.scheme, state.scheme)) }
    guard let actor = try actor(named: entry.actor) else {
      found.append(
        Deviation(Wording(zh: "\(entry.actor) 没有登记", en: "no actor named \(entry.actor) is enrolled")))
      return found
    }
    if actor.role.rawValue != entry.role { found.append(Deviation("role", entry.role, actor.role.rawValue)) }
    if actor.enrolment == .proposed || actor.enrolment == .revoked {
      found.append(
        Deviation(
          Wording(
            zh: "\(actor.name) 的密钥尚未生效或已注销",
            en: "the key of \(actor.name) is not valid yet, or no longer valid")))
    }
    return found
  }

  private func step(
    _ entry: Entry, _ claim: DecideStatement?, _ canonical: UnsafeRawBufferPointer
  ) throws(CasebookError) -> [Deviation] {
    if entry.kind == .decide { return try unsafe decide(entry, claim, canonical) }
    var differences: [Deviation] = []
    if try !entry.makesRoom() { batch = nil }
    if entry.kind != .create {
      if entry.kind.asksForCases {
        try copyCasesOnFile()
        if entry.kind != .contribute { try index() }
      }
      do throws(CasebookError) { differences = try compare(entry) } catch {
        if case .store = error { throw error }
        differences = [Deviation(error.wording)]
      }
    }
    try derive(entry)
    return differences
  }

  /// Has every case at hand.
  func copyCasesOnFile() throws(CasebookError) {
    do { try onFile.copy(to: book) } catch { throw .store(error) }
  }

  private func index() throws(CasebookError) {
    guard !isIndexed else { return }
    try book.indexRetakenCases()
    isIndexed = true
  }

  /// Derives what follows from an entry as it stands.
  func derive(_ entry: Entry) throws(CasebookError) {
    fold.state.lastRecordedAt = entry.recordedAt
    try fold.apply(entry)
    if fold.changedActors { (actors, fold.changedActors) = ([:], false) }
    try book.follow(fold.state.scheme)
    noteFreed(entry)
    if let settle = entry.statement(SettleStatement.self) {
      settled = (recordingBegan, settle.settlement)
    }
  }

  /// Notes that a sum may have to be taken up now: what only says what became known moves no money.
  private func noteFreed(_ entry: Entry) {
    let isBehind =
      entry.kind == .redecide && entry.statement(RedecideStatement.self)?.behind != nil
    if entry.kind != .takeUp, !isBehind { freedOn = entry.happenedOn }
    if entry.kind.asksForCases { mayTakeUp = true }
    if let closing = entry.statement(CloseYearStatement.self) { ending = closing.ended }
    if entry.kind == .withdraw, let number = entry.caseNumber { ending.removeAll { $0 == number } }
    if let seconded = entry.statement(SecondStatement.self) {
      second = (seconded.proposal, seconded.step.number, recordingBegan)
    }
    let promised = entry.statement(SupplementStatement.self)?.proposal
    let isSeconded = promised != nil && promised == second?.proposal
    if isSeconded { second = nil }
    let freed = entry.statement(ReconcileStatement.self)?.freed ?? .zero
    let isOtherwise =
      entry.statement(ReverseStatement.self)?.isPlaceOnly == false || entry.kind == .redecide && !isBehind
      || isSeconded || freed < .zero
    let hasCome = entry.kind == .repaid || freed > .zero
    guard isOtherwise || hasCome, let number = entry.caseNumber else { return }
    reversed = (number, entry.happenedOn, recordingBegan)
    (mayRedecide, mayPropose) = (isOtherwise, true)
  }

  /// Takes a batch's decision up, which is what it should be.
  func note(_ claim: BatchClaim, recordedAt: String) {
    fold.state.lastRecordedAt = recordedAt
    fold.state.note(claim)
  }

  /// What an entry says otherwise than the step would record if it were taken now.
  private func compare(_ entry: Entry) throws(CasebookError) -> [Deviation] {
    guard let actor = try actor(named: entry.actor) else { return [] }
    var payee: Int?
    if entry.kind == .settle, let household = entry.household, forgotten.contains(household) {
      payee = try entry.read(SettleStatement.self).payee
    }
    let pen = ComparingPen(entry, book, payee: payee)
    do throws(CasebookError) {
      switch try entry.retake(by: recording(entry, actor, pen), in: self) {
      case .compared: return pen.differences
      case .letPass: return []
      case .found(let deviations): return deviations
      }
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      return [
        Deviation(
          Wording(
            zh: "按办理规则不予办理：\(refusal.what.zh)", en: "the rules of procedure forbid it: \(refusal.what.en)"))
      ]
    }
  }

  /// The recording of an entry as it began.
  func recording(_ entry: Entry, _ actor: Actor, _ pen: ComparingPen) -> Recording {
    Recording(
      book: book, actor: actor, on: entry.happenedOn, recordedAt: entry.recordedAt, state: state, pen: pen)
  }

  var isFounding: Bool { recordingBegan == 1 }

  var settlement: Int {
    if let settled, settled.began == recordingBegan { return settled.number }
    return state.settlements + 1
  }
}

extension Entry {
  /// Whether a case makes room for a later presentation of its claim: a step within a batch.
  fileprivate func makesRoom() throws(CasebookError) -> Bool {
    guard kind == .withdraw else { return false }
    return try read(WithdrawStatement.self).byCase != nil
  }
}
