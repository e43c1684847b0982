import TestKit

extension Chooser {
  /// Something to try.
  mutating func operation(_ model: PlainBook) -> Operation {
    if chance(4), let number = pick(inFront(model)) { return reverse(number, model) }
    if !model.proposed.isEmpty, chance(25), let entry = pick(model.proposed.values.sorted()) {
      return .second(chance(95) ? entry : pick(model.proposals.keys.sorted()) ?? entry)
    }
    if closesYears, let year = year(model) { return year }
    switch number(in: 0..<100) {
    case 0..<4: return enrolment(model)
    case 4: return .revoke(chance(90) ? pick(model.actors)?.name ?? "" : "nobody")
    case 5..<8: return .household(fact(pick(Chooser.households) ?? ""))
    case 8, 9: return list(model)
    case 10:
      return .asset(pick(Chooser.households) ?? "", number(in: 0..<3), count: chance(96) ? 0 : 2)
    case 11: return .member("P\(number(in: 0..<14))", pick(Chooser.households) ?? "")
    case 12..<20: return declaration(model)
    case 20..<23: return screening(model)
    case 23, 24: return .forget(pick(Chooser.households) ?? "")
    case 25: return .contribute(chance(92) ? number(in: 1..<400_000) : 0)
    case 26..<30: return .settle([])
    case 30 where chance(40):
      return .adopt(
        number(in: 0..<model.schemes.count),
        since: chance(60) ? PlainDay.of(2017, 10, 1) : PlainDay.inChina(model.last) - number(in: 0..<300))
    case 30, 31:
      let some = (0...number(in: 0..<2)).map { _ in caseNumber(model) }
      return .settle(some)
    default: return move(model)
    }
  }

  /// A department's list: mostly of households with cases that wait for it.
  private mutating func list(_ model: PlainBook) -> Operation {
    let waiting = model.cases.filter { $0.state == "opened" }.map(\.household)
    var households: [String] = []
    for _ in 0...number(in: 0..<5) {
      let household = chance(60) ? pick(waiting) : pick(Chooser.households)
      if let household, !households.contains(household) { households.append(household) }
    }
    let rows = households.map { PlainAnswer(household: $0, count: chance(96) ? 0 : 2) }
    return .list(number(in: 0..<3), rows, revising: chance(80))
  }

  /// What ends with another casebook that goes on from this one: the bank's answers first.
  mutating func handingOver(_ model: PlainBook) -> Operation {
    let active = model.actors.filter { $0.role == "county" && $0.enrolment == "active" }
    if let payment = model.payments.first(where: { $0.state == "sent" }), chance(90) {
      return .reconcile(payment.number, paid: chance(80))
    }
    guard let founder = pick(active) else { return operation(model) }
    return .succeed(
      PlainActor(name: founder.name, key: founder.key, role: "county", person: nil, households: []))
  }

  /// Now and then a year that is over is closed, or opened again, and seldom one that is not.
  private mutating func year(_ model: PlainBook) -> Operation? {
    let closed = model.years.values.filter { $0.reopenedOn == nil }.map(\.first).sorted()
    if let first = pick(closed), number(in: 0..<1000) < 25 {
      return .reopenYear(PlainDay.parts(first).year)
    }
    guard number(in: 0..<1000) < 20 else { return nil }
    let last = model.rules.policyYear(PlainDay.inChina(model.last))
    if chance(10) { return .reopenYear(last - 1) }
    return .closeYear(
      chance(80) ? last - 1 : chance(50) ? last - 2 : last, chance(35) ? .carry : chance(55) ? .end : nil)
  }

  private mutating func enrolment(_ model: PlainBook) -> Operation {
    let proposed = model.actors.filter { $0.enrolment == "proposed" }
    if let waiting = pick(proposed), chance(50) {
      var same = waiting
      same.proposedBy = nil
      return chance(15) ? .revoke(waiting.name) : .enrol(same)
    }
    let leaving = model.actors.filter { $0.enrolment == "leaving" }
    if let leaver = pick(leaving), chance(20) { return .revoke(leaver.name) }
    guard let person = somebody() else { return .revoke("nobody") }
    if chance(90) { return .enrol(person) }
    let other = somebody() ?? person
    return .enrol(
      PlainActor(
        name: person.name, key: other.key, role: chance(50) ? person.role : "village", person: person.person,
        households: person.households))
  }

