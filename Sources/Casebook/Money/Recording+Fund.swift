import Claims
import Rules
import Store
package import Units

extension Recording {
  /// Money comes into the fund; cases that wait for it are taken up in their order, as far as it reaches.
  ///
  /// Papers entered late do not take a case up before it was decided: that happens on the later of the two days.
  ///
  /// - Returns: the cases taken up.
  @discardableResult
  package func contribute(_ amount: Yuan, note: String?) throws(CasebookError) -> [Int] {
    try checkRole([.county], Wording(zh: "拨入资金", en: "contribute"))
    try Refusal.check(contribution: amount)
    try append(.contribute, Payload().with("amount", amount).with("note", note))
    var taken: [Int] = []
    for file in try book.casefiles("WHERE state = 'exhausted' ORDER BY decided_entry") {
      let amount = try outstanding(file)
      guard amount <= state.left else { break }
      try append(.takeUp, said(takingUp: file, amount), on: max(on, file.since))
      taken.append(file.number)
    }
    return taken
  }

  /// What the entry says by which a case is promised what it waited for.
  func said(takingUp file: Casefile, _ amount: Yuan) -> Payload {
    Payload().with("case", file.number).with("household", file.household).with("from", file.state.rawValue)
      .with("to", CaseState.approved.rawValue).with("amount", amount).with("reason", file.reason)
  }

  /// A decision is taken back, with its reason: the case counts no longer, and its money is the fund's again.
  ///
  /// - Returns: what the later sums of the same account become.
  @discardableResult
  package func reverse(_ number: Int, reason: String) throws(CasebookError) -> [LaterSum] {
    let file = try begin(.reverse, number)
    let outstanding = try outstanding(file)
    let paid = file.payout - outstanding
    let later = try laterSums(file)
    var payload = saying(.reverse, file, to: .reversed).with("reason", reason).with(
      "entry", file.decidedEntry
    )
    .with("taken_back", paid).with("released", file.state == .exhausted ? .zero : outstanding)
    .with("amount", file.amount)
    for sum in later {
      payload = payload.with(
        "case_\(sum.casefile)", Payload().with("was", sum.was).with("becomes", sum.becomes))
    }
    try append(.reverse, payload)
    return later
  }

  /// What the accumulators of later cases in the same account become without this one.
  private func laterSums(_ file: Casefile) throws(CasebookError) -> [LaterSum] {
    guard file.isCounted, let benefit = file.benefit, let year = file.policyYear,
      let entry = file.decidedEntry
    else {
      return []
    }
    let account = try book.casefiles(
      "WHERE household = ? AND benefit = ? AND policy_year = ? AND counted = 1 ORDER BY decided_entry"
    ) { query in
      query.bind(1, file.household)
      query.bind(2, benefit)
      query.bind(3, year.began)
    }
    let plan = book.scheme.benefits.firstIndex { $0.id == benefit }.flatMap { book.adjudicator.plans[$0] }
    let isPersonal = plan?.sumsByPerson == true
    var sum = Yuan.zero
    var later: [LaterSum] = []
    for other in account where !isPersonal || other.person == file.person {
      sum += other.amount
      guard let decided = other.decidedEntry, decided > entry else { continue }
      later.append(LaterSum(casefile: other.number, was: sum, becomes: sum - file.amount))
    }
    return later
  }
}

/// What a reversal makes of the accumulator of a case that was decided later.
package struct LaterSum: Hashable, Sendable {
  package let casefile: Int
  package let was: Yuan
  package let becomes: Yuan
}
