/// The machine's clock ran backwards.
package struct ClockStatement: JournalStatement {
  package static let kind = EntryKind.clock

  /// What it read.
  package let read: String
  /// What it had read before, which stands.
  package let before: String

  package init(read: String, before: String) {
    self.read = read
    self.before = before
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    read = try payload.text("read")
    before = try payload.text("before")
  }

  package func write(to payload: inout Payload) {
    payload.set("read", read)
    payload.set("before", before)
  }

  package var ownWords: [String] { [] }
}
