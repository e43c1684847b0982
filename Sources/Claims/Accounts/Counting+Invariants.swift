import Rules
import Units

// What holds of accounts and of what claims do to them, whatever the scheme. Each check tells what does not hold, in words; an
// assertion asks, which a release does without.

extension Counting {
  /// What does not hold of a claim that was counted under a plan; empty where all does.
  ///
  /// - Parameter members: people in the household, for a cap that counts each.
  @usableFromInline
  package func _checkInvariants(under plan: Plan.Figures, members: Int) -> [String] {
    let payout = award.payout
    var broken: [String] = []
    if (payout > .zero) != (award.reason.outcome == .approved) {
      broken.append("paid without being approved, or approved without being paid")
    }
    if payout < .zero { broken.append("paid less than nothing") }
    guard payout > .zero else { return broken }
    if accumulator <= plan.warningLine { broken.append("paid at the warning line or below") }
    if paidBefore + payout != award.benefit {
      broken.append("paid other than the benefit less what was paid")
    }
    if award.benefit > accumulator { broken.append("paid more than was counted") }
    if let cap = plan.cap(members: members), paidUnderCap + payout > cap {
      broken.append("paid above the cap")
    }
    return broken
  }
}

extension Account {
  /// What does not hold of an account; empty where all does. That no more is paid than was counted holds only until a claim is
  /// taken back.
  package func _checkInvariants() -> [String] {
    var broken: [String] = []
    if accumulated < .zero { broken.append("counted less than nothing") }
    if paid < .zero { broken.append("paid less than nothing") }
    return broken
  }
}

extension AccountTable {
  /// What does not hold of the account of a household and of a person; empty where all does. What of a person's account lies
  /// in the household is no more than the household's.
  @usableFromInline
  package func _checkInvariants(of person: String?, in name: Name) -> [String] {
    let (own, household) = (self[name, of: person], self[name, of: nil])
    var broken = own._checkInvariants() + household._checkInvariants()
    let part = person.map { self.part(of: $0, in: name) } ?? household
    if part.accumulated > household.accumulated {
      broken.append("a person counted for more than the household")
    }
    if part.paid > household.paid { broken.append("a person paid more than the household") }
    return broken
  }
}
