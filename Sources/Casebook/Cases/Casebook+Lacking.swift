import Claims
import Journal
package import Rules
package import Units

extension Casebook {
  /// What a case lacks by what is known on a day, were it decided then: all rows that would pend it, in the order of the decision
  /// table. None where it would be decided, whatever for.
  package func lacking(_ file: Casefile, on day: Day) throws(CasebookError) -> [Reason] {
    let judgement = try judge(file, on: day)
    guard judgement.reason.outcome == .pended else { return [] }
    let ofBills = judgement.bills.flatMap { $0.decision?.findings ?? [] }
    let found = Set(judgement.findings.reasons + ofBills.compactMap { Reason(code: $0) })
    return Reason.allCases.filter { $0.outcome == .pended && found.contains($0) }
  }
}
