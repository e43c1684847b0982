/// The first of two actors of the county's office has signed an enrolment.
package struct ProposeEnrolmentStatement: JournalStatement {
  package static let kind = EntryKind.proposeEnrolment

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
