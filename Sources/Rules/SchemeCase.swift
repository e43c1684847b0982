public import Units

/// A named example in a scheme file: a household, its claims in order, and what each must pay.
public struct SchemeCase: Hashable, Sendable {
  /// One claim of an example.
  public struct Claim: Hashable, Sendable {
    /// An index into ``Scheme/perils``.
    public let peril: Int
    /// Day of the event.
    public let day: Day
    /// Cost left to the household.
    public let amount: Yuan
    /// An index into ``Scheme/causes``, if named.
    public let cause: Int?
    /// Whether somebody else has compensated, if known.
    public let compensated: Bool?
    /// The person it befell, if named.
    public let person: String?
    /// What it must pay.
    public let payout: Yuan
    /// The reason it must give; `nil` where the example does not say.
    public let reason: Reason?

    /// One claim of an example.
    public init(
      peril: Int, day: Day, amount: Yuan, cause: Int?, compensated: Bool?, person: String?, payout: Yuan,
      reason: Reason?
    ) {
      self.peril = peril
      self.day = day
      self.amount = amount
      self.cause = cause
      self.compensated = compensated
      self.person = person
      self.payout = payout
      self.reason = reason
    }
  }

  /// What the example shows.
  public let name: Wording
  /// Where it stands in the scheme file.
  public let place: Diagnostic.Place
  /// An index into ``Scheme/groups``; `nil` for a household whose group is not known.
  public let group: Int?
  /// Members; `nil` for unknown.
  public let members: Int?
  /// Net income of the year before; `nil` for unknown.
  public let income: Yuan?
  /// Dwellings, businesses and vehicles, in the order of ``Scheme/Asset``; `nil` for unknown.
  public let assets: [Int?]
  /// The claims in order.
  public let claims: [Claim]

  /// A named example.
  public init(
    name: Wording, place: Diagnostic.Place, group: Int?, members: Int?, income: Yuan?, assets: [Int?],
    claims: [Claim]
  ) {
    self.name = name
    self.place = place
    self.group = group
    self.members = members
    self.income = income
    self.assets = assets
    self.claims = claims
  }
}
