import Claims
import Files
import Rules
import Tables
import Units

/// The rows of the claims file that bear an id.
struct ClaimSearch {
  /// A readable claim and its line.
  struct Found {
    let line: TableLine
    let claim: Claim
  }

  private(set) var claims: [Found] = []
  private(set) var rejected: [CaseStudy.RejectedRow] = []

  /// The households of the claims, each once.
  var households: [[UInt8]] {
    var seen: [[UInt8]] = []
    for found in claims {
      let household = Array(found.claim.household.utf8)
      if !seen.contains(household) { seen.append(household) }
    }
    return seen
  }

  /// The persons whom the claims name.
  var persons: Set<String> { Set(claims.compactMap(\.claim.person)) }

  static func run(
    _ request: AdjudicationRequest, id: String, _ residents: MemberTable?, _ progress: BatchProgress
  ) throws(BatchError) -> ClaimSearch {
    var search = ClaimSearch()
    var reading = request.claimReading(residents)
    let wanted = Array(id.utf8)
    try unsafe TableScan.each(request.claims, request.claimColumns, request, progress) {
      shape, reader, line in
      guard unsafe reading.holds(reader.cells[ClaimsFile.Role.id.rawValue], wanted) else { return }
      if let stated = unsafe reading.read(shape, reader) {
        let person = unsafe reader.cells[ClaimsFile.Role.person.rawValue]
        let claim = unsafe Claim(stated, person: person.isMissing ? nil : person.string)
        search.claims.append(Found(line: line, claim: claim))
      } else if case .reject(let reject) = unsafe reading.unread(shape, reader) {
        search.rejected.append(CaseStudy.RejectedRow(reject, request.claims, line: line))
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
      compensated: stated.isCompensated, corrects: stated.corrects)
  }
}
