package import Units

/// A policy year that was closed is open again.
package struct ReopenYearStatement: JournalStatement {
  package static let kind = EntryKind.reopenYear

  /// The year's days, as it was closed.
  package let days: ClosedRange<Day>
  /// Why.
  package let reason: String

  package init(_ days: ClosedRange<Day>, reason: String) {
    self.days = days
    self.reason = reason
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    days = try payload.days()
    reason = try payload.text("reason")
  }

  package func write(to payload: inout Payload) {
    payload.set(days)
    payload.set("reason", reason)
  }

  package var ownWords: [String] { [reason] }
}
