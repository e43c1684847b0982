public import Units

/// What a claim that counts did to its accounts, and what it is paid.
///
/// The money rule, which stands here and nowhere else. A claim counts in its subject's account: the household's or, where
/// the benefit sums by person, the person's. There the household has an account besides, of all its persons together: a cap
/// that is the household's lies on what they all were paid. Whoever keeps accounts (a batch, a casebook, an example of a
/// scheme file) says where they are kept and how they are named; what becomes of them is said by
/// ``Plan/Figures/count(_:members:in:)``.
public struct Counting: Hashable, Sendable {
  /// All counted cost of the subject and policy year, this claim's included.
  public let accumulator: Yuan
  /// What the subject was paid before in the policy year.
  public let paidBefore: Yuan
  /// What was paid before under the cap; differs from ``paidBefore`` only where the cap has another subject.
  public let paidUnderCap: Yuan
  /// The row of the decision table, what the accumulator has earned, and what the claim is paid.
  public let award: Award

  @inlinable @inline(__always)
  package init(accumulator: Yuan, paidBefore: Yuan, paidUnderCap: Yuan, award: Award) {
    self.accumulator = accumulator
    self.paidBefore = paidBefore
    self.paidUnderCap = paidUnderCap
    self.award = award
  }
}

extension Plan.Figures {
  /// Counts a claim in a household's account, where the benefit sums by household.
  ///
  /// - Parameters:
  ///   - amount: the cost, more than zero.
  ///   - members: people in the household, for a cap that counts each.
  ///   - account: the household's.
  @inlinable @inline(__always)
  public func count(_ amount: Yuan, members: Int, in account: inout Account) -> Counting {
    count(amount, members: members, in: &account, paidUnderCap: account.paid)
  }

  /// Counts a claim in a person's account and in the household's of all persons, where the benefit sums by person.
  @inlinable
  public func count(
    _ amount: Yuan, members: Int, of person: inout Account, in household: inout Account
  ) -> Counting {
    let underCap = capsHouseholdOfPersons ? household.paid : person.paid
    let counting = count(amount, members: members, in: &person, paidUnderCap: underCap)
    household.add(Account(accumulated: amount, paid: counting.award.payout))
    return counting
  }

  @inlinable @inline(__always)
  func count(_ amount: Yuan, members: Int, in account: inout Account, paidUnderCap: Yuan) -> Counting {
    let paidBefore = account.paid
    account.accumulated += amount
    let award = award(
      accumulator: account.accumulated, paid: paidBefore, paidUnderCap: paidUnderCap, members: members)
    account.paid += award.payout
    let counting = Counting(
      accumulator: account.accumulated, paidBefore: paidBefore, paidUnderCap: paidUnderCap, award: award)
    assert(counting._checkInvariants(under: self, members: members).isEmpty)
    return counting
  }
}

extension Plan.Figures {
  /// The person whose account a claim counts in; `nil` where it counts in the household's.
  @inlinable
  public func subject(of person: String?) -> String? {
    guard sumsByPerson else { return nil }
    guard let person else {
      preconditionFailure("a claim that names nobody pends where the benefit sums by person")
    }
    return person
  }

  /// What a claim does to accounts that are kept elsewhere and stay as they are.
  ///
  /// - Parameters:
  ///   - amount: the cost, more than zero.
  ///   - person: whom the claim names, if anybody.
  ///   - members: people in the household, for a cap that counts each.
  ///   - account: looks up a person's account or, with `nil`, the household's.
  public func count<Failure>(
    _ amount: Yuan, of person: String?, members: Int,
    in account: (_ person: String?) throws(Failure) -> Account
  ) throws(Failure) -> Counting {
    var household = try account(nil)
    guard let person = subject(of: person) else { return count(amount, members: members, in: &household) }
    var own = try account(person)
    return count(amount, members: members, of: &own, in: &household)
  }
}
