/// What a file brought into the register is taken back: it is as if it had never been known. The journal keeps the file's entries.
package struct UndoImportStatement: JournalStatement {
  package static let kind = EntryKind.undoImport

  /// The entry that says the file was taken in.
  package let entry: Int
  /// The word of the file's kind.
  package let file: String
  /// Why.
  package let reason: String

  package init(entry: Int, file: String, reason: String) {
    self.entry = entry
    self.file = file
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    entry = try payload.number("entry")
    file = try payload.text("kind")
    reason = try payload.text("reason")
  }

  package func write(to payload: inout Payload) {
    payload.set("entry", entry)
    payload.set("kind", file)
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [reason] }
}
