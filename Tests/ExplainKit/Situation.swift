package import Claims
import Rules
import TestKit
import Units

/// A claim with all that came before it, decided: what the tests explain.
package struct Situation: Sendable, CustomStringConvertible {
  package var name: String
  package var county = County()
  package var household: Household? = Situation.household()
  /// Cost in yuan text, peril, day; the last one is explained.
  package var bills: [Bill] = [Bill("18000")]
  package var carried = Account()

  package init(
    name: String, county: County = County(), household: Household? = Situation.household(),
    bills: [Bill] = [Bill("18000")], carried: Account = Account()
  ) {
    self.name = name
    self.county = county
    self.household = household
    self.bills = bills
    self.carried = carried
  }

  package struct Bill: Sendable {
    package var id: String?
    package var amount: String
    package var peril = 0
    package var day = "2018-03-05"
    package var cause: Int?
    package var compensated: Bool?
    package var person: String?
    package var corrects = false

    package init(
      _ amount: String, id: String? = nil, peril: Int = 0, day: String = "2018-03-05", cause: Int? = nil,
      compensated: Bool? = nil, person: String? = nil, corrects: Bool = false
    ) {
      (self.id, self.amount, self.peril, self.day) = (id, amount, peril, day)
      (self.cause, self.compensated, self.person, self.corrects) = (cause, compensated, person, corrects)
    }
  }

  package var description: String { name }

  package static func household(
    group: Int? = 0, members: Int? = 4, income: String? = "8000", assets: [Int?] = [1, 0, 0],
    isClear: Bool = true
  ) -> Household {
    Household(
      id: "H-1", group: group, members: members, income: income.flatMap { Yuan($0) }, assets: assets,
      isClear: isClear)
  }

  /// The derivation of the last bill, as a run would keep it.
  package var derivation: Derivation {
    let scheme = county.scheme
    let adjudicator = Adjudicator(scheme: scheme)
    var account = carried
    var entries: [Derivation.Entry] = []
    var seen: [String: Claim] = [:]
    var result: Derivation?
    for (index, bill) in bills.enumerated() {
      guard let amount = Yuan(bill.amount) else { preconditionFailure("\(bill.amount) is no amount") }
      let claim = Claim(
        id: bill.id ?? "C-\(index + 1)", household: "H-1", person: bill.person, peril: bill.peril,
        day: .of(bill.day), amount: amount, cause: bill.cause, compensated: bill.compensated,
        corrects: bill.corrects)
      let eligibility = household.map(adjudicator.eligibility(of:)) ?? .unknown
      var findings = adjudicator.findings(
        eligibility, peril: claim.peril, day: claim.day, cause: claim.cause, compensated: claim.compensated,
        namesPerson: claim.person != nil)
      let first = seen[claim.id]
      var takenOut: Yuan?
      if claim.corrects {
        takenOut = entries.last { $0.claim.id == claim.id }?.claim.amount
        account.takeOut(takenOut ?? .zero)
        if claim.amount == .zero { findings.insert(Findings(.withdrawn)) }
      } else if let first {
        findings.insert(Findings(claim.isSame(as: first) ? .duplicateClaim : .claimIDConflict))
      }
      seen[claim.id] = first ?? claim
      let decision: Decision
      let history = entries
      if let reason = findings.first {
        decision = Decision(reason: reason, payout: .zero, findings: findings, money: nil)
      } else {
        decision = count(claim, under: adjudicator, eligibility: eligibility, in: &account)
        entries.append(.init(claim: claim, decision: decision))
      }
      result = Derivation(
        scheme: scheme, claim: claim, household: household, decision: decision,
        firstClaim: claim.corrects ? nil : first, takenOut: takenOut,
        history: decision.money == nil ? [] : history, carried: carried)
    }
    guard let result else { preconditionFailure("a situation has a bill") }
    return result
  }

  private func count(
    _ claim: Claim, under adjudicator: Adjudicator, eligibility: Eligibility, in account: inout Account
  ) -> Decision {
    let benefit = adjudicator.benefit(eligibility, peril: claim.peril)
    guard let plan = adjudicator.plans[benefit] else { preconditionFailure("figures are known") }
    var household = account
    let counting = plan.count(
      claim.amount, members: eligibility.memberCount, of: &account, in: &household)
    return Decision(counting, benefit: benefit, year: adjudicator.policyYear(of: claim.day))
  }
}
