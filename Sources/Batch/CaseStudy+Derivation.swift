import Claims
import Files
import Rules
import Tables
import Units

/// The decisions on all claims of a few households, as the stream made them.
struct DecidedClaims {
  /// A claim and what was decided on it.
  struct Row {
    let line: Int
    let claim: Claim
    let reason: Reason
    let payout: Yuan
    let findings: Findings
    let benefit: Int
    let money: DecisionWriter.Money
    var person: String?
  }

  let summary: AdjudicationSummary
  private(set) var rows: [Row]

  /// Decides all claims and keeps those of `households`.
  static func run(
    _ request: AdjudicationRequest, _ households: [[UInt8]], _ progress: CaseProgress
  ) throws(BatchError) -> DecidedClaims {
    var silent = request
    silent.output = "/dev/null"
    silent.payouts = nil
    silent.rejects = .file("/dev/null")
    silent.detail = false
    silent.labels = nil
    var rows: [Row] = []
    let summary = try Adjudication.run(silent, progress.note) { row, money, line in
      guard let reason = Reason(rawValue: row.reason),
        households.contains(where: { unsafe row.householdCell.holds($0) })
      else { return }
      rows.append(
        Row(
          line: line, claim: Claim(row.stated, person: nil), reason: reason, payout: Yuan(fen: row.payout),
          findings: row.findings, benefit: Int(row.benefit), money: money))
    }
    var decided = DecidedClaims(summary: summary, rows: rows)
    if request.scheme.needsPersons { try decided.namePersons(request, progress.next()) }
    return decided
  }

  /// The stream does not hand on whom a claim is for: where that matters, it is looked up.
  private mutating func namePersons(
    _ request: AdjudicationRequest, _ progress: BatchProgress
  ) throws(BatchError) {
    let lines = Dictionary(uniqueKeysWithValues: rows.indices.map { (rows[$0].line, $0) })
    let columns = ClaimsFile.columns
    var persons: [Int: String] = [:]
    try unsafe TableScan.each(request.claims, columns, encoding: request.encoding, progress) {
      _, reader, line in
      guard let index = lines[line] else { return }
      let cell = unsafe reader.cells[ClaimsFile.Role.person.rawValue]
      if unsafe !cell.isMissing { persons[index] = unsafe cell.string }
    }
    for (index, person) in persons { rows[index].person = person }
  }
}

/// Puts together what a decision was derived from.
struct CaseDerivations {
  private let scheme: Scheme
  private let adjudicator: Adjudicator
  private let search: ClaimSearch
  private let register: HouseholdSearch
  private let decided: DecidedClaims
  private let earlier: EarlierSearch

  init(
    _ scheme: Scheme, _ search: ClaimSearch, _ register: HouseholdSearch, _ decided: DecidedClaims,
    _ earlier: EarlierSearch
  ) {
    self.scheme = scheme
    adjudicator = Adjudicator(scheme: scheme)
    self.search = search
    self.register = register
    self.decided = decided
    self.earlier = earlier
  }

  /// The derivation of a claim; `nil` where the files did not say the same each time they were read.
  func derivation(of found: ClaimSearch.Found) -> Derivation? {
    let claim = found.claim
    guard let row = decided.rows.first(where: { $0.line == found.line }), row.claim.isSame(as: claim) else {
      return nil
    }
    let household = register.households[claim.household]
    let standing = household.map(adjudicator.standing(of:)) ?? .unknown
    let idFindings: Findings = [Findings(.duplicateClaim), Findings(.claimIDConflict)]
    let findings = adjudicator.findings(
      standing, peril: claim.peril, day: claim.day, cause: claim.cause, compensated: claim.compensated,
      namesPerson: claim.person != nil)
    guard findings == row.findings.subtracting(idFindings) else { return nil }
    let account = row.reason.isCounted ? decided.rows.filter { isOfSameAccount($0, row) } : []
    let carried = account.first.map { first in
      Account(
        accumulated: Yuan(fen: first.money.accumulator) - first.claim.amount,
        paid: Yuan(fen: first.money.paidBefore))
    }
    let history = account.filter { $0.line < row.line }.map {
      Derivation.Entry(claim: $0.claim, decision: decision($0))
    }
    return Derivation(
      scheme: scheme, claim: claim, household: household, decision: decision(row),
      firstClaim: row.findings.isDisjoint(with: idFindings) ? nil : firstClaim, history: history,
      carried: carried ?? Account())
  }

  /// The first claim of this run with the id; `nil` where an earlier run had one already.
  private var firstClaim: Claim? { earlier.records.isEmpty ? search.claims.first?.claim : nil }

  private func year(_ row: DecidedClaims.Row) -> PolicyYear { adjudicator.policyYear(of: row.claim.day) }

  private func isOfSameAccount(_ a: DecidedClaims.Row, _ b: DecidedClaims.Row) -> Bool {
    let byPerson = adjudicator.plans[b.benefit]?.sumsByPerson ?? false
    return a.reason.isCounted && a.claim.household == b.claim.household && a.claim.peril == b.claim.peril
      && year(a) == year(b) && (!byPerson || a.person == b.person)
  }

  private func decision(_ row: DecidedClaims.Row) -> Decision {
    guard row.reason.isCounted else {
      return Decision(reason: row.reason, payout: .zero, findings: row.findings, money: nil)
    }
    let money = Decision.Money(
      benefitIndex: row.benefit, policyYear: year(row), accumulator: Yuan(fen: row.money.accumulator),
      paidBefore: Yuan(fen: row.money.paidBefore), paidUnderCap: Yuan(fen: row.money.paidUnderCap),
      benefit: Yuan(fen: row.money.benefit))
    return Decision(reason: row.reason, payout: row.payout, findings: row.findings, money: money)
  }
}
