/// What every step says of its case: which it is, whose, and from where to where it goes.
package struct CaseStep: Hashable, Sendable {
  /// The case.
  package let number: Int
  package let household: String
  /// Where the case stood; `nil` for a step that opens one, or that leaves it where it is.
  package let from: CaseState?
  /// Where it stands then; `nil` for a step that leaves it where it is.
  package let to: CaseState?
  /// The level that the step signs.
  package let level: Level?

  package init(_ number: Int, of household: String, from: CaseState?, to: CaseState?, signing level: Level?) {
    self.number = number
    self.household = household
    self.from = from
    self.to = to
    self.level = level
  }

  init(_ said: PayloadReader) throws(MissingMember) {
    number = try said.number("case")
    household = try said.text("household")
    from = try said.optionalWord("from")
    to = try said.optionalWord("to")
    level = try said.optionalWord("level")
  }

  func write(to payload: inout Payload) {
    payload.say("case", number)
    payload.say("household", household)
    payload.say("from", from?.rawValue)
    payload.say("to", to?.rawValue)
    payload.say("level", level?.rawValue)
  }

  /// Where the case stands then, of a step that takes it on.
  package func goesTo() throws(MissingMember) -> CaseState {
    guard let to else { throw MissingMember(key: "to") }
    return to
  }
}
