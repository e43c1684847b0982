/// A file has been taken in whole.
package struct FileImportedStatement: JournalStatement {
  package static let kind = EntryKind.fileImported

  /// The digest of its content.
  package let digest: String
  /// The word of its kind.
  package let file: String
  /// How many rows it has, and of these how many were new, said otherwise than before, said the same, and were rejected.
  package let rows: Int
  package let new: Int?
  package let revised: Int?
  package let identical: Int?
  package let rejected: Int

  package init(
    digest: String, file: String, rows: Int, new: Int?, revised: Int?, identical: Int?, rejected: Int
  ) {
    self.digest = digest
    self.file = file
    self.rows = rows
    self.new = new
    self.revised = revised
    self.identical = identical
    self.rejected = rejected
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    digest = try said.text("digest")
    file = try said.text("kind")
    rows = try said.number("rows")
    new = try said.optionalNumber("new")
    revised = try said.optionalNumber("revised")
    identical = try said.optionalNumber("identical")
    rejected = try said.number("rejected")
  }

  package func write(to payload: inout Payload) {
    payload.say("digest", digest)
    payload.say("kind", file)
    payload.say("rows", rows)
    payload.say("new", new)
    payload.say("revised", revised)
    payload.say("identical", identical)
    payload.say("rejected", rejected)
  }

  package var ownWords: [String] { [] }
}
