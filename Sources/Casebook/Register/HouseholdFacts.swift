import Claims
import Journal
import Rules
import Store
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

  /// Takes in a row of what became known; rows come in the order of their days.
  mutating func take(_ row: Statement) {
    guard let on = Day(row.text(1)) else { return }
    let entry = row.int(2)
    func known<Value>(_ value: Value?) -> Known<Value>? {
      value.map { Known(value: $0, on: on, entry: entry) }
    }
    func number(_ column: Int) -> Int? { row.optionalInt64(column).map { Int($0) } }
    group = known(row.optionalText(3)) ?? group
    members = known(number(4)) ?? members
    income = known(row.optionalInt64(5).map { Yuan(fen: $0) }) ?? income
    for asset in 0..<3 { assets[asset] = known(number(6 + asset)) ?? assets[asset] }
    township = known(row.optionalText(9)) ?? township
    village = known(row.optionalText(10)) ?? village
  }

  static let columns = """
    household, known_on, entry, grp, members, income, dwellings, businesses, vehicles, township, village
    """

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

extension Casebook {
  /// What was known of a household on a day; `nil` where it was not on the register.
  package func facts(of household: String, on day: Day) throws(CasebookError) -> HouseholdFacts? {
    try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT \(HouseholdFacts.columns) FROM household_fact WHERE household = ? AND known_on <= ?
        ORDER BY known_on, entry
        """]
      query.bind(1, household)
      query.bind(2, day.description)
      defer { query.reset() }
      var facts: HouseholdFacts?
      while try query.step() {
        var known = facts ?? HouseholdFacts()
        known.take(query)
        facts = known
      }
      return facts
    }
  }
}
