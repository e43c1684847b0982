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

  init(_ payload: PayloadReader) throws(MissingMember) {
    number = try payload.number("case")
    household = try payload.text("household")
    from = try payload.optionalWord("from")
    to = try payload.optionalWord("to")
    level = try payload.optionalWord("level")
  }

  func write(to payload: inout Payload) {
    payload.set("case", number)
    payload.set("household", household)
    payload.set("from", from?.rawValue)
    payload.set("to", to?.rawValue)
    payload.set("level", level?.rawValue)
  }

  /// Where the case stands then, of a step that takes it on.
  package func goesTo() throws(MissingMember) -> CaseState {
    guard let to else { throw MissingMember(key: "to") }
    return to
  }
}
