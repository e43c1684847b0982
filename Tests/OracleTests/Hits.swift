/// How often each row of the table, each reason to reject, each way of correcting and each form was met: a test that
/// meets none proves nothing.
struct Hits {
  private(set) var rows: [TableRow: Int] = [:]
  private(set) var corrected: [Verdict.Corrected: Int] = [:]
  private(set) var standings: [Verdict.Standing: Int] = [:]
  /// By the form of the file, how many rows were read and how many rejected.
  private(set) var claimForms: [Form: (read: Int, rejected: Int)] = [:]
  private(set) var householdForms: [Form: (read: Int, rejected: Int)] = [:]
  private(set) var kinds: [RejectKind: Int] = [:]
  private(set) var claims = 0
  /// Rows of totals, by the file they are in.
  private(set) var totals = (claims: 0, households: 0)

  mutating func add(_ run: OracleRun) {
    claims += run.claims.count
    totals.claims += run.claimTotals.lines.count
    totals.households += run.register.totals.lines.count
    for verdict in run.verdicts {
      rows[verdict.row, default: 0] += 1
      if let standing = verdict.standing { standings[standing, default: 0] += 1 }
      for corrected in verdict.corrected { self.corrected[corrected, default: 0] += 1 }
    }
    for reject in run.claimRejects + run.register.rejects + run.memberRejects {
      for problem in reject.problems { kinds[problem.kind, default: 0] += 1 }
    }
  }

  /// Adds a run over files of these forms.
  mutating func add(_ run: OracleRun, _ claims: Form, _ households: Form) {
    add(run)
    let old = (claims: claimForms[claims] ?? (0, 0), households: householdForms[households] ?? (0, 0))
    claimForms[claims] = (old.claims.read + run.claims.count, old.claims.rejected + run.claimRejects.count)
    householdForms[households] = (
      old.households.read + run.register.order.count, old.households.rejected + run.register.rejects.count
    )
  }

  /// Forms in which no row of one of the files was read, or none rejected.
  var missedForms: [Form] {
    Form.allCases.filter { form in
      [claimForms[form], householdForms[form]].contains { ($0?.read ?? 0) == 0 || ($0?.rejected ?? 0) == 0 }
    }
  }

  /// Rows never met. No number of Wei County's is unpublished, so its schemes have no row 15.
  var missedRows: [TableRow] { (1...21).map { TableRow($0) }.filter { $0 != 15 && rows[$0] == nil } }

  /// What corrections never found of the claims that they correct; nothing of an earlier run stands in one alone.
  var missedCorrections: [Verdict.Corrected] {
    Verdict.Corrected.allCases.filter { $0 != .countedEarlier && corrected[$0] == nil }
  }

  /// What persons never had to do with claims that name them, under this size.
  func rareStandings(below least: Int) -> [Verdict.Standing] {
    Verdict.Standing.allCases.filter { standings[$0, default: 0] < least }
  }

  var missedKinds: [RejectKind] { RejectKind.allCases.filter { kinds[$0] == nil } }

  var table: String {
    let rows = rows.sorted { $0.key.description < $1.key.description }.map { "row \($0.key): \($0.value)" }
    let kinds = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key): \($0.value)" }
    return "\(claims) claims; " + (rows + kinds).joined(separator: ", ")
  }
}
