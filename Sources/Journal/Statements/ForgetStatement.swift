/// The personal data of a household are forgotten: what the journal says of them can no longer be checked.
package struct ForgetStatement: JournalStatement {
  package static let kind = EntryKind.forget

  package let household: String
  /// Why, in words.
  package let reason: String
  /// The rows of personal data.
  package let numbers: [Int]

  package init(household: String, reason: String, numbers: [Int]) {
    self.household = household
    self.reason = reason
    self.numbers = numbers
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    household = try payload.text("household")
    reason = try payload.text("reason")
    numbers = try payload.numbers("numbers")
  }

  package func write(to payload: inout Payload) {
    payload.set("household", household)
    payload.set("reason", reason)
    payload.set("numbers", numbers.map { "\($0)" })
  }

  package var ownWords: [String] { [reason] }
}
