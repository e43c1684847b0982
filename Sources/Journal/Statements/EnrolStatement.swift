/// A key is enrolled.
package struct EnrolStatement: JournalStatement {
  package static let kind = EntryKind.enrol

  package let enrolment: Enrolment

  package init(enrolment: Enrolment) {
    self.enrolment = enrolment
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    enrolment = try Enrolment(said)
  }

  package func write(to payload: inout Payload) {
    enrolment.write(to: &payload)
  }

  package var ownWords: [String] { [] }
}
