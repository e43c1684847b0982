import Claims
import Files
import Rules
import Tables
import Units

/// The decisions on all claims of a few households and persons, as the stream made them.
struct DecidedClaims {
  let summary: AdjudicationSummary
  let rows: [DecidedClaim]

  /// Decides all claims and keeps those of `households` and, wherever they lived, of `persons`.
  static func run(
    _ request: AdjudicationRequest, _ households: [[UInt8]], _ persons: Set<String>,
    _ progress: CaseProgress
  ) throws(BatchError) -> DecidedClaims {
    var silent = request
    silent.output = "/dev/null"
    silent.payouts = nil
    silent.rejects = .file("/dev/null")
    silent.detail = false
    silent.labels = nil
    var rows: [DecidedClaim] = []
    let summary = try Adjudication.run(silent, progress.note) { row, money, line, person in
      guard let reason = Reason(rawValue: row.reason),
        households.contains(where: { unsafe row.householdCell.holds($0) }) || persons.contains(person)
      else { return }
      rows.append(
        DecidedClaim(
          line: line, claim: Claim(row.stated, person: person.isEmpty ? nil : person), reason: reason,
          payout: Yuan(fen: row.payout), findings: row.findings, benefit: Int(row.benefit), money: money))
    }
    return DecidedClaims(summary: summary, rows: rows)
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
}
