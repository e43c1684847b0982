package import Rules
package import Units

/// What another scheme would have paid for the cases that were decided: by case, in the order of their decisions.
package struct Readjudication: Sendable {
  /// A case, what it was paid, and what it would have been.
  package struct Difference: Hashable, Sendable {
    package let casefile: Casefile
    package let township: String?
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
    package var isNewlyCounted: Bool { reason.isCounted && !casefile.isCounted }
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
  /// Those that differ in money or in what counts.
  package let differences: [Difference]

  /// The same, summed by township; cases without one under `nil`.
  package var byTownship: [(township: String?, cases: Int, was: Yuan, becomes: Yuan)] {
    Dictionary(grouping: differences, by: \.township).map { township, all in
      (
        township, all.count, all.reduce(.zero) { $0 + $1.was },
        all.reduce(.zero) { $0 + $1.becomes }
      )
    }.sorted { ($0.0 ?? "\u{10FFFF}") < ($1.0 ?? "\u{10FFFF}") }
  }

  /// What is to be paid more: for each household, peril and policy year the sum of its differences where it is more, on
  /// the last of its cases that gains. Nothing is taken back from a household.
  package var supplements: [(difference: Difference, amount: Yuan)] {
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
}
