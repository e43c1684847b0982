extension PlainBook {
  /// Holds a move against the rules of procedure, in their order; gives the case's place.
  func begin(_ move: String, _ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) -> Int {
    guard number >= 1, number <= cases.count else { throw Refused(code: "no-such-case") }
    let file = cases[number - 1]
    guard let rule = PlainMove.table[move], rule.from.contains(file.state) else {
      throw Refused(code: "illegal-move")
    }
    guard rule.roles.contains(actor.role) else { throw Refused(code: "wrong-role") }
    if isOwn(actor, file.household) { throw Refused(code: "own-household") }
    if let level = rule.level, mistake != .twoLevelsAreFine {
      for (other, names) in file.signatures where other != level && names.contains(actor.name) {
        throw Refused(code: "same-actor")
      }
    }
    if on < file.since { throw Refused(code: "before-last-step") }
    return number - 1
  }

  /// Moves a case and signs for it.
  mutating func go(_ index: Int, _ move: String, to state: String, _ actor: PlainActor, _ on: Int) {
    cases[index].state = state
    cases[index].since = on
    cases[index].until = nil
    cases[index].resume = nil
    cases[index].reason = nil
    if let level = PlainMove.table[move]?.level {
      cases[index].signatures[level, default: []].insert(actor.name)
    }
    entries += 1
  }

  mutating func declare(_ asked: PlainDeclaration, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    guard ["village", "township", "county"].contains(actor.role) else { throw Refused(code: "wrong-role") }
    if isOwn(actor, asked.household) { throw Refused(code: "own-household") }
    if known(asked.household, on: on) == nil { throw Refused(code: "unknown-household") }
    let isKnown =
      rules.perils.contains(asked.peril) && asked.cause.map { rules.causes[$0] != nil } ?? true
      && (!rules.needsPersons || asked.person != nil)
    guard isKnown else { throw Refused(code: "not-given") }
    if isOfAnother(asked.person, asked.household, asked.incurred, on) {
      throw Refused(code: "differs")
    }
    if asked.incurred > on { throw Refused(code: "in-the-future") }
    if isClosed(asked.incurred) { throw Refused(code: "year-closed") }
    let amount = asked.total - asked.reimbursed
    guard amount > 0, amount <= 10_000_000_000 else { throw Refused(code: "not-given") }
    if !asked.isAnother, mistake != .oneCostTwice,
      holds(asked.household, asked.peril, asked.incurred, asked.total, asked.invoice)
    {
      throw Refused(code: "already-done")
    }
    var file = PlainCase(
      number: cases.count + 1, household: asked.household, person: asked.person, peril: asked.peril,
      cause: asked.cause, incurred: asked.incurred, amount: amount, compensated: asked.compensated, since: on)
    file.hasAccount = asked.hasAccount
    file.total = asked.total
    file.invoice = asked.invoice
    file.signatures["intake"] = [actor.name]
    cases.append(file)
    personal.append((asked.household, true))
    entries += 1
    return "case \(file.number)"
  }

  /// Whether a case that stands holds a cost that is declared: declared, or by a bill; by household, day and total, or by the
  /// number of its invoice.
  func holds(
    _ household: String, _ peril: String, _ day: Int, _ total: Int, _ invoice: String?, but own: Int? = nil
  ) -> Bool {
    let declared = (carried + cases).contains { file in
      guard file.number != own, file.total != nil, !["withdrawn", "reversed"].contains(file.state) else {
        return false
      }
      if isOneInvoice(invoice, file.invoice), file.household == household || file.peril == peril {
        return true
      }
      return file.household == household && file.incurred == day && file.total == total
    }
    return declared
      || bills.contains { bill, casefile in
        casefile != nil
          && (bill.household == household && bill.incurred == day && bill.total == total
            || isOneInvoice(invoice, bill.record) && (bill.household == household || peril == "illness"))
      }
  }

  /// Whether a bill was declared, in a case that stands.
  func isDeclared(_ bill: PlainBill) -> Bool {
    (carried + cases).contains { file in
      guard file.total != nil, !["withdrawn", "reversed"].contains(file.state) else { return false }
      if isOneInvoice(bill.record, file.invoice), file.household == bill.household || file.peril == "illness"
      {
        return true
      }
      return file.household == bill.household && file.incurred == bill.incurred && file.total == bill.total
    }
  }

  private func isOneInvoice(_ one: String?, _ other: String?) -> Bool {
    guard one != nil, other != nil, mistake != .oneInvoiceTwice else { return false }
    return PlainBook.plain(one) == PlainBook.plain(other)
  }

  /// A number without its dress: blanks, dashes and small letters.
  private static func plain(_ number: String?) -> String? {
    number.map { $0.filter { !" -".contains($0) }.uppercased() }
  }

  /// The steps that end in one state and need nothing else.
  mutating func step(_ operation: Operation, _ actor: PlainActor, _ on: Int) throws(Refused) {
    switch operation {
    case .verify(let number, let asset, let count):
      let index = try begin("verify", number, actor, on)
      cases[index].answered.insert(asset)
      go(index, "verify", to: cases[index].answered.count == 3 ? "verified" : "opened", actor, on)
      if let count {
        entries -= 1  // the answer is the entry
        learn(cases[index].household, asset, count, on)
      }
    case .visit(let number):
      go(try begin("visit", number, actor, on), "visit", to: "visited", actor, on)
    case .appraise(let number, _):
      go(try begin("appraise", number, actor, on), "appraise", to: "appraised", actor, on)
    case .disclose(let number):
      let index = try begin("disclose", number, actor, on)
      go(index, "disclose", to: "disclosed", actor, on)
      cases[index].until = on + rules.disclosureDays
    case .object(let number):
      let index = try begin("object", number, actor, on)
      objections.append((number, true))
      goOn(index, "object", to: "disclosed", actor, on)
    case .resolve(let number, let isUpheld): try resolve(number, isUpheld, actor, on)
    case .confirm(let number): try confirm(number, actor, on)
    case .pend(let number):
      let index = try begin("pend", number, actor, on)
      let resume = cases[index].state
      goOn(index, "pend", to: "pended", actor, on)
      cases[index].resume = resume
      cases[index].reason = "papers"
    case .release(let number, let hasAccount):
      let index = try begin("release", number, actor, on)
      let file = cases[index]
      if hasAccount != nil, file.signatures["county"]?.contains(actor.name) == true {
        throw Refused(code: "same-actor")
      }
      goOn(index, "release", to: file.state == "returned" ? "approved" : file.resume ?? "", actor, on)
      if file.state == "returned" { cases[index].reason = file.decision }
      if let hasAccount {
        cases[index].hasAccount = hasAccount
        personal.append((file.household, true))
      }
    case .withdraw(let number):
      let index = try begin("withdraw", number, actor, on)
      withdraw(index, "changed mind", actor, on)
    default: preconditionFailure("the others have steps of their own")
    }
  }

  mutating func withdraw(_ index: Int, _ reason: String, _ actor: PlainActor, _ on: Int) {
    go(index, "withdraw", to: "withdrawn", actor, on)
    cases[index].reason = reason
    free(index + 1)
  }

  /// The bills of a case are in none any more.
  mutating func free(_ number: Int) {
    for index in bills.indices where bills[index].casefile == number { bills[index].casefile = nil }
  }

  /// Personal data go once no case is open and the term has run since the last step of the last case.
  mutating func forget(_ household: String, _ actor: PlainActor, _ on: Int) throws(Refused) -> String {
    try need("county", of: actor)
    if isOwn(actor, household) { throw Refused(code: "own-household") }
    let own = cases.filter { $0.household == household }
    guard personal.contains(where: { $0.household == household }), let last = own.map(\.since).max() else {
      throw Refused(code: "unknown-household")
    }
    if own.contains(where: { !PlainMove.closed.contains($0.state) }) { throw Refused(code: "open-cases") }
    if on < last { throw Refused(code: "before-last-step") }
    let end = PlainDay.parts(last)
    let isLeapDay = (end.month, end.day) == (2, 29)
    let until = PlainDay.of(
      end.year + rules.retentionYears, isLeapDay ? 3 : end.month, isLeapDay ? 1 : end.day)
    if on < until { throw Refused(code: "retention") }
    let rows = personal.indices.filter { personal[$0].household == household && personal[$0].isKept }
    for row in rows { personal[row].isKept = false }
    entries += rows.isEmpty ? 0 : 1
    return "forgot \(rows.map { $0 + 1 })"
  }

  /// A move after which the notice still ends when it did.
  private mutating func goOn(
    _ index: Int, _ move: String, to state: String, _ actor: PlainActor, _ on: Int
  ) {
    let until = cases[index].until
    go(index, move, to: state, actor, on)
    cases[index].until = until
  }

  private mutating func resolve(_ number: Int, _ isUpheld: Bool, _ actor: PlainActor, _ on: Int)
    throws(Refused)
  {
    let index = try begin("resolve", number, actor, on)
    guard let oldest = objections.firstIndex(where: { $0.casefile == number && $0.isOpen }) else {
      throw Refused(code: "no-objection")
    }
    objections[oldest].isOpen = false
    if isUpheld {
      go(index, "resolve", to: "opened", actor, on)
      cases[index].answered = []
      cases[index].sentBack = entries
    } else {
      goOn(index, "resolve", to: "disclosed", actor, on)
    }
  }

  private mutating func confirm(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) {
    let index = try begin("confirm", number, actor, on)
    let end = (cases[index].until ?? .max) - (mistake == .noticeEndsEarly ? 1 : 0)
    if on < end { throw Refused(code: "notice-running") }
    if objections.contains(where: { $0.casefile == number && $0.isOpen }) {
      throw Refused(code: "objection-open")
    }
    go(index, "confirm", to: "confirmed", actor, on)
  }
}
