public import Rules
public import Units

/// What was decided on one claim, with everything it was derived from.
public struct Decision: Hashable, Sendable {
  /// The money of a claim that counted.
  public struct Money: Hashable, Sendable {
    /// The benefit it counts towards: an index into `Scheme.benefits`.
    public let benefitIndex: Int
    /// The policy year it counts in.
    public let policyYear: PolicyYear
    /// All counted cost of the subject and policy year, this claim's included.
    public let accumulator: Yuan
    /// What the subject was paid before in the policy year.
    public let paidBefore: Yuan
    /// What was paid before under the cap; differs from `paidBefore` only where the cap has another subject.
    public let paidUnderCap: Yuan
    /// What the accumulator has earned so far, after the cap.
    public let benefit: Yuan

    /// The money of a claim that counted.
    public init(
      benefitIndex: Int, policyYear: PolicyYear, accumulator: Yuan, paidBefore: Yuan, paidUnderCap: Yuan,
      benefit: Yuan
    ) {
      self.benefitIndex = benefitIndex
      self.policyYear = policyYear
      self.accumulator = accumulator
      self.paidBefore = paidBefore
      self.paidUnderCap = paidUnderCap
      self.benefit = benefit
    }

    /// The money of a claim by what it did to its accounts.
    public init(_ counting: Counting, benefit: Int, year: PolicyYear) {
      self.init(
        benefitIndex: benefit, policyYear: year, accumulator: counting.accumulator,
        paidBefore: counting.paidBefore, paidUnderCap: counting.paidUnderCap, benefit: counting.award.benefit)
    }
  }

  /// The row of the decision table.
  public let reason: Reason
  /// What is paid; zero unless approved.
  public let payout: Yuan
  /// All rows among 1 to 15a that apply; ``reason`` is the first where there is one.
  public let findings: Findings
  /// The money, where the claim counted.
  public let money: Money?

  /// A decision.
  public init(reason: Reason, payout: Yuan, findings: Findings, money: Money?) {
    self.reason = reason
    self.payout = payout
    self.findings = findings
    self.money = money
  }

  /// The decision on a claim that counted.
  ///
  /// - Parameters:
  ///   - counting: what it did to its accounts.
  ///   - benefit: an index into `Scheme.benefits`.
  ///   - year: the policy year it counts in.
  public init(_ counting: Counting, benefit: Int, year: PolicyYear) {
    self.init(
      reason: counting.award.reason, payout: counting.award.payout, findings: [],
      money: Money(counting, benefit: benefit, year: year))
  }

  /// What becomes of the claim.
  public var outcome: Outcome { reason.outcome }
  /// Everything else that is missing or stands against the claim, in the table's order.
  public var furtherFindings: [Reason] { findings.reasons.filter { $0 != reason } }
}
