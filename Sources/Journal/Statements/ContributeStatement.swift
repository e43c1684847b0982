package import Units

/// Money comes into the fund.
package struct ContributeStatement: JournalStatement {
  package static let kind = EntryKind.contribute

  package let amount: Yuan
  package let note: String?

  package init(amount: Yuan, note: String?) {
    self.amount = amount
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    amount = try payload.yuan("amount")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    payload.set("amount", amount)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }
}
