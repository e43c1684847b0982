import Claims
import Files
import Rules
import Tables
import Units

/// The decisions on all claims of a few households, as the stream made them.
struct DecidedClaims {
  let summary: AdjudicationSummary
  private(set) var rows: [DecidedClaim]

  /// Decides all claims and keeps those of `households`.
  static func run(
    _ request: AdjudicationRequest, _ households: [[UInt8]], _ residents: MemberTable?,
    _ progress: CaseProgress
  ) throws(BatchError) -> DecidedClaims {
    var silent = request
    silent.output = "/dev/null"
    silent.payouts = nil
    silent.rejects = .file("/dev/null")
    silent.detail = false
    silent.labels = nil
    var rows: [DecidedClaim] = []
    let summary = try Adjudication.run(silent, progress.note) { row, money, line in
      guard let reason = Reason(rawValue: row.reason),
        households.contains(where: { unsafe row.householdCell.holds($0) })
      else { return }
      rows.append(
        DecidedClaim(
          line: line, claim: Claim(row.stated, person: nil), reason: reason, payout: Yuan(fen: row.payout),
          findings: row.findings, benefit: Int(row.benefit), money: money))
    }
    var decided = DecidedClaims(summary: summary, rows: rows)
    if request.scheme.needsPersons { try decided.namePersons(request, residents, progress.next()) }
    return decided
  }

  /// The stream does not hand on whom a claim is for: where that matters, it is looked up.
  private mutating func namePersons(
    _ request: AdjudicationRequest, _ residents: MemberTable?, _ progress: BatchProgress
  ) throws(BatchError) {
    let lines = Dictionary(uniqueKeysWithValues: rows.indices.map { (rows[$0].line, $0) })
    var reading = request.claimReading(residents)
    var persons: [Int: String] = [:]
    try unsafe TableScan.each(request.claims, request.claimColumns, request, progress) {
      shape, reader, line in
      // Reading the claim takes the dress off the person's cell.
      guard let index = lines[line.number], unsafe reading.read(shape, reader) != nil else { return }
      let cell = unsafe reader.cells[ClaimsFile.Role.person.rawValue]
      if unsafe !cell.isMissing { persons[index] = unsafe cell.string }
    }
    for (index, person) in persons { rows[index].person = person }
  }
}

/// A claim and what was decided on it.
struct DecidedClaim {
  /// The number of its line.
  let line: Int
  let claim: Claim
  let reason: Reason
  let payout: Yuan
  let findings: Findings
  let benefit: Int
  let money: DecisionWriter.Money
  var person: String?
}
