public import Rules
public import Units

/// The money of a claim that counts: rows 16 to 21 of the decision table.
public struct Award: Hashable, Sendable {
  /// One of the rows 16 to 21.
  public let reason: Reason
  /// What the accumulator has earned so far, after the cap.
  public let benefit: Yuan
  /// What this claim is paid.
  public let payout: Yuan

  @usableFromInline
  package init(reason: Reason, benefit: Yuan = .zero, payout: Yuan = .zero) {
    self.reason = reason
    self.benefit = benefit
    self.payout = payout
  }
}

/// A benefit with every figure known: what decides the money of the claims under it.
public struct Plan: Sendable {
  /// What must be passed.
  public let warningLine: Yuan
  /// Whether only the excess over the line is paid on.
  public let paysExcess: Bool
  /// The share that is paid.
  public let staircase: Staircase
  /// The cap of a household with one member, or of a person.
  public let capUnit: Yuan?
  /// Whether the cap counts each member of a household whose costs are summed.
  public let capsEachMember: Bool
  /// Whether the cap is the household's though each person's costs are summed apart.
  public let capsHouseholdOfPersons: Bool
  /// Whether costs are summed by person.
  public let sumsByPerson: Bool

  /// `nil` where a figure of the benefit is unpublished.
  package init?(_ benefit: Benefit) {
    guard let line = benefit.warningLine.value, let staircase = benefit.staircase.value else { return nil }
    var unit: Yuan?
    var capSubject = benefit.sumOver
    switch benefit.cap {
    case .none: break
    case .amount(.unpublished, _): return nil
    case .amount(.known(let amount, _), let per):
      unit = amount
      capSubject = per
    }
    warningLine = line
    paysExcess = benefit.pays == .excess
    self.staircase = staircase
    capUnit = unit
    sumsByPerson = benefit.sumOver == .person
    capsEachMember = benefit.sumOver == .household && capSubject == .person
    capsHouseholdOfPersons = benefit.sumOver == .person && capSubject == .household
  }

  /// The amount the staircase runs over, once the line is passed.
  public func remaining(_ accumulator: Yuan) -> Yuan {
    paysExcess ? accumulator - warningLine : accumulator
  }

  /// The most the subject is paid in a policy year.
  public func cap(members: Int) -> Yuan? {
    unsafe staircase.withSteps { unsafe Figures(self, steps: $0).cap(members: members) }
  }

  /// ``Figures/count(_:members:of:in:)``, for callers that have a plan alone.
  public func count(
    _ amount: Yuan, members: Int, of person: inout Account, in household: inout Account
  ) -> Counting {
    unsafe staircase.withSteps {
      unsafe Figures(self, steps: $0).count(amount, members: members, of: &person, in: &household)
    }
  }
}