  private mutating func declaration(_ model: PlainBook) -> Operation {
    let today = PlainDay.inChina(model.last)
    let yuan = pick([5_000, 8_000, 10_000, 15_000, 20_000, 35_000, 70_000, 120_000]) ?? 1
    var total = chance(30) ? yuan * 100 + number(in: -1..<2) : number(in: 1..<6_000_000)
    if chance(2) { total = 0 }
    var reimbursed = chance(30) ? number(in: 0..<total + 1) : 0
    let isTooMuch = chance(1)
    var incurred = max(today - number(in: 0..<300), PlainDay.of(2017, 10, 1))
    if chance(3) { incurred = PlainDay.of(2017, 10, 1) - number(in: 0..<3) }
    if chance(2) { incurred = today + 20 }
    let cause = chance(60) ? nil : pick(["inpatient", "long-term-treatment", "traffic-accident", "evil-eye"])
    var household = pick(Chooser.households) ?? ""
    var peril = chance(97) ? pick(["illness", "education", "disaster"]) ?? "" : "theft"
    var person = chance(93) ? "P\(number(in: 0..<6))" : nil
    // Often the next cost in an account that has one.
    if chance(35), let other = pick(model.cases.filter(\.isCounted)) {
      (household, peril, person) = (other.household, other.peril, other.person)
    }
    if chance(12), let same = sameCost(model) { (household, incurred, total) = same }
    reimbursed = isTooMuch ? total + 1 : min(reimbursed, total)
    return .declare(
      PlainDeclaration(
        household: household, person: person, peril: peril, cause: cause,
        incurred: incurred, total: total, reimbursed: reimbursed,
        compensated: chance(30) ? nil : chance(15), hasAccount: chance(90),
        invoice: chance(30) ? invoice(model) : nil,
        isAnother: chance(15)))
  }

  /// The number of an invoice: of a cost of before, in other dress now and then, or of another.
  private mutating func invoice(_ model: PlainBook) -> String {
    var number = "B\(self.number(in: 1..<400))"
    if chance(30), let known = pick(model.cases.compactMap(\.invoice)) { number = known }
    if chance(15), let known = pick(model.bills)?.bill.record { number = known }
    return chance(10) ? number.lowercased() : chance(10) ? "B -" + number.dropFirst() : number
  }

  /// A cost that was declared or reported before.
  private mutating func sameCost(_ model: PlainBook) -> (household: String, incurred: Int, total: Int)? {
    if chance(50), let bill = pick(model.bills)?.bill { return (bill.household, bill.incurred, bill.total) }
    return pick(model.cases).flatMap { file in file.total.map { (file.household, file.incurred, $0) } }
  }

  /// A list of medical bills: some new, some known, some corrected, and a number now and then in other letters.
  private mutating func screening(_ model: PlainBook) -> Operation {
    let today = PlainDay.inChina(model.last)
    var taken: Set<String> = []
    var rows: [PlainBill] = []
    for _ in 0...number(in: 0..<4) {
      if let known = pick(model.bills)?.bill, chance(25), taken.insert(known.record).inserted {
        let total = chance(50) ? known.total : number(in: 1..<3_000_000)
        rows.append(
          PlainBill(
            record: known.record, household: known.household, person: known.person, incurred: known.incurred,
            total: total, returned: min(known.returned, total)))
        continue
      }
      let record = "\(chance(5) ? "b" : "B")\(number(in: 1..<400))"
      guard !taken.contains(where: { $0.uppercased() == record.uppercased() }) else { continue }
      taken.insert(record)
      var total = number(in: 1..<3_000_000)
      var household = chance(60) ? "H\(number(in: 1..<5))" : pick(Chooser.households) ?? ""
      var incurred =
        max(today - number(in: 0..<400), PlainDay.of(2017, 9, 1)) + (chance(2) ? 500 : 0)
      if chance(20), let same = sameCost(model) { (household, incurred, total) = same }
      rows.append(
        PlainBill(
          record: record, household: household, person: chance(95) ? "P\(number(in: 0..<3))" : nil,
          incurred: incurred, total: total,
          returned: chance(30) ? number(in: 0..<total + 1) : chance(2) ? total + 1 : 0))
    }
    return .screen(rows, revising: chance(50))
  }

  private mutating func caseNumber(_ model: PlainBook) -> Int {
    let open = model.cases.filter { !PlainMove.closed.contains($0.state) }
    if chance(3) { return number(in: 0..<model.cases.count + 3) }
    if chance(88), let one = pick(open), let other = pick(open) { return min(one.number, other.number) }
    return pick(model.cases)?.number ?? 1
  }

