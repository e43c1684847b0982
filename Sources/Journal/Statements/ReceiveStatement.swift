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

  package init(_ payload: PayloadReader) throws(MissingMember) {
    digest = try payload.text("digest")
    office = try payload.text("office")
    rows = try payload.number("rows")
    recorded = try payload.number("recorded")
    rejected = try payload.number("rejected")
    seal = try payload.record("sealed")
  }

  package func write(to payload: inout Payload) {
    payload.set("digest", digest)
    payload.set("office", office)
    payload.set("rows", rows)
    payload.set("recorded", recorded)
    payload.set("rejected", rejected)
    payload.set("sealed", seal)
  }

  /// The digest of the file that this one answers; `nil` where its seal names none.
  package var answers: String? { seal["answers"]?.text }

  package var ownWords: [String] { [] }
}
