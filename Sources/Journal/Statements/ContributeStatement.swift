package import Units

/// Money comes into the fund.
package struct ContributeStatement: JournalStatement {
  package static let kind = EntryKind.contribute

  package let amount: Yuan
  /// What of it the county had been called on for; `nil` where it owed nothing.
  package let answers: Yuan?
  package let note: String?

  package init(amount: Yuan, answers: Yuan? = nil, note: String?) {
    self.amount = amount
    self.answers = answers
    self.note = note
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    amount = try payload.yuan("amount")
    answers = try payload.optionalYuan("answers")
    note = try payload.optionalText("note")
  }

  package func write(to payload: inout Payload) {
    payload.set("amount", amount)
    payload.set("answers", answers)
    payload.set("note", note)
  }

  package var ownWords: [String] { [note].compactMap { $0 } }
}
