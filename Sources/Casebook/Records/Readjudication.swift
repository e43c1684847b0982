package import Journal
package import Rules
package import Units

/// What another scheme would have paid for the cases that were decided: by case, in the order of their decisions.
package struct Readjudication: Sendable {
  /// A bill of a screened case as it was decided, and its place among the case's, from 1.
  package struct Bill: Hashable, Sendable {
    package let place: Int
    package let decided: DecidedBill
  }

  /// A case, or a bill of a screened one, what it was paid, and what it would have been.
  package struct Difference: Hashable, Sendable {
    package let casefile: Casefile
    /// `nil` of a case that was decided as one.
    package let bill: Bill?
    /// Whether it counts already.
    package let wasCounted: Bool
    package internal(set) var township: String?
    package let was: Yuan
    package let becomes: Yuan
    /// The policy year of its event under the other scheme.
    package let year: PolicyYear
    /// The reason under the other scheme.
    package let reason: Reason
    /// Where the case counts under the other scheme, its benefit there and the accumulator.
    package let benefit: String?
    package let accumulator: Yuan?

    package var gain: Yuan { becomes - was }
    /// Whether the other scheme counts what was not counted.
    package var isNewlyCounted: Bool { reason.isCounted && !wasCounted }
    /// The day of the event, and the cost.
    package var day: Day { bill?.decided.incurredOn ?? casefile.incurredOn }
    package var amount: Yuan { bill?.decided.amount ?? casefile.amount }
    /// The code of the reason for which it was decided.
    package var reasonWas: String? { bill.map { $0.decided.decision?.reasonCode } ?? casefile.reason }
  }

  /// The case that came last to where it stands, of those that were looked at.
  package struct Latest: Hashable, Sendable {
    package let casefile: Int
    package let day: Day
  }

  /// All cases that were looked at.
  package let examined: Int
  /// The last decision among them, or the last step of a case that is to be paid more; `nil` where none was looked at.
  package let latest: Latest?
  /// Those that differ in money or in what counts; of screened cases their bills, one by one.
  package let differences: [Difference]

  /// How many cases differ.
  package var different: Int { Set(differences.map(\.casefile.number)).count }

  /// The same, summed by township; cases without one under `nil`.
  package var byTownship: [(township: String?, cases: Int, was: Yuan, becomes: Yuan)] {
    Dictionary(grouping: differences, by: \.township).map { township, all in
      (
        township, Set(all.map(\.casefile.number)).count, all.reduce(.zero) { $0 + $1.was },
        all.reduce(.zero) { $0 + $1.becomes }
      )
    }.sorted { ($0.0 ?? "\u{10FFFF}") < ($1.0 ?? "\u{10FFFF}") }
  }

  /// What is to be paid more: for each household, peril and policy year the sum of its differences where it is more, on
  /// the last of its cases or bills that gains. Nothing is taken back from a household.
  private var owed: [(difference: Difference, amount: Yuan)] {
    struct Key: Hashable {
      let household: String
      let peril: String
      let year: PolicyYear
    }
    var sums: [Key: Yuan] = [:]
    var last: [Key: Int] = [:]
    for (index, difference) in differences.enumerated() {
      let key = Key(
        household: difference.casefile.household, peril: difference.casefile.peril,
        year: difference.year)
      sums[key, default: .zero] += difference.gain
      if difference.gain > .zero { last[key] = index }
    }
    var amounts: [Int: Yuan] = [:]
    for (key, index) in last { if let sum = sums[key], sum > .zero { amounts[index] = sum } }
    return differences.enumerated().compactMap { index, difference in
      let amount = amounts[index] ?? .zero
      return amount > .zero || difference.isNewlyCounted ? (difference, amount) : nil
    }
  }

  /// What is to be paid more, by case, in the order of the decisions: a screened case with its bills.
  package var supplements: [Supplement] {
    var supplements: [Supplement] = []
    for one in owed {
      if supplements.last?.casefile.number == one.difference.casefile.number {
        supplements[supplements.count - 1].parts.append(Supplement.Part(one))
      } else {
        supplements.append(Supplement(casefile: one.difference.casefile, parts: [Supplement.Part(one)]))
      }
    }
    return supplements
  }

  /// What a case is to be paid more.
  package struct Supplement: Hashable, Sendable {
    /// The case itself, or one of its bills.
    package struct Part: Hashable, Sendable {
      package let difference: Difference
      package let amount: Yuan

      fileprivate init(_ owed: (difference: Difference, amount: Yuan)) {
        (difference, amount) = owed
      }
    }

    package let casefile: Casefile
    package fileprivate(set) var parts: [Part]

    package var amount: Yuan { parts.reduce(.zero) { $0 + $1.amount } }
    /// Whether it changes something.
    package var isOwed: Bool { amount > .zero || parts.contains { $0.difference.isNewlyCounted } }
  }
}
