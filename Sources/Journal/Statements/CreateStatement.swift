package import Sealing

/// The casebook begins, with its first scheme and the key of its first actor.
package struct CreateStatement: JournalStatement {
  package static let kind = EntryKind.create

  /// The rules of procedure that it is kept by.
  package let procedure: Procedure
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
    procedure: Procedure, book: String, algorithm: DigestAlgorithm, scheme: String, ruralPopulation: Int?,
    enrolment: Enrolment
  ) {
    self.procedure = procedure
    self.book = book
    self.algorithm = algorithm
    self.scheme = scheme
    self.ruralPopulation = ruralPopulation
    self.enrolment = enrolment
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    procedure = Procedure(number: try payload.optionalNumber("procedure"))
    book = try payload.text("book")
    algorithm = try payload.word("algorithm")
    scheme = try payload.text("scheme")
    ruralPopulation = try payload.optionalNumber("rural_population")
    enrolment = try Enrolment(payload)
  }

  package func write(to payload: inout Payload) {
    payload.set("procedure", procedure.number)
    payload.set("book", book)
    payload.set("algorithm", algorithm.rawValue)
    payload.set("scheme", scheme)
    payload.set("rural_population", ruralPopulation)
    enrolment.write(to: &payload)
  }

  package var ownWords: [String] { [] }

  /// The rules of procedure, as a first entry says them whose other words may make no sense; those of before where it does not.
  package static func procedure(_ payload: Payload) -> Procedure {
    do throws(MissingMember) {
      return Procedure(number: try PayloadReader(payload).optionalNumber("procedure"))
    } catch { return Procedure(number: nil) }
  }

  /// What leaves and heads are made with, as a first entry says whose other words may make no sense; `nil` where it does not.
  package static func algorithm(_ payload: Payload) -> DigestAlgorithm? {
    do throws(MissingMember) { return try PayloadReader(payload).optionalWord("algorithm") } catch {
      return nil
    }
  }
}
