import Journal
package import Units

/// What of a policy year is not done yet: what whoever closes it has to know.
package struct YearSurvey: Sendable {
  package let days: ClosedRange<Day>
  /// The open cases of the year, by number.
  package let open: [Waiting]
  /// Proposals for cases of the year that nobody has seconded.
  package let proposals: [Proposal]
  /// The bills of the year whose cost is in no case, and what was left of them to the households.
  package let bills: Int
  package let amount: Yuan
}

extension Casebook {
  /// What is not done yet of the policy year of some days.
  package func survey(of days: ClosedRange<Day>) throws(CasebookError) -> YearSurvey {
    var open: [Waiting] = []
    for file in try openCases(of: days) {
      if let waiting = try waiting(file) { open.append(waiting) }
    }
    var proposals: [Proposal] = []
    for proposal in try self.proposals() where try isCase(proposal.statement.step.number, of: days) {
      proposals.append(proposal)
    }
    var (bills, amount) = (0, Yuan.zero)
    for bill in try billsInNoCase(of: days) where try holderClaimed(bill) == nil {
      bills += 1
      amount += bill.amount
    }
    return YearSurvey(days: days, open: open, proposals: proposals, bills: bills, amount: amount)
  }
}
