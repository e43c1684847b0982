package import Units

/// What an entry of a batch says of the claim that it decides, in the file's words.
package struct DecidedClaim: Sendable {
  let id: String
  let household: String
  private(set) var person: String?
  let peril: String
  private(set) var cause: String?
  let day: Day
  let amount: Yuan
  private(set) var compensated: Bool?
  /// What the entry says is to be paid.
  package private(set) var payout = Yuan.zero

  /// Reads a payload, all of it once; `nil` where something is missing.
  package init?(_ said: Payload) {
    var (id, household, peril): (String?, String?, String?)
    var (day, amount): (Day?, Yuan?)
    for (key, value) in said.members {
      switch (key, value) {
      case ("claim", .text(let text)): id = text
      case ("household", .text(let text)): household = text
      case ("peril", .text(let text)): peril = text
      case ("person", .text(let text)): person = text
      case ("cause", .text(let text)): cause = text
      case ("incurred_on", .text(let text)): day = Day(text)
      case ("amount", .text(let text)): amount = Yuan(text, signed: true)
      case ("payout", .text(let text)): payout = Yuan(text, signed: true) ?? .zero
      case ("compensated", .bool(let answer)): compensated = answer
      default: break
      }
    }
    guard let id, let household, let peril, let day, let amount else { return nil }
    (self.id, self.household, self.peril, self.day, self.amount) = (id, household, peril, day, amount)
  }
}
