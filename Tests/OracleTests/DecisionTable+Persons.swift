extension Ledger {
  /// What was counted and paid for a person in one household, for one peril and year.
  struct PersonSum: Equatable {
    var counted = Rational.zero
    var paid = Rational.zero
  }
}

extension Verdict {
  /// What the person has to do with a claim whose costs are summed by person.
  enum Standing: CaseIterable {
    /// Nobody is named.
    case nameless
    /// Somebody with costs of the year in another household, and there is no list, or it does not have them.
    case unlisted
    /// The same, and the list has them in another household than the claim's.
    case listedElsewhere
    /// The same, and the list has them in several.
    case listedTwice
    /// The same, and the list has them in this household alone: they have moved.
    case moved

    /// Whether nobody can say whose cost it is.
    var pends: Bool { self != .moved }
  }
}

extension DecisionTable {
  /// What the person has to do with the claim; nil where it hangs on nobody, or on somebody who is nowhere else.
  func standing(of claim: ReadClaim) -> Verdict.Standing? {
    let content = claim.content
    guard let group = register.entries[content.household]?.household?.group,
      rules.sumsByPerson(content.peril, group)
    else { return nil }
    guard let person = claim.person else { return .nameless }
    let elsewhere = (ledger.persons[person] ?? [:]).contains { subject, sum in
      subject.household != content.household && subject.year == content.day.year
        && (subject.peril == content.peril || slip != .otherPerilsDoNotMatter)
        && sum != Ledger.PersonSum()
    }
    if !elsewhere || slip == .anybodyMayMove { return nil }
    let homes = members?.homes[person] ?? []
    if homes.isEmpty { return .unlisted }
    if slip == .lastListedIsRight, homes.last == content.household { return .moved }
    if Set(homes).count > 1 { return .listedTwice }
    return homes[0] == content.household && slip != .nobodyMayMove ? .moved : .listedElsewhere
  }

  /// What was counted and paid for the person whom the claim names, wherever they lived.
  func sum(of claim: ReadClaim, in subject: Ledger.Subject) -> Ledger.PersonSum {
    var sum = Ledger.PersonSum()
    guard let person = claim.person else { return sum }
    for (other, part) in ledger.persons[person] ?? [:]
    where other.peril == subject.peril && other.year == subject.year {
      if slip == .sumsStayBehind, other.household != subject.household { continue }
      sum.counted += part.counted
      sum.paid += part.paid
    }
    return sum
  }

  /// Notes for the person what was counted and paid, also where it is summed by household: another group's may not be.
  mutating func note(_ claim: ReadClaim, in subject: Ledger.Subject, _ payout: Rational) {
    guard let person = claim.person else { return }
    ledger.persons[person, default: [:]][subject, default: .init()].counted += claim.content.amount
    ledger.persons[person, default: [:]][subject, default: .init()].paid += payout
  }
}
