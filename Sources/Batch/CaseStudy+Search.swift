import Claims
import Files
import Rules
import Tables
import Units

/// The rows of the claims file that bear an id.
struct ClaimSearch {
  /// A readable claim and its line.
  struct Found {
    let line: Int
    let claim: Claim
  }

  private(set) var claims: [Found] = []
  private(set) var unreadable: [CaseStudy.UnreadableRow] = []

  /// The households of the claims, each once.
  var households: [[UInt8]] {
    var seen: [[UInt8]] = []
    for found in claims {
      let household = Array(found.claim.household.utf8)
      if !seen.contains(household) { seen.append(household) }
    }
    return seen
  }

  static func run(
    _ request: AdjudicationRequest, id: String, _ progress: BatchProgress
  ) throws(BatchError) -> ClaimSearch {
    var search = ClaimSearch()
    let scheme = request.scheme
    var reading = ClaimReading(scheme)
    let wanted = Array(id.utf8)
    try unsafe TableScan.each(request.claims, ClaimsFile.columns, encoding: request.encoding, progress) {
      shape, reader, line in
      guard unsafe reader.cells[ClaimsFile.Role.id.rawValue].holds(wanted) else { return }
      if let stated = unsafe reading.read(shape, reader) {
        let person = unsafe reader.cells[ClaimsFile.Role.person.rawValue]
        let claim = unsafe Claim(stated, person: person.isMissing ? nil : person.string)
        search.claims.append(Found(line: line, claim: claim))
      } else {
        let reject = unsafe reading.reject(shape, reader)
        search.unreadable.append(CaseStudy.UnreadableRow(reject, request.claims, line: line))
      }
    }
    return search
  }
}

extension Claim {
  /// A claim as its row states it, whose text is about to go.
  init(_ stated: StatedClaim, person: String?) {
    unsafe self.init(
      id: stated.idCell.string, household: stated.householdCell.string, person: person,
      peril: Int(stated.peril), day: stated.day, amount: Yuan(fen: stated.amount), cause: stated.causeIndex,
      compensated: stated.isCompensated)
  }
}

/// What the register says of a few households.
struct HouseholdSearch {
  /// By id; a household without an entry is not on the register.
  private(set) var households: [String: Household] = [:]
  private(set) var unreadable: [CaseStudy.UnreadableRow] = []

  static func run(
    _ request: AdjudicationRequest, _ wanted: [[UInt8]], _ progress: BatchProgress
  ) throws(BatchError) -> HouseholdSearch {
    var search = HouseholdSearch()
    let reading = HouseholdReading(request.scheme)
    var rows: [String: (facts: RegisterFacts, isClear: Bool)] = [:]
    let (columns, path) = (HouseholdsFile.adjudicated, request.households)
    try unsafe TableScan.each(path, columns, encoding: request.encoding, progress) { shape, reader, line in
      let cell = unsafe reader.cells[HouseholdsFile.Role.household.rawValue]
      guard wanted.contains(where: { unsafe cell.holds($0) }) else { return }
      let row = unsafe reading.read(shape, reader)
      if let reject = row.reject {
        search.unreadable.append(CaseStudy.UnreadableRow(reject, path, line: line))
      }
      guard unsafe row.id != nil else { return }
      let id = unsafe cell.string
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

/// What earlier runs recorded of an id.
struct EarlierSearch {
  private(set) var records: [CaseStudy.EarlierRecord] = []

  static func run(
    _ request: AdjudicationRequest, id: String, _ progress: CaseProgress
  ) throws(BatchError) -> EarlierSearch {
    var search = EarlierSearch()
    let columns = FileColumns<DetailFile>(required: [.claim, .counted, .payout])
    let wanted = Array(id.utf8)
    for path in request.earlier {
      try unsafe TableScan.each(path, columns.columns, encoding: request.encoding, progress.next()) {
        _, reader, line in
        func cell(_ role: DetailFile.Role) -> Cell { unsafe reader.cells[columns[role]] }
        guard unsafe cell(.claim).holds(wanted), unsafe cell(.counted).holds(Array("yes".utf8)),
          let payout = unsafe CellReading.yuan(cell(.payout))
        else { return }
        search.records.append(CaseStudy.EarlierRecord(file: path, line: line, payout: payout))
      }
    }
    return search
  }
}
