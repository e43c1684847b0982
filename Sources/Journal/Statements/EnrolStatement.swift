/// A key is enrolled.
package struct EnrolStatement: JournalStatement {
  package static let kind = EntryKind.enrol

  package let enrolment: Enrolment

  package init(enrolment: Enrolment) {
    self.enrolment = enrolment
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    enrolment = try Enrolment(payload)
  }

  package func write(to payload: inout Payload) {
    enrolment.write(to: &payload)
  }

  package var ownWords: [String] { [] }
}
