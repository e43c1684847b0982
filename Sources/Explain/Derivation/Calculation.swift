public import Claims
public import Rules
public import Units

/// How a claim that counted came to what it is paid: what was counted in the policy year, and what the staircase pays on it.
///
/// Values alone: the passages of an explanation, a letter and a slip are made from it, each in words of its own.
public struct Calculation: Hashable, Sendable {
  /// The benefit that the claim counts towards.
  public let benefit: Benefit
  /// The policy year that it counts in.
  public let policyYear: PolicyYear
  /// What earlier runs brought into the account.
  public let carried: Account
  /// What the account had counted before, what the claim adds, and both together.
  public let accumulatedBefore: Yuan, amount: Yuan, accumulator: Yuan
  /// What the accumulator must pass.
  public let warningLine: Yuan
  /// What is paid on the accumulator; `nil` where it has not passed the warning line.
  public let payment: Payment?

  /// From the remaining cost to the payout.
  public struct Payment: Hashable, Sendable {
    /// What the staircase runs over.
    public let remaining: Yuan
    /// How its rates apply.
    public let reading: Staircase.Reading
    /// What each of its bands contributes, from the lowest upwards.
    public let lines: [Line]
    /// The sum of the lines, before it is rounded.
    public let product: ExactYuan
    /// The same to the fen, before any cap.
    public let earned: Yuan
    /// The most of the year; `nil` where there is none.
    public let cap: Cap?
    /// What was paid before under the cap, where that is another sum than ``paidBefore``: to others of the household too.
    public let paidUnderCap: Yuan?
    /// What the accumulator has earned so far, after the cap.
    public let benefit: Yuan
    /// What the subject was paid before in the policy year.
    public let paidBefore: Yuan
    /// What the claim is paid.
    public let payout: Yuan

    /// Whether the cap is less than the staircase pays.
    public var isHeldToCap: Bool { earned > benefit }
  }

  /// What a band of the staircase contributes.
  public struct Line: Hashable, Sendable {
    /// From where to where, and at which rate.
    public let band: Staircase.Band
    /// The cost that its rate applies to: all of it or nothing, or, read by band, what lies in the band.
    public let part: Yuan
    /// The part times the rate.
    public let amount: ExactYuan
    /// Whether the remaining cost ends in it.
    public let isReached: Bool
  }

  /// The most that is paid in a policy year.
  public struct Cap: Hashable, Sendable {
    /// Whom the scheme states it for.
    public enum Extent: Hashable, Sendable {
      /// Each of so many members of a household whose costs are summed.
      case members(Int)
      /// The person whose costs are summed.
      case person
      /// The household.
      case household
    }

    /// The most.
    public let amount: Yuan
    /// As the scheme states it.
    public let unit: Yuan
    /// Whom it states it for.
    public let extent: Extent
  }
}

extension Calculation {
  /// `nil` for a claim that was not counted.
  ///
  /// - Parameters:
  ///   - amount: what was claimed.
  ///   - members: people in the household.
  package init?(
    _ decision: Decision, of amount: Yuan, members: Int, carried: Account = Account(), under scheme: Scheme
  ) {
    guard let money = decision.money, let plan = Plan(scheme.benefits[money.benefitIndex]) else { return nil }
    benefit = scheme.benefits[money.benefitIndex]
    policyYear = money.policyYear
    self.carried = carried
    accumulatedBefore = money.accumulator - amount
    self.amount = amount
    accumulator = money.accumulator
    warningLine = plan.warningLine
    let isPassed = money.accumulator > plan.warningLine
    payment = isPassed ? Payment(money, payout: decision.payout, plan, members: members) : nil
  }
}

extension Calculation.Payment {
  fileprivate init(_ money: Decision.Money, payout: Yuan, _ plan: Plan, members: Int) {
    let staircase = plan.staircase
    remaining = plan.remaining(money.accumulator)
    reading = staircase.reading
    lines = staircase.lines(over: remaining)
    product = lines.reduce(ExactYuan(.zero)) { $0 + $1.amount }
    earned = staircase.benefit(on: remaining)
    cap = Calculation.Cap(plan, members: members)
    let isShared = plan.capsHouseholdOfPersons && money.paidUnderCap != money.paidBefore
    paidUnderCap = isShared ? money.paidUnderCap : nil
    benefit = money.benefit
    paidBefore = money.paidBefore
    self.payout = payout
  }

  /// How the product comes about: `18,000.00 × 60%`.
  package var drawing: Wording {
    guard reading == .whole else { return Wording(zh: "各档之和", en: "the sum of the slices") }
    let rate = lines.first(where: \.isReached)?.band.rate ?? .zero
    return Wording(zh: "\(remaining.grouped) × \(rate)", en: "\(remaining.grouped) × \(rate)")
  }
}

extension Calculation.Cap {
  fileprivate init?(_ plan: Plan, members: Int) {
    guard let amount = plan.cap(members: members), let unit = plan.capUnit else { return nil }
    self.amount = amount
    self.unit = unit
    let isPersonal = plan.sumsByPerson && !plan.capsHouseholdOfPersons
    extent = plan.capsEachMember ? .members(members) : isPersonal ? .person : .household
  }

  /// How it comes about: `4 members × 5,000.00`.
  package var drawing: Wording {
    switch extent {
    case .members(let count):
      Wording(zh: "\(count) 人 × \(unit.grouped)", en: "\(count) members × \(unit.grouped)")
    case .person: Wording(zh: "每人", en: "a person")
    case .household: Wording(zh: "每户", en: "a household")
    }
  }
}

extension Staircase {
  /// What each band contributes to what is paid on a cost.
  fileprivate func lines(over cost: Yuan) -> [Calculation.Line] {
    let reached = band(of: cost)
    return bands.map { band in
      let part =
        switch reading {
        case .whole: band == reached ? cost : .zero
        case .byBand: band.slice(of: cost)
        }
      return Calculation.Line(
        band: band, part: part, amount: ExactYuan(band.rate, of: part), isReached: band == reached)
    }
  }
}

extension Staircase.Band {
  /// The part of a cost that lies in it.
  fileprivate func slice(of cost: Yuan) -> Yuan {
    guard cost > lower else { return .zero }
    return (upper.map { min(cost, $0) } ?? cost) - lower
  }
}
