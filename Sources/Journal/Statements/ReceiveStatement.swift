/// Another office's answers have come.
package struct ReceiveStatement: JournalStatement {
  package static let kind = EntryKind.receive

  /// The digest of the file.
  package let digest: String
  package let office: String
  /// How many rows it has, and of these how many were recorded, and rejected.
  package let rows: Int
  package let recorded: Int
  package let rejected: Int
  /// The seal of the file, whole.
  package let seal: Payload

  package init(digest: String, office: String, rows: Int, recorded: Int, rejected: Int, seal: Payload) {
    self.digest = digest
    self.office = office
    self.rows = rows
    self.recorded = recorded
    self.rejected = rejected
    self.seal = seal
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    digest = try said.text("digest")
    office = try said.text("office")
    rows = try said.number("rows")
    recorded = try said.number("recorded")
    rejected = try said.number("rejected")
    seal = try said.record("sealed")
  }

  package func write(to payload: inout Payload) {
    payload.say("digest", digest)
    payload.say("office", office)
    payload.say("rows", rows)
    payload.say("recorded", recorded)
    payload.say("rejected", rejected)
    payload.say("sealed", seal)
  }

  package var ownWords: [String] { [] }
}
