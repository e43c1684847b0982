public import Units

/// A claim as declared, read and in range. Whether it may be paid is the adjudicator's to say.
public struct Claim: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// The household it is for.
  public let household: String
  /// The person it befell, where said.
  public let person: String?
  /// An index into `Scheme.perils`.
  public let peril: Int
  /// The day of the event.
  public let day: Day
  /// The cost left to the household after all reimbursement.
  public let amount: Yuan
  /// An index into `Scheme.causes`, where said.
  public let cause: Int?
  /// Whether somebody else has compensated, where said.
  public let compensated: Bool?
  /// Whether it takes the place of an earlier claim with its id; its amount may then be zero.
  public let corrects: Bool

  /// A claim as declared.
  public init(
    id: String, household: String, person: String? = nil, peril: Int, day: Day, amount: Yuan,
    cause: Int? = nil,
    compensated: Bool? = nil, corrects: Bool = false
  ) {
    self.id = id
    self.household = household
    self.person = person
    self.peril = peril
    self.day = day
    self.amount = amount
    self.cause = cause
    self.compensated = compensated
    self.corrects = corrects
  }

  /// Whether both are one claim presented twice: same household, peril, day and amount.
  public func isSame(as other: Claim) -> Bool {
    household == other.household && peril == other.peril && day == other.day && amount == other.amount
  }
}
