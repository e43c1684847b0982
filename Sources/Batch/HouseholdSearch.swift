import Claims
import Files
import Rules
import Tables
import Units

/// What the register says of a few households.
struct HouseholdSearch {
  /// By id; a household without an entry is not on the register.
  private(set) var households: [String: Household] = [:]
  /// For each of the ids looked for the first few on the register that are like it.
  private(set) var like: [String: [String]] = [:]
  private(set) var rejected: [CaseStudy.RejectedRow] = []

  static func run(
    _ request: AdjudicationRequest, _ wanted: [[UInt8]], _ progress: BatchProgress
  ) throws(BatchError) -> HouseholdSearch {
    var search = HouseholdSearch()
    let reading = HouseholdReading(request.scheme)
    var rows: [String: (facts: RegisterFacts, isClear: Bool)] = [:]
    let cores = wanted.map(Likeness.core)
    let (columns, path) = (HouseholdsFile.adjudicated, request.households)
    try unsafe TableScan.each(path, columns, request, progress) { shape, reader, line in
      let cell = unsafe reader.cells[HouseholdsFile.Role.household.rawValue]
      guard unsafe reading.holds(cell, oneOf: wanted) else {
        let mayBeLike = unsafe !CellReading.isPlainID(cell, false) || search.isLikeOne(cell, of: cores)
        if mayBeLike, let id = unsafe reading.read(shape, reader).id {
          unsafe search.note(id, like: wanted, cores)
        }
        return
      }
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

  private func isLikeOne(_ cell: Cell, of cores: [[UInt8]]) -> Bool {
    cores.contains(Likeness.core(of: Array(unsafe cell.string.utf8)))
  }

  /// Notes an id of the register under those looked for that it is like.
  private mutating func note(_ cell: Cell, like wanted: [[UInt8]], _ cores: [[UInt8]]) {
    let id = unsafe cell.string
    let core = Likeness.core(of: Array(id.utf8))
    for (sought, other) in zip(wanted, cores) where other == core {
      let name = String(decoding: sought, as: UTF8.self)
      let noted = like[name, default: []]
      if noted.count < LikeIDs.most, !noted.contains(id) { like[name] = noted + [id] }
    }
  }
}
