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

  /// An income, and the year in which it was earned.
  package struct Income: Hashable, Sendable {
    package let amount: Yuan
    package let year: Int

    /// The first event that it is in force for: one of the year after.
    var inForceFrom: Day { Day(year: year + 1, month: 1, day: 1) ?? .last }
  }

  /// The last that became known.
  package var group: Known<String>?
  /// Those that became known before it, in that order.
  private var earlierGroups: [Known<String>] = []
  package var members: Known<Int>?
  /// The last that became known.
  package var income: Known<Income>?
  /// Those that became known before it, in that order.
  private var earlierIncomes: [Known<Income>] = []
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
      members: members?.value, income: income?.value.amount,
      assets: assets.map { known in
        guard let known else { return nil }
        if let valid, day - known.on > valid { return nil }
        return known.value
      })
  }
}

// MARK: What is in force for an event

extension HouseholdFacts {
  /// Another group became known, after those of before.
  mutating func note(group known: Known<String>) {
    if let group { earlierGroups.append(group) }
    group = known
  }

  /// Another income became known, after those of before.
  mutating func note(income known: Known<Income>) {
    if let income { earlierIncomes.append(income) }
    income = known
  }

  /// The facts that a decision on an event rests on: the group in force on its day, or where none was known by then the first
  /// that became known after; the income of the year before it, or the latest earlier one.
  package func inForce(for event: Day) -> HouseholdFacts {
    var facts = self
    (facts.earlierGroups, facts.earlierIncomes) = ([], [])
    if !earlierGroups.isEmpty {
      let groups = self.groups
      let day = max(event, groups[0].on)
      facts.group = groups.last { $0.on <= day }
    }
    facts.income = income.flatMap { $0.value.year < event.year ? $0 : nil }
    for income in earlierIncomes.reversed() where income.value.year < event.year {
      if facts.income.map({ $0.value.year < income.value.year }) ?? true { facts.income = income }
    }
    return facts
  }

  /// The income of a year as it became known last.
  package func income(of year: Int) -> Known<Income>? { incomes.last { $0.value.year == year } }

  /// The days from which on something else is in force for an event, ascending.
  var changes: [Day] {
    if earlierGroups.isEmpty, earlierIncomes.isEmpty { return income.map { [$0.value.inForceFrom] } ?? [] }
    var days = Set(incomes.map(\.value.inForceFrom))
    if !earlierGroups.isEmpty { days.formUnion(groups.map(\.on).filter { $0 > groups[0].on }) }
    return days.sorted()
  }

  /// The entry that states the income, where it states nothing else that a decision rests on; 0 where there is none.
  var entryOfIncomeAlone: Int {
    guard let entry = income?.entry else { return 0 }
    let others = [group?.entry, members?.entry] + assets.map { $0?.entry }
    return others.contains(entry) ? 0 : entry
  }

  private var groups: [Known<String>] { earlierGroups + (group.map { [$0] } ?? []) }
  private var incomes: [Known<Income>] { earlierIncomes + (income.map { [$0] } ?? []) }
}
