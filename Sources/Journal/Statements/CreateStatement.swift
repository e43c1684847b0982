package import Sealing

/// The casebook begins, with its first scheme and the key of its first actor.
package struct CreateStatement: JournalStatement {
  package static let kind = EntryKind.create

  /// A random name, so that a head of one casebook is never taken for another's.
  package let book: String
  /// What leaves and heads are made with.
  package let algorithm: DigestAlgorithm
  /// The digest of the scheme.
  package let scheme: String
  /// How many people live in the county's villages, where it is known.
  package let ruralPopulation: Int?
  package let enrolment: Enrolment

  package init(
    book: String, algorithm: DigestAlgorithm, scheme: String, ruralPopulation: Int?, enrolment: Enrolment
  ) {
    self.book = book
    self.algorithm = algorithm
    self.scheme = scheme
    self.ruralPopulation = ruralPopulation
    self.enrolment = enrolment
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    book = try said.text("book")
    algorithm = try said.word("algorithm")
    scheme = try said.text("scheme")
    ruralPopulation = try said.optionalNumber("rural_population")
    enrolment = try Enrolment(said)
  }

  package func write(to payload: inout Payload) {
    payload.say("book", book)
    payload.say("algorithm", algorithm.rawValue)
    payload.say("scheme", scheme)
    payload.say("rural_population", ruralPopulation)
    enrolment.write(to: &payload)
  }

  package var ownWords: [String] { [] }

  /// What leaves and heads are made with, as a first entry says whose other words may make no sense; `nil` where it does not.
  package static func algorithm(_ payload: Payload) -> DigestAlgorithm? {
    do throws(MissingMember) { return try PayloadReader(payload).optionalWord("algorithm") } catch {
      return nil
    }
  }
}
