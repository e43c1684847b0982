public import Rules
public import Units

/// All that a decision was derived from: enough to explain it, and to derive it again.
public struct Derivation: Hashable, Sendable {
  /// A claim and what was decided on it.
  public struct Entry: Hashable, Sendable {
    /// The claim.
    public let claim: Claim
    /// What was decided; of a claim before, under the scheme of its time, whose benefit and peril these are.
    public let decision: Decision

    /// A claim and what was decided on it.
    public init(claim: Claim, decision: Decision) {
      self.claim = claim
      self.decision = decision
    }
  }

  /// The rules it was decided under.
  public let scheme: Scheme
  /// The claim.
  public let claim: Claim
  /// The household's entry on the register, or `nil` where it has none.
  public let household: Household?
  /// Ids on the register that the household's is like, where it has no entry.
  public let like: [String]
  /// What was decided.
  public let decision: Decision
  /// The first claim with the same id, for rows 1 and 2.
  public let firstClaim: Claim?
  /// What a correction took out of its account; `nil` where it replaced no counted claim, or corrects nothing.
  public let takenOut: Yuan?
  /// The claims of this run that were counted before in the same account, in order.
  public let history: [Entry]
  /// The other households in which the person whom the claim names has costs of the policy year, as far as they are known.
  public let elsewhere: [String]
  /// What earlier runs brought into the account.
  public let carried: Account

  /// All that a decision was derived from.
  public init(
    scheme: Scheme, claim: Claim, household: Household?, like: [String] = [], decision: Decision,
    firstClaim: Claim? = nil, takenOut: Yuan? = nil, history: [Entry] = [], elsewhere: [String] = [],
    carried: Account = Account()
  ) {
    self.scheme = scheme
    self.claim = claim
    self.household = household
    self.like = like
    self.decision = decision
    self.firstClaim = firstClaim
    self.takenOut = takenOut
    self.history = history
    self.elsewhere = elsewhere
    self.carried = carried
  }
}
