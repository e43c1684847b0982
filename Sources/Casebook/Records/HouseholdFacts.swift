import Claims
import Journal
import Rules
package import Units

/// What was known of a household on a day, each fact with the day from which it was known.
package struct HouseholdFacts: Hashable, Sendable {
  /// A fact, the day from which it was known, and the entry that states it.
  package struct Known<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package let on: Day
    package let entry: Int
  }

  package var group: Known<String>?
  package var members: Known<Int>?
  package var income: Known<Yuan>?
  /// In the order of `Scheme.Asset`.
  package var assets: [Known<Int>?] = [nil, nil, nil]
  package var township: Known<String>?
  package var village: Known<String>?

  package init() {}

  /// The household as the adjudicator takes it: an answer about assets older than the scheme lets it be is none.
  ///
  /// - Parameter day: the day of the decision.
  func household(_ id: String, under scheme: Scheme, on day: Day) -> Household {
    let valid = scheme.administration.answerValidDays?.value
    return Household(
      id: id, group: group.flatMap { known in scheme.groups.firstIndex { $0.id == known.value } },
      members: members?.value, income: income?.value,
      assets: assets.map { known in
        guard let known else { return nil }
        if let valid, day - known.on > valid { return nil }
        return known.value
      })
  }
}
