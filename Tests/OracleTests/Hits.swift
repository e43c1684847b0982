/// How often each row of the table and each reason to reject was met: a test that meets none proves nothing.
struct Hits {
  private(set) var rows: [Int: Int] = [:]
  private(set) var kinds: [RejectKind: Int] = [:]
  private(set) var claims = 0
  /// Rows of totals, by the file they are in.
  private(set) var totals = (claims: 0, households: 0)

  mutating func add(_ run: OracleRun) {
    claims += run.claims.count
    totals.claims += run.claimTotals.lines.count
    totals.households += run.register.totals.lines.count
    for verdict in run.verdicts { rows[verdict.row, default: 0] += 1 }
    for reject in run.claimRejects + run.register.rejects {
      for problem in reject.problems { kinds[problem.kind, default: 0] += 1 }
    }
  }

  /// Rows never met. No number of Wei County's is unpublished, so its schemes have no row 15.
  var missedRows: [Int] { (1...21).filter { $0 != 15 && rows[$0] == nil } }

  var missedKinds: [RejectKind] { RejectKind.allCases.filter { kinds[$0] == nil } }

  var table: String {
    let rows = rows.sorted { $0.key < $1.key }.map { "row \($0.key): \($0.value)" }
    let kinds = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key): \($0.value)" }
    return "\(claims) claims; " + (rows + kinds).joined(separator: ", ")
  }
}
