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

  package init(_ payload: PayloadReader) throws(MissingMember) {
    digest = try payload.text("digest")
    office = try payload.text("office")
    rows = try payload.number("rows")
    sum = try payload.yuan("sum")
  }

  package func write(to payload: inout Payload) {
    payload.set("digest", digest)
    payload.set("office", office)
    payload.set("rows", rows)
    payload.set("sum", sum)
  }

  package var ownWords: [String] { [] }
}
