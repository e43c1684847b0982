/// A file has been taken in whole.
package struct FileImportedStatement: JournalStatement {
  package static let kind = EntryKind.fileImported

  /// The digest of its content.
  package let digest: String
  /// The word of its kind.
  package let file: String
  /// How many rows it has, and of these how many were new, gave an answer anew, said otherwise than before, said the same,
  /// and were rejected.
  package let rows: Int
  package let new: Int?
  package let renewed: Int?
  package let revised: Int?
  package let identical: Int?
  package let rejected: Int

  package init(
    digest: String, file: String, rows: Int, new: Int?, renewed: Int? = nil, revised: Int?, identical: Int?,
    rejected: Int
  ) {
    self.digest = digest
    self.file = file
    self.rows = rows
    self.new = new
    self.renewed = renewed
    self.revised = revised
    self.identical = identical
    self.rejected = rejected
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    digest = try payload.text("digest")
    file = try payload.text("kind")
    rows = try payload.number("rows")
    new = try payload.optionalNumber("new")
    renewed = try payload.optionalNumber("renewed")
    revised = try payload.optionalNumber("revised")
    identical = try payload.optionalNumber("identical")
    rejected = try payload.number("rejected")
  }

  package func write(to payload: inout Payload) {
    payload.set("digest", digest)
    payload.set("kind", file)
    payload.set("rows", rows)
    payload.set("new", new)
    payload.set("renewed", renewed)
    payload.set("revised", revised)
    payload.set("identical", identical)
    payload.set("rejected", rejected)
  }

  package var ownWords: [String] { [] }
}
