import Rules
public import Units

/// A household as the register has it. What is not known is `nil`: never zero, never eligible.
public struct Household: Hashable, Sendable {
  /// Its id on the register.
  public let id: String
  /// An index into `Scheme.groups`, or `nil` where missing or an unknown word.
  public let group: Int?
  /// How many people; at least 1 where known.
  public let members: Int?
  /// Net income of the year before the event, before the claimed cost.
  public let income: Yuan?
  /// Dwellings, businesses and vehicles, in the order of `Scheme.Asset`.
  public let assets: [Int?]
  /// Whether its row could be read, and all its rows say the same.
  public let isClear: Bool

  /// A household as the register has it.
  public init(
    id: String, group: Int?, members: Int?, income: Yuan?, assets: [Int?], isClear: Bool = true
  ) {
    precondition(assets.count == Scheme.Asset.allCases.count, "one count for each kind of asset")
    self.id = id
    self.group = group
    self.members = members
    self.income = income
    self.assets = assets
    self.isClear = isClear
  }
}

/// What adjudication needs of a household, in 16 bytes: all that does not depend on the claim is decided.
public struct Eligibility: Sendable, Equatable, BitwiseCopyable {
  /// Net income in fen; means nothing where ``findings`` has `incomeUnknown`.
  @usableFromInline let income: Int64
  /// People; means nothing where ``findings`` has `householdUnclear`.
  @usableFromInline let members: Int32
  /// ``findings`` in three bytes, so that it takes sixteen.
  @usableFromInline let lowFindings: UInt16
  @usableFromInline let highFindings: UInt8
  /// An index into `Scheme.groups`, or 255.
  public let group: UInt8

  @usableFromInline static let noGroup: UInt8 = 255

  @usableFromInline
  init(income: Int64, members: Int32, findings: Findings, group: UInt8) {
    self.income = income
    self.members = members
    precondition(findings.rawValue >> 24 == 0, "rows that ask for the household have the first 24 bits")
    lowFindings = UInt16(truncatingIfNeeded: findings.rawValue)
    highFindings = UInt8(truncatingIfNeeded: findings.rawValue >> 16)
    self.group = group
  }

  /// What stands against every claim of the household.
  @inlinable
  public var findings: Findings {
    Findings(rawValue: UInt32(lowFindings) | UInt32(highFindings) &<< 16)
  }

  /// A household that is not on the register.
  public static let unknown = Eligibility(
    income: 0, members: 0, findings: Findings(.unknownHousehold), group: noGroup)
  /// A household whose entry cannot be relied on.
  public static let unclear = Eligibility(
    income: 0, members: 0, findings: Findings(.householdUnclear), group: noGroup)

  /// How many people, for a cap that counts each.
  public var memberCount: Int { Int(members) }
}
