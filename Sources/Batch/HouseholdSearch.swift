import Claims
import Files
import Rules
import Tables
import Units

/// What the register says of a few households.
struct HouseholdSearch {
  /// By id; a household without an entry is not on the register.
  private(set) var households: [String: Household] = [:]
  private(set) var rejected: [CaseStudy.RejectedRow] = []

  static func run(
    _ request: AdjudicationRequest, _ wanted: [[UInt8]], _ progress: BatchProgress
  ) throws(BatchError) -> HouseholdSearch {
    var search = HouseholdSearch()
    let reading = HouseholdReading(request.scheme)
    var rows: [String: (facts: RegisterFacts, isClear: Bool)] = [:]
    let (columns, path) = (HouseholdsFile.adjudicated, request.households)
    try unsafe TableScan.each(path, columns, request, progress) { shape, reader, line in
      let cell = unsafe reader.cells[HouseholdsFile.Role.household.rawValue]
      guard unsafe reading.holds(cell, oneOf: wanted) else { return }
      let row = unsafe reading.read(shape, reader)
      if let reject = row.reject {
        search.rejected.append(CaseStudy.RejectedRow(reject, path, line: line))
      }
      guard let id = unsafe row.id?.string else { return }
      if let first = rows[id] {
        rows[id]?.isClear = first.isClear && row.isReadable && row.facts == first.facts
      } else {
        rows[id] = (row.facts, row.isReadable)
      }
    }
    search.households = Dictionary(
      uniqueKeysWithValues: rows.map { id, row in
        let facts = row.facts
        return (
          id,
          Household(
            id: id, group: facts.group, members: facts.members, income: facts.income,
            assets: [facts.dwellings, facts.businesses, facts.vehicles], isClear: row.isClear)
        )
      })
    return search
  }
}
