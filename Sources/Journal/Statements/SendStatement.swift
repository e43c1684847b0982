package import Units

/// A docket has gone to another office.
package struct SendStatement: JournalStatement {
  package static let kind = EntryKind.send

  /// The digest of the file.
  package let digest: String
  package let office: String
  package let rows: Int
  /// The sum of its amounts.
  package let sum: Yuan

  package init(digest: String, office: String, rows: Int, sum: Yuan) {
    self.digest = digest
    self.office = office
    self.rows = rows
    self.sum = sum
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    digest = try said.text("digest")
    office = try said.text("office")
    rows = try said.number("rows")
    sum = try said.yuan("sum")
  }

  package func write(to payload: inout Payload) {
    payload.say("digest", digest)
    payload.say("office", office)
    payload.say("rows", rows)
    payload.say("sum", sum)
  }

  package var ownWords: [String] { [] }
}
