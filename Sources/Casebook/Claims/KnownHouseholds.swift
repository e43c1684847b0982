package import Claims
import Journal
import Rules
package import Units

/// All households as they were known on a day, ready for a batch: what adjudication needs of each, and what a decision's
/// entry says of it. Facts have days: an event of before may find another group, or the income of another year.
package final class KnownHouseholds {
  package private(set) var ordinals: [String: Int32] = [:]
  /// What is in force for the latest events: what most ask for.
  private var latest: [Eligibility] = []
  /// The `known` of each household in canonical form, one after another, for the latest events.
  private var fragments: [UInt8] = []
  private var ends: [Int] = []
  /// The first day of those events; `nil` where they are all events.
  private var since: [Day?] = []
  /// The entry that states the only income there is and nothing else; 0 where another fact is from the same.
  private var incomeEntries: [Int] = []
  /// What is in force for earlier events, where that is more than that no income is known: ascending, from a day on.
  private var earlier: [Int32: [Variant]] = [:]
  private let adjudicator: Adjudicator

  private struct Variant {
    /// `nil` for the first.
    let from: Day?
    let eligibility: Eligibility
    let known: [UInt8]
  }

  init(_ book: Casebook, on day: Day) throws(CasebookError) {
    adjudicator = book.adjudicator
    let scheme = book.scheme
    try book.eachHousehold(on: day) { id, facts in enter(id, facts, day, scheme) }
  }

  private func enter(_ id: String, _ facts: HouseholdFacts, _ day: Day, _ scheme: Scheme) {
    let ordinal = Int32(latest.count)
    let changes = facts.changes
    let now = facts.inForce(for: changes.last ?? day)
    let household = now.household(id, under: scheme, on: day)
    ordinals[id] = ordinal
    latest.append(adjudicator.eligibility(of: household))
    fragments += Judgement.known(now, household).payload.canonical
    ends.append(fragments.count)
    since.append(changes.last)
    let hasOneIncome = changes.count == 1 && facts.income.map { changes[0] == $0.value.inForceFrom } ?? false
    incomeEntries.append(hasOneIncome ? now.entryOfIncomeAlone : 0)
    guard !changes.isEmpty, !hasOneIncome else { return }
    earlier[ordinal] = ([nil] + changes.dropLast().map(Optional.some)).map { from in
      let then = facts.inForce(for: from ?? .first)
      let household = then.household(id, under: scheme, on: day)
      return Variant(
        from: from, eligibility: adjudicator.eligibility(of: household),
        known: Judgement.known(then, household).payload.canonical)
    }
  }

  /// What stands against a claim of a household, or how it is to be reckoned, for an event.
  package func eligibility(_ ordinal: Int32, for event: Day) -> Eligibility {
    if isLatest(ordinal, for: event) { return latest[Int(ordinal)] }
    if let variant = variant(ordinal, for: event) { return variant.eligibility }
    return adjudicator.eligibility(of: withoutIncome(ordinal).household("", under: adjudicator.scheme))
  }

  /// The canonical form of what was known of a household and in force for an event.
  package func fragment(_ ordinal: Int32, for event: Day) -> ArraySlice<UInt8> {
    if isLatest(ordinal, for: event) { return fragment(ordinal) }
    if let variant = variant(ordinal, for: event) { return variant.known[...] }
    return withoutIncome(ordinal).payload.canonical[...]
  }

  private func isLatest(_ ordinal: Int32, for event: Day) -> Bool {
    since[Int(ordinal)].map { $0 <= event } ?? true
  }

  private func fragment(_ ordinal: Int32) -> ArraySlice<UInt8> {
    let index = Int(ordinal)
    return fragments[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  private func variant(_ ordinal: Int32, for event: Day) -> Variant? {
    earlier[ordinal]?.last { $0.from.map { $0 <= event } ?? true }
  }

  /// What was known of a household whose only income is of too late a year.
  private func withoutIncome(_ ordinal: Int32) -> KnownHousehold {
    guard let known = KnownHousehold(canonical: Array(fragment(ordinal))) else {
      preconditionFailure("what was written a moment ago can be read")
    }
    return KnownHousehold(
      group: known.group, members: known.members, income: nil, assets: known.assets,
      entries: Set(known.entries).subtracting([incomeEntries[Int(ordinal)]]))
  }
}
