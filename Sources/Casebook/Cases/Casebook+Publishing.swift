import Claims
package import Rules
package import Units

extension Casebook {
  /// The cases of the households that lie in a village on a day, in the order of their numbers, and the townships that
  /// have such a village.
  package func cases(
    village: String, township: String?, on day: Day
  ) throws(CasebookError) -> (cases: [Casefile], townships: [String]) {
    var found: [Casefile] = []
    var townships: Set<String> = []
    for household in try households(everIn: village) {
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
