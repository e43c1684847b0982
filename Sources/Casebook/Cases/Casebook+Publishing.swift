import Claims
package import Rules
import Store
package import Units

extension Casebook {
  /// The cases decided in a stretch of days, in the order of their numbers.
  package func cases(decidedFrom first: Day, to last: Day) throws(CasebookError) -> [Casefile] {
    try casefiles(
      """
      WHERE decided_entry IN (SELECT number FROM journal WHERE kind IN ('approve', 'decide') AND happened_on BETWEEN ? AND ?)
      ORDER BY number
      """
    ) { query in
      query.bind(1, first.description)
      query.bind(2, last.description)
    }
  }

  /// The cases of the households that lie in a village on a day, in the order of their numbers, and the townships that
  /// have such a village.
  package func cases(
    village: String, township: String?, on day: Day
  ) throws(CasebookError) -> (cases: [Casefile], townships: [String]) {
    let households = try reading { () throws(StoreError) in
      let query = try statements["SELECT DISTINCT household FROM household_fact WHERE village = ?"]
      query.bind(1, village)
      return try query.rows { $0.text(0) }
    }
    var found: [Casefile] = []
    var townships: Set<String> = []
    for household in households {
      guard let facts = try facts(of: household, on: day), facts.village?.value == village else { continue }
      townships.insert(facts.township?.value ?? "")
      if let township, facts.township?.value != township { continue }
      found += try cases(CaseFilter(household: household))
    }
    return (found.sorted { $0.number < $1.number }, townships.sorted())
  }

  /// What a case would be paid if it were decided on a day as things stand: what a public notice proposes.
  package func proposal(for file: Casefile, on day: Day) throws(CasebookError) -> (
    reason: Reason, payout: Yuan
  ) {
    let judgement = try judge(file, on: day)
    return (judgement.reason, judgement.payout)
  }
}
