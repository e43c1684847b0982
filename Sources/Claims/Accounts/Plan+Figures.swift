public import Rules
public import Units

extension Plan {
  /// A plan's figures alone, flat and free of references: what decides the money of millions of claims.
  @safe
  public struct Figures: BitwiseCopyable {
    @usableFromInline let warningLine: Yuan
    /// The largest amount there is where there is no cap.
    @usableFromInline let capUnit: Int64
    @usableFromInline let steps: UnsafeBufferPointer<Staircase.Step>
    @usableFromInline let paysExcess: Bool
    @usableFromInline let hasCap: Bool
    @usableFromInline let capsEachMember: Bool
    /// Whether costs are summed by person.
    public let sumsByPerson: Bool
    /// Whether the cap is the household's though each person's costs are summed apart.
    public let capsHouseholdOfPersons: Bool

    /// - Parameter steps: the staircase's, in a place that outlives these figures.
    init(_ plan: Plan, steps: UnsafeBufferPointer<Staircase.Step>) {
      warningLine = plan.warningLine
      capUnit = plan.capUnit?.fen ?? .max
      unsafe self.steps = unsafe steps
      paysExcess = plan.paysExcess
      hasCap = plan.capUnit != nil
      capsEachMember = plan.capsEachMember
      sumsByPerson = plan.sumsByPerson
      capsHouseholdOfPersons = plan.capsHouseholdOfPersons
    }
  }
}

extension Plan.Figures {
  /// The most the subject is paid in a policy year.
  @inlinable
  public func cap(members: Int) -> Yuan? {
    guard hasCap else { return nil }
    guard capsEachMember else { return Yuan(fen: capUnit) }
    // 10^10 yuan for each of 10^9 members pass 64 bits; no accumulator comes near, so such a cap is none.
    let product = capUnit.multipliedReportingOverflow(by: Int64(members))
    return product.overflow ? Yuan(fen: .max) : Yuan(fen: product.partialValue)
  }

  /// Rows 16 to 21 of the decision table, in its order.
  ///
  /// Payout = benefit(accumulator) − paid so far, never below zero.
  ///
  /// - Parameters:
  ///   - accumulator: all counted cost of the subject and policy year, this claim's included.
  ///   - paid: what the subject was paid so far in the policy year.
  ///   - paidUnderCap: what was paid so far under the cap; differs from `paid` only where each person's costs are
  ///     summed apart and the household is capped.
  ///   - members: people in the household, for a cap that counts each.
  @inlinable
  func award(accumulator: Yuan, paid: Yuan, paidUnderCap: Yuan, members: Int) -> Award {
    guard accumulator > warningLine else { return Award(reason: .belowWarningLine) }
    let remaining = paysExcess ? accumulator - warningLine : accumulator
    let earned = unsafe Staircase.benefit(on: remaining, steps: steps)
    let cap = cap(members: members)
    // What the subject could still reach if all that is left under the cap were its own.
    let ceiling = cap.map { paid + ($0 - paidUnderCap) }
    // Never negative, even where earlier runs paid more under the cap than it allows.
    let benefit = ceiling.map { max(.zero, min(earned, $0)) } ?? earned
    if paidUnderCap > .zero, let cap, paidUnderCap == cap {
      return Award(reason: .capExhausted, benefit: benefit)
    }
    if paid > .zero, benefit <= paid { return Award(reason: .noFurtherBenefit, benefit: benefit) }
    if benefit <= .zero { return Award(reason: .roundsToZero) }
    return Award(
      reason: benefit == ceiling ? .coveredToCap : .covered, benefit: benefit, payout: benefit - paid)
  }
}
