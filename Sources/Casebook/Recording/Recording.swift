import Claims
package import Journal
import Rules
package import Sealing
import Store
package import Units

/// What one transaction records: entries one after another, each with what follows from it, closed by one signed head.
package final class Recording {
  package let book: Casebook
  /// Who acts.
  package private(set) var actor: Actor
  /// When it happened.
  package private(set) var on: Day
  /// The digest of the sealed file that speaks, while it does: see ``acting(for:on:sealed:_:)``.
  private var sealed: String?
  /// When it is recorded.
  package let recordedAt: String
  /// The casebook's state so far.
  package internal(set) var state: BookState
  private let firstNumber: Int
  /// What it is recorded with.
  let pen: any Pen

  package init(
    book: Casebook, actor: Actor, on: Day, recordedAt: String, state: BookState, pen: any Pen
  ) {
    self.book = book
    self.pen = pen
    self.actor = actor
    self.on = on
    self.recordedAt = recordedAt
    self.state = state
    firstNumber = state.entries
  }

  /// How many entries it has added.
  package var added: Int { state.entries - firstNumber }

  /// Appends an entry, and what follows from it.
  ///
  /// - Parameter day: when it happened, where not ``on``.
  /// - Returns: the entry's number.
  @discardableResult
  package func append<Statement: JournalStatement>(
    _ statement: Statement, on day: Day? = nil
  ) throws(CasebookError) -> Int {
    try Refusal.check(ownWords: statement.ownWords)
    if let statement = statement as? any CaseStatement { try statement.checkRule() }
    let payload = statement.payload
    return try pen.enter(
      Entry(
        number: state.entries + 1, recordedAt: recordedAt, happenedOn: day ?? on, actor: actor.name,
        role: actor.role.rawValue, kind: Statement.kind, payload: sealed.map(payload.sealed) ?? payload,
        engine: Program.engine, scheme: state.scheme), &state)
  }

  /// Keeps personal data, and gives what the journal may say of it.
  func keep(_ data: PersonalData, of household: String) throws(CasebookError) -> PersonalReference {
    try pen.keep(data, of: household, &state)
  }

  /// Lets another actor speak, by a file the actor has sealed: every check is made against that actor and that day, and
  /// every entry stands in that actor's name and names the file's digest. The head stays the signer's own.
  func acting<R>(
    for other: Actor, on day: Day, sealed digest: String, _ body: () throws(CasebookError) -> R
  ) throws(CasebookError) -> R {
    let own = (actor, on, sealed)
    (actor, on, sealed) = (other, day, digest)
    defer { (actor, on, sealed) = own }
    return try body()
  }

  /// Runs `body` whole or not at all, within the transaction: what a refused row has begun is undone.
  func whole<R>(_ body: () throws(CasebookError) -> R) throws(CasebookError) -> R {
    let before = state
    do throws(CasebookError) { return try book.database.part(CasebookError.store, body) } catch {
      state = before
      throw error
    }
  }
}

extension CaseStatement {
  /// A step leaves its case where its rule says; otherwise what the casebook has of the case was written by another hand.
  fileprivate func checkRule() throws(CasebookError) {
    let rule = Self.rule
    guard step.to.map(rule.to.contains) ?? rule.to.isEmpty else {
      let to = step.to?.name ?? Wording(zh: "—", en: "—")
      throw .damaged(
        Wording(
          zh: "案件 \(step.number)：“\(rule.name.zh)”到不了“\(to.zh)”：请用 audit verify 查明",
          en: "case \(step.number): '\(rule.name.en)' cannot lead to '\(to.en)': audit verify shows where"))
    }
  }
}

extension ClockStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) {}

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}

extension Casebook {
  /// Records what `body` does as one transaction, signed once with `key`; all of it or nothing.
  ///
  /// - Parameters:
  ///   - key: whose actor acts; the key must be enrolled and not revoked.
  ///   - day: when it happened; never later than today.
  ///   - clock: what the machine's clock reads. One that has run backwards is noted, and the last reading stands.
  package func act<R>(
    _ key: PrivateKey, on day: Day?, clock: Instant, _ body: (Recording) throws(CasebookError) -> R
  ) throws(CasebookError) -> R {
    try writing { () throws(CasebookError) in
      try checkProcedure()
      let state = try currentState()
      let actor = try signer(key)
      let last = Instant(state.lastRecordedAt) ?? clock
      let now = max(last, clock)
      let on = day ?? now.dayInChina
      guard on <= now.dayInChina else {
        throw .refused(
          Refusal(
            .inTheFuture,
            Wording(
              zh: "\(on) 还没到：今天是 \(now.dayInChina)", en: "\(on) is in the future: today is \(now.dayInChina)")
          ))
      }
      try follow(state.scheme)
      let pen = WritingPen(self, state.algorithm)
      let recording = Recording(
        book: self, actor: actor, on: on, recordedAt: now.text, state: state, pen: pen)
      if clock < last {
        try recording.append(ClockStatement(read: clock.text, before: last.text))
      }
      let result = try body(recording)
      if recording.added > 0 { try pen.close(recording, key) }
      return result
    }
  }

  /// The rules of procedure that its first entry names; where there is none, the casebook is damaged.
  package func procedure() throws(CasebookError) -> Procedure {
    guard let first = try entry(1), first.kind == .create else { throw .damaged(entry: 1) }
    return try first.read(CreateStatement.self).procedure
  }

  /// A casebook that is kept by other rules of procedure is read, and never written.
  private func checkProcedure() throws(CasebookError) {
    let procedure = try procedure()
    guard procedure != .current else { return }
    throw .refused(
      Refusal(
        .otherProcedure,
        Wording(
          zh: "这本案卷簿按\(procedure.name.zh)办理，本程序按\(Procedure.current.name.zh)办理：只能查看和核对，不能再记",
          en:
            "this casebook is kept by \(procedure.name.en), and this program has \(Procedure.current.name.en): "
            + "it can be read and checked, but nothing more is recorded in it")))
  }

  private func signer(_ key: PrivateKey) throws(CasebookError) -> Actor {
    guard let actor = try actor(key: key.publicKey.fingerprint) else {
      throw .refused(
        Refusal(
          .unknownKey, Wording(zh: "这把密钥没有在案卷簿登记", en: "this key is not enrolled in the casebook"),
          fix: Wording(
            zh: "由县防贫办两人登记：casebook enrol",
            en: "two actors of the county's office must enrol it: casebook enrol")))
    }
    switch actor.enrolment {
    case .active, .leaving: return actor
    case .proposed:
      throw .refused(
        Refusal(
          .unknownKey,
          Wording(
            zh: "\(actor.name) 的密钥还缺第二人确认",
            en: "the key of \(actor.name) is still waiting for confirmation by a second actor")))
    case .revoked:
      throw .refused(
        Refusal(.revokedKey, Wording(zh: "\(actor.name) 的密钥已注销", en: "the key of \(actor.name) is revoked")))
    }
  }
}
