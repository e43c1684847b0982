import Claims
import Journal
import Rules
import Units

/// A bill with what stands against its counting, before any account is looked at.
private struct ExaminedBill {
  let bill: RecordedBill
  let day: Day
  let known: KnownHousehold?
  let eligibility: Eligibility
  let findings: Findings
}

extension Judgement {
  /// A screened case is paid what its bills are paid.
  fileprivate init(of bills: [DecidedBill]) {
    let whole = RecordedDecision(of: bills, calling: nil)
    guard let reason = whole.reason else { preconditionFailure("the adjudicator's reasons are known") }
    self.init(
      reason: reason, payout: whole.payout, findings: [], money: nil, benefit: nil, facts: nil,
      household: nil, bills: bills)
  }

  /// What the bills come to; `nil` of a case that is decided as one.
  var amount: Yuan? { bills.isEmpty ? nil : bills.reduce(.zero) { $0 + $1.amount } }

  /// What is to be paid for the events of each policy year under a scheme, ascending.
  func payouts(of file: Casefile, under scheme: Scheme) -> [(days: ClosedRange<Day>, payout: Yuan)] {
    guard !bills.isEmpty else { return [(file.yearDays(under: scheme), payout)] }
    var years: [ClosedRange<Day>: Yuan] = [:]
    for bill in bills {
      let days = PolicyYear.days(around: bill.incurredOn, scheme.policyYearStart)
      years[days, default: .zero] += bill.decision?.payout ?? .zero
    }
    return years.filter { $0.value > .zero }.sorted { $0.key.lowerBound < $1.key.lowerBound }.map {
      ($0.key, $0.value)
    }
  }
}

extension Casebook {
  /// Decides a screened case bill by bill, in the order of their days: each by what held of the household for its day, and in
  /// the account of its own year. While one of them pends nothing counts.
  func judgeBills(of file: Casefile, on day: Day) throws(CasebookError) -> Judgement {
    let examined = try examine(file, on: day)
    guard !examined.isEmpty else { throw .refused(.noBills(file)) }
    let isPended = examined.contains { $0.findings.first?.outcome == .pended }
    var counted = AccountTable<String, String, ClosedRange<Day>>(keepsPersons: true)
    var bills: [DecidedBill] = []
    for one in examined {
      var decision: RecordedDecision?
      if let reason = one.findings.first {
        decision = RecordedDecision(
          reason: reason, payout: .zero, findings: one.findings, benefit: nil, money: nil, known: one.known,
          call: nil)
      } else if !isPended {
        decision = try count(one, of: file, &counted)
      }
      bills.append(
        DecidedBill(
          record: one.bill.record, person: one.bill.person, incurredOn: one.day, amount: one.bill.amount,
          decision: decision))
    }
    return Judgement(of: bills)
  }

  private func examine(_ file: Casefile, on day: Day) throws(CasebookError) -> [ExaminedBill] {
    guard let peril = scheme.perils.firstIndex(where: { $0.id == file.peril }) else {
      throw .damaged(row: CaseColumn.table)
    }
    let facts = try facts(of: file.household, on: day)
    return try bills(in: file.number).map { (bill) throws(CasebookError) in
      guard let event = Day(bill.day) else { throw .damaged(row: BillColumn.table) }
      let facts = facts?.inForce(for: event)
      let household = facts?.household(file.household, under: scheme, on: day)
      let eligibility = household.map(adjudicator.eligibility(of:)) ?? .unknown
      var known: KnownHousehold?
      if let facts, let household { known = Judgement.known(facts, household) }
      var findings = adjudicator.findings(
        eligibility, peril: peril, day: event, cause: nil, compensated: nil,
        namesPerson: bill.person != nil)
      if let person = bill.person, adjudicator.sumsByPerson(eligibility, peril: peril),
        try isStranger(person, in: file.household, on: event, knownBy: day)
      {
        findings.insert(Findings(.personUnknown))
      }
      return ExaminedBill(
        bill: bill, day: event, known: known, eligibility: eligibility, findings: findings)
    }
  }

  /// - Parameter counted: what bills of the same case have counted and are paid, by policy year.
  private func count(
    _ one: ExaminedBill, of file: Casefile, _ counted: inout AccountTable<String, String, ClosedRange<Day>>
  ) throws(CasebookError) -> RecordedDecision {
    guard let peril = scheme.perils.firstIndex(where: { $0.id == file.peril }) else {
      throw .damaged(row: CaseColumn.table)
    }
    let index = adjudicator.benefit(one.eligibility, peril: peril)
    guard let plan = adjudicator.figures[index] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let (bill, before) = (one.bill, counted)
    let days = PolicyYear.days(around: one.day, scheme.policyYearStart)
    let name = AccountName(file.household, file.peril, days)
    let counting = try plan.count(bill.amount, of: bill.person, members: one.eligibility.memberCount) {
      (person) throws(CasebookError) in
      var account = try self.account(file.household, person: person, peril: file.peril, in: days)
      account.add(before[name, of: person])
      return account
    }
    counted.add(
      Account(accumulated: bill.amount, paid: counting.award.payout), of: bill.person, in: name)
    return RecordedDecision(
      reason: counting.award.reason, payout: counting.award.payout, findings: [],
      benefit: scheme.benefits[index].id,
      money: Decision.Money(counting, benefit: index, year: adjudicator.policyYear(of: one.day)),
      known: one.known, call: nil)
  }
}

extension Refusal {
  fileprivate static func noBills(_ file: Casefile) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(file.number) 已没有单据：都已更正", en: "case \(file.number) has no bill left: all were corrected"),
      fix: Wording(
        zh: "撤回此案：case withdraw \(file.number)", en: "withdraw it: case withdraw \(file.number)"))
  }
}