  /// A move of a case: mostly the one it waits for.
  private mutating func move(_ model: PlainBook) -> Operation {
    let number = caseNumber(model)
    if chance(22) { return any(number, model) }
    guard let file = model.file(number) else { return any(number, model) }
    if chance(60), model.revised(file) != nil { return .redecide(number) }
    switch file.state {
    case "opened":
      if chance(15) { return .byLists(number) }
      let missing = (0..<3).filter { !file.answered.contains($0) }
      return .verify(number, pick(missing) ?? 0, count: count())
    case "verified": return .visit(number)
    case "visited": return .appraise(number, supports: chance(80))
    case "appraised": return .disclose(number)
    case "disclosed":
      if model.objections.contains(where: { $0.casefile == number && $0.isOpen }), chance(80) {
        return .resolve(number, upheld: chance(25))
      }
      if chance(8) { return .object(number) }
      let isRunning = file.until.map { $0 > PlainDay.inChina(model.last) } ?? false
      return isRunning && chance(75) ? .settle([]) : .confirm(number)
    case "confirmed": return .approve(number)
    case "approved":
      return file.hasAccount || chance(40) ? .settle([number]) : .account(number, hasAccount: true)
    case "settled":
      let payment = model.payments.last { $0.casefile == number }
      return .reconcile(payment?.number ?? 0, paid: chance(80))
    case "pended" where chance(30): return amendment(number, model)
    case "returned" where chance(20): return correction(number, model)
    case "pended", "returned": return .release(number, hasAccount: chance(30) ? true : nil)
    case "exhausted": return .contribute(self.number(in: 1..<400_000))
    case "reversed" where chance(60): return repaid(number, model)
    case "reversed" where chance(40), "paid" where chance(15): return correction(number, model)
    default: return chance(30) ? reverse(number, model) : any(number, model)
    }
  }

  /// Something of a declaration put right, now and then to the cost of another.
  private mutating func amendment(_ number: Int, _ model: PlainBook) -> Operation {
    var asked = PlainAmendment(isAnother: chance(15))
    if chance(50) { asked.total = self.number(in: 1..<6_000_000) }
    if chance(25) { asked.incurred = PlainDay.inChina(model.last) - self.number(in: -2..<300) }
    if chance(25) { asked.person = "P\(self.number(in: 0..<6))" }
    if chance(25) { asked.cause = pick(["inpatient", "traffic-accident", "evil-eye"]) }
    if chance(50) { asked.compensated = chance(20) }
    if chance(20) { asked.invoice = invoice(model) }
    if chance(20), let file = model.file(number),
      let other = pick(model.cases.filter { $0.household == file.household && $0.total != nil })
    {
      (asked.total, asked.incurred) = (other.total, other.incurred)
    }
    return .amend(number, asked)
  }

  private mutating func count() -> Int? {
    chance(10) ? nil : chance(96) ? 0 : 2
  }

  /// Mostly with an answer where one is needed.
  private mutating func reverse(_ number: Int, _ model: PlainBook) -> Operation {
    let answers = ["recalled", "kept", "undecided", "claimed"]
    let isGone = model.file(number).map { model.paid($0.number) + model.sent($0.number) > 0 } ?? false
    if chance(8) { return .reverse(number, money: pick(answers + ["not-sent"])) }
    return .reverse(number, money: isGone && chance(92) ? pick(answers) : nil)
  }

  /// The cases that count and have others behind them in their accounts.
  private func inFront(_ model: PlainBook) -> [Int] {
    let counted = model.cases.filter(\.isCounted)
    return counted.filter { file in
      counted.contains {
        $0.household == file.household && $0.peril == file.peril && $0.decidedAt > file.decidedAt
      }
    }.map(\.number)
  }

  /// Mostly no more than is out.
  private mutating func repaid(_ number: Int, _ model: PlainBook) -> Operation {
    let out = model.file(number).map { model.paid($0.number) } ?? 0
    if out > 0, chance(30) { return .repaid(number, out) }
    return .repaid(number, self.number(in: 0..<max(out, 1) + (chance(10) ? 100 : 1)))
  }

  /// Mostly the other answer to the last payment.
  private mutating func correction(_ number: Int, _ model: PlainBook) -> Operation {
    guard let payment = model.payments.last(where: { $0.casefile == number }) else {
      return .correct(self.number(in: 0..<model.payments.count + 2), paid: chance(50))
    }
    return .correct(payment.number, paid: (payment.state == "returned") != chance(10))
  }

  private mutating func any(_ number: Int, _ model: PlainBook) -> Operation {
    switch self.number(in: 0..<21) {
    case 0: .verify(number, self.number(in: 0..<3), count: count())
    case 1: .visit(number)
    case 2: .appraise(number, supports: false)
    case 3: .disclose(number)
    case 4: .object(number)
    case 5: .resolve(number, upheld: chance(50))
    case 6: .confirm(number)
    case 7: .approve(number)
    case 8: .settle([number])
    case 9: .reconcile(self.number(in: 0..<model.payments.count + 2), paid: chance(70))
    case 10: .account(number, hasAccount: chance(70))
    case 11: .pend(number)
    case 12: .release(number, hasAccount: nil)
    case 13: .withdraw(number)
    case 14: amendment(number, model)
    case 15: repaid(number, model)
    case 16: .redecide(number)
    case 19: correction(number, model)
    case 17: .second(self.number(in: 0..<model.entries + 1))
    case 18: .byLists(number)
    default: reverse(number, model)
    }
  }
}
