/// A key is revoked.
package struct RevokeStatement: JournalStatement {
  package static let kind = EntryKind.revoke

  /// The actor's name.
  package let name: String

  package init(name: String) {
    self.name = name
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    name = try payload.text("name")
  }

  package func write(to payload: inout Payload) {
    payload.set("name", name)
  }

  package var ownWords: [String] { [] }
}
