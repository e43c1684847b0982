import Claims
package import Journal
package import Rules
package import Sealing
import Store
package import Units

/// What a casebook begins with.
package struct Founding: Sendable {
  /// The scheme file's bytes, and what they say.
  package let schemeBytes: [UInt8]
  package let scheme: Scheme
  /// The digests of the tree.
  package let algorithm: DigestAlgorithm
  /// What the county pays in for the first year, if it is known.
  package let fund: Yuan?
  package let ruralPopulation: Int?
  /// The first actor, who belongs to the county's office.
  package let actor: String
  package let office: String
  /// What the casebook that this one goes on from hands over.
  package var handover: Handover?

  package init(
    schemeBytes: [UInt8], scheme: Scheme, algorithm: DigestAlgorithm = .sha256, fund: Yuan?,
    ruralPopulation: Int?,
    actor: String, office: String
  ) {
    self.schemeBytes = schemeBytes
    self.scheme = scheme
    self.algorithm = algorithm
    self.fund = fund
    self.ruralPopulation = ruralPopulation
    self.actor = actor
    self.office = office
  }
}

extension Casebook {
  /// Creates a casebook and enrols the county's key; where anything fails, no file is left behind.
  package static func create(
    _ path: String, _ founding: Founding, key: PrivateKey, on day: Day?, clock: Instant
  ) throws(CasebookError) -> Casebook {
    let on = day ?? clock.dayInChina
    guard on <= clock.dayInChina else {
      throw .refused(Refusal(.inTheFuture, Wording(zh: "\(on) 还没到", en: "\(on) is in the future")))
    }
    if let handover = founding.handover, on < handover.lastDay {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "前一本案卷簿记到 \(handover.lastDay)，新的不能从 \(on) 开始",
            en: "the casebook before goes up to \(handover.lastDay); another cannot begin on \(on)"),
          fix: Wording(zh: "--on 不早于 \(handover.lastDay)", en: "give --on \(handover.lastDay) or later")))
    }
    try Refusal.check(words: [founding.actor, founding.office])
    if let fund = founding.fund { try Refusal.check(contribution: fund) }
    let database: Database
    do { database = try Database(path: path, .create) } catch { throw .store(error) }
    do throws(CasebookError) {
      return try begin(path, database, founding, key, on, clock)
    } catch {
      database.discard()
      throw error
    }
  }

  /// Fills a new file: the schema, the scheme, the first entries and their head.
  private static func begin(
    _ path: String, _ database: Database, _ founding: Founding, _ key: PrivateKey, _ on: Day, _ clock: Instant
  ) throws(CasebookError) -> Casebook {
    do {
      try configure(database)
      try database.setApplicationID(CasebookSchema.applicationID)
      try Migrations.bring(database, to: CasebookSchema.migrations)
    } catch { throw .store(error) }
    let book = Casebook(path: path, database: database, scheme: founding.scheme)
    try book.writing { () throws(CasebookError) in
      var state = BookState()
      state.id = String(Sealing.Hasher(founding.algorithm).digest(Randomness.bytes(32)).hex.prefix(32))
      state.algorithm = founding.algorithm
      state.scheme = founding.scheme.digest
      let actor = Actor(
        name: founding.actor, office: founding.office, role: .county, person: nil, households: [],
        publicKey: key.publicKey, enrolment: .active, proposedBy: nil)
      let pen = WritingPen(book, founding.algorithm)
      let recording = Recording(
        book: book, actor: actor, on: on, recordedAt: clock.text, state: state, pen: pen)
      try book.keep(founding.schemeBytes, digest: founding.scheme.digest)
      try recording.append(
        CreateStatement(
          procedure: .current, book: state.id, algorithm: founding.algorithm, scheme: founding.scheme.digest,
          ruralPopulation: founding.ruralPopulation,
          enrolment: Enrolment(
            name: actor.name, office: actor.office, role: actor.role, person: nil, households: [],
            publicKey: key.publicKey.pem)))
      if let handover = founding.handover { try recording.takeOver(handover) }
      if let fund = founding.fund { try recording.contribute(fund, note: nil) }
      try pen.close(recording, key)
    }
    return book
  }
}

extension CreateStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    fold.state.id = book
    fold.state.algorithm = algorithm
    fold.state.scheme = scheme
    fold.state.ruralPopulation = ruralPopulation
    try fold.enter(entry, enrolment, .active)
  }

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}
