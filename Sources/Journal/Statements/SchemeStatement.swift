package import Units

/// Another scheme is in force.
package struct SchemeStatement: JournalStatement {
  package static let kind = EntryKind.scheme

  /// The digest of the scheme's file.
  package let digest: String
  /// From which day on events were decided again.
  package let since: Day?
  /// The scheme's id.
  package let id: String

  package init(digest: String, since: Day?, id: String) {
    self.digest = digest
    self.since = since
    self.id = id
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    digest = try payload.text("digest")
    since = try payload.optionalDay("since")
    id = try payload.text("id")
  }

  package func write(to payload: inout Payload) {
    payload.set("digest", digest)
    payload.set("since", since)
    payload.set("id", id)
  }

  package var ownWords: [String] { [] }
}
