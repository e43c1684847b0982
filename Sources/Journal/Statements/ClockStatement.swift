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

  package init(_ said: PayloadReader) throws(MissingMember) {
    read = try said.text("read")
    before = try said.text("before")
  }

  package func write(to payload: inout Payload) {
    payload.say("read", read)
    payload.say("before", before)
  }

  package var ownWords: [String] { [] }
}
