package import Claims
import Journal
import Rules
import Units

/// All households as they were known on a day, ready for a batch: what adjudication needs of each, and what a decision's
/// entry says of it.
package struct KnownHouseholds {
  package private(set) var ordinals: [String: Int32] = [:]
  package private(set) var eligibilities: [Eligibility] = []
  /// The `known` of each household in canonical form, one after another.
  private var fragments: [UInt8] = []
  private var ends: [Int] = []

  /// The canonical form of what was known of a household.
  package func fragment(_ ordinal: Int32) -> ArraySlice<UInt8> {
    let index = Int(ordinal)
    return fragments[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  init(_ book: Casebook, on day: Day) throws(CasebookError) {
    try book.eachHousehold(on: day) { id, facts in enter(id, facts, book, day) }
  }

  private mutating func enter(_ id: String, _ facts: HouseholdFacts, _ book: Casebook, _ day: Day) {
    let household = facts.household(id, under: book.scheme, on: day)
    ordinals[id] = Int32(eligibilities.count)
    eligibilities.append(book.adjudicator.eligibility(of: household))
    fragments += Judgement.known(facts, household).payload.canonical
    ends.append(fragments.count)
  }
}
