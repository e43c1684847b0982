/// The casebook as the model has it: plain arrays, nothing kept that can be added up.
struct PlainBook: Sendable {
  /// A rule told wrongly on purpose, so that the comparison can be seen to fail.
  enum Mistake: CaseIterable, Sendable {
    case noticeEndsEarly, relativesMayAct, twoLevelsAreFine, oneActorEnrols, answersNeverAge
    case returnedMoneyIsPaid, limitsBindNobody, lastFactsHold
    case reversalTakesItsMoney, reversedMoneyWasNeverPaid, repaidStaysPaid, correctedStaysOut
    case nothingIsRedecided, sentIsRedecided, redecidedOutOfOrder
    case smallSumsOvertake, supplementsDoNotWait, billsAreOneCost, oneCostTwice
    case amendedGoesOn, amendedCostTwice, oneInvoiceTwice
    case revisedIsSettled, redecidedAsBefore, moreIsPaidAtOnce, oneOfficerSeconds, backIsForNobody
    case personsSumsStay, movedIsMoved
    case registerAnswers, answersOutliveObjections, listsMakeAnswersNewer
    case carriedIsForgotten, openCasesGoOn
    case closedYearsTakeCases, whatIsPromisedEnds
  }

  /// The schemes that the county may adopt, and which one is in force.
  let schemes: [PlainRules]
  var scheme = 0
  var mistake: Mistake?
  var last: Int
  var entries: Int
  var actors: [PlainActor]
  var facts: [PlainFact] = []
  /// Who was listed in which household, and from which day on.
  var members: [(person: String, household: String, on: Int)] = []
  var cases: [PlainCase] = []
  /// What counts of the casebook before, a closed case for each cost; how many there were before this one.
  var carried: [PlainCase] = []
  var books = 0
  /// The last day of which anything is recorded.
  var lastDay: Int
  /// The bills that departments reported, as they are now, each with its case.
  var bills: [(bill: PlainBill, casefile: Int?)] = []
  var objections: [(casefile: Int, isOpen: Bool)] = []
  var payments: [PlainPayment] = []
  var settlements = 0
  /// For each row of personal data, whose it is; `nil` once it is forgotten.
  var personal: [(household: String, isKept: Bool)] = []
  var contributed: Int
  /// How often the county paid in.
  var contributions = 1
  /// What the county was called on for, and what of it came.
  var called = 0
  var answered = 0
  /// What waits for the fund, by the entry since which it does.
  var waiting: [(since: Int, casefile: Int, amount: Int)] = []
  /// All that was ever proposed, by its entry, and of each case what still waits to be seconded.
  var proposals: [Int: PlainProposal] = [:]
  var proposed: [Int: Int] = [:]
  /// The policy years that were closed, by their first days.
  var years: [Int: PlainYear] = [:]

  var rules: PlainRules { schemes[scheme] }

  init(schemes: [PlainRules], founder: PlainActor, fund: Int, clock: Int) {
    self.schemes = schemes
    var founder = founder
    founder.enrolment = "active"
    actors = [founder]
    contributed = fund
    last = clock
    lastDay = PlainDay.inChina(clock)
    entries = 2
  }

  /// What is in accounts and has not come back.
  var paid: Int {
    carried.reduce(0) { $0 + $1.payout }
      + cases.reduce(0) { sum, file in
        mistake == .reversalTakesItsMoney && file.state == "reversed" ? sum : sum + paid(file.number)
      }
  }

  /// What is in an account of a case, and what of it waits.
  func paid(_ number: Int) -> Int {
    payments.filter { $0.casefile == number && $0.state == "paid" }.reduce(0) { $0 + $1.amount }
      - cases[number - 1].repaid
  }
  func waits(_ number: Int) -> Int {
    waiting.filter { $0.casefile == number }.reduce(0) { $0 + $1.amount }
  }
  /// What is on its way to an account.
  func sent(_ number: Int) -> Int {
    payments.filter { $0.casefile == number && $0.state == "sent" }.reduce(0) { $0 + $1.amount }
  }
  /// What is promised to a case and not in an account.
  func promised(_ number: Int) -> Int { cases[number - 1].payout - paid(number) - waits(number) }

  /// What households owe back.
  var receivable: Int {
    cases.filter { $0.money == "claimed" }.reduce(0) { $0 + paid($1.number) }
  }

  /// What is promised: approved, sent or come back.
  var committed: Int {
    cases.reduce(0) { $0 + promised($1.number) }
      - (mistake == .returnedMoneyIsPaid
        ? payments.filter { $0.state == "returned" }.reduce(0) { $0 + $1.amount } : 0)
  }

  /// What the county owes.
  var owed: Int { called - answered }
  var left: Int { contributed + owed - committed - paid }

  /// Takes an attempt: all of it, or nothing.
  mutating func take(_ attempt: Attempt) -> Answer {
    var next = self
    do throws(Refused) {
      let text = try next.act(attempt)
      self = next
      return .done(text)
    } catch { return .refused(error.code) }
  }

  private mutating func act(_ attempt: Attempt) throws(Refused) -> String {
    if case .succeed(let founder) = attempt.operation { return try succeed(founder, attempt) }
    guard let actor = actors.first(where: { $0.key == attempt.key }), actor.enrolment != "proposed" else {
      throw Refused(code: "unknown-key")
    }
    if actor.enrolment == "revoked" { throw Refused(code: "revoked-key") }
    let now = max(last, attempt.clock)
    let on = attempt.day ?? PlainDay.inChina(now)
    if on > PlainDay.inChina(now) { throw Refused(code: "in-the-future") }
    let before = entries
    if attempt.clock < last { entries += 1 }
    let text = try perform(attempt.operation, actor, on)
    if entries > before { (last, lastDay) = (now, max(lastDay, on)) }
    return text
  }

  private mutating func perform(_ operation: Operation, _ actor: PlainActor, _ on: Int) throws(Refused)
    -> String
  {
    switch operation {
    case .enrol(let applicant): return try enrol(applicant, actor)
    case .revoke(let name): return try revoke(name, actor)
    case .contribute(let amount): return try contribute(amount, actor, on)
    case .household(let fact): learn(fact, on, isAnswer: false)
    case .asset(let household, let asset, let count):
      learn(household, asset, count, on)
    case .list(let asset, let rows, let isRevising):
      return try list(asset, rows, isRevising, actor, on)
    case .byLists(let number): try verifyByLists(number, actor, on)
    case .member(let person, let household):
      members.append((person, household, on))
      entries += 1
    case .declare(let declaration): return try declare(declaration, actor, on)
    case .amend(let number, let asked): try amend(number, asked, actor, on)
    case .screen(let rows, let isRevising): return try screen(rows, isRevising, actor, on)
    case .settle(let numbers): return try settle(numbers, actor, on)
    case .reconcile(let payment, let isPaid): return try reconcile(payment, isPaid, actor, on)
    case .correct(let payment, let isPaid): return try correct(payment, isPaid, actor, on)
    case .account(let number, let hasAccount): try account(number, hasAccount, actor)
    case .approve(let number): return try approve(number, actor, on)
    case .reverse(let number, let money): return try reverse(number, money, actor, on)
    case .repaid(let number, let amount): return try repaid(number, amount, actor, on)
    case .redecide(let number): return try redecide(number, actor, on)
    case .second(let number): return try second(number, actor, on)
    case .closeYear(let year, let ending): return try closeYear(year, ending, actor, on)
    case .reopenYear(let year): try reopenYear(year, actor, on)
    case .forget(let household): return try forget(household, actor, on)
    case .adopt(let scheme, let since): return try adopt(scheme, since: since, actor, on)
    default: try step(operation, actor, on)
    }
    return ""
  }

  mutating func learn(_ household: String, _ asset: Int, _ count: Int, _ on: Int) {
    var fact = PlainFact(household: household, on: on)
    fact.assets[asset] = count
    learn(fact, on, isAnswer: true)
  }

  /// - Parameter isAnswer: whether it is a department that says so.
  mutating func learn(_ fact: PlainFact, _ on: Int, isAnswer: Bool) {
    entries += 1
    facts.append(
      PlainFact(
        household: fact.household, on: on, group: fact.group, members: fact.members, income: fact.income,
        incomeYear: fact.incomeYear, assets: fact.assets, isRevision: fact.isRevision, entry: entries,
        isAnswer: isAnswer))
  }

  /// The household that a person was listed in on the day of an event, by what is known on a day.
  func household(of person: String, on event: Int, knownOn day: Int) -> String? {
    let told = members.enumerated().filter { $0.element.person == person && $0.element.on <= day }
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
    if mistake == .movedIsMoved { return told.last?.household }
    return (told.last { $0.on <= event } ?? told.last { $0.on == told[0].on })?.household
  }

  /// Whether what befell somebody on a day belongs to another household than the one named.
  func isOfAnother(_ person: String?, _ household: String, _ event: Int, _ on: Int) -> Bool {
    guard let listed = person.flatMap({ self.household(of: $0, on: event, knownOn: on) }) else {
      return false
    }
    return listed != household
  }

  /// Whether somebody has costs of the year in another household, and no list has them in this one.
  func isStranger(_ person: String?, _ household: String, _ event: Int, _ on: Int) -> Bool {
    guard let person, mistake != .personsSumsStay else { return false }
    let isElsewhere = accountable.contains { other in
      other.household != household
        && (other.costs + other.outCosts.filter { $0.payout > 0 }).contains {
          $0.person == person && rules.policyYear($0.incurred) == rules.policyYear(event)
        }
    }
    return isElsewhere && self.household(of: person, on: event, knownOn: on) != household
  }

  /// What was known of a household on a day: for every fact the one of the latest day, of those the last said; but for an
  /// event the group of its day and the income of a year before.
  ///
  /// - Parameter aged: the day by which answers age, and the rules that say how; the day itself and those in force.
  func known(
    _ household: String, on day: Int, for event: Int? = nil, aged: (by: Int, under: PlainRules)? = nil
  ) -> PlainRules.Known? {
    let told = told(of: household, on: day)
    guard !told.isEmpty else { return nil }
    var known = PlainRules.Known()
    known.group = told.last { $0.group != nil }?.group
    known.members = told.last { $0.members != nil }?.members
    known.income = told.last { $0.income != nil }?.income
    if let event, mistake != .lastFactsHold {
      let groups = told.filter { $0.group != nil }
      let early = groups.filter { $0.on <= event }
      let begun = groups.filter { $0.on == groups.first?.on }
      known.group = (early.isEmpty ? begun : early).last?.group
      known.income = income(told, for: event)?.income
    }
    for asset in 0..<3 {
      guard let answer = told.last(where: { $0.assets[asset] != nil }) else { continue }
      if (aged?.by ?? day) - answer.on > (aged?.under ?? rules).answerValidDays, mistake != .answersNeverAge {
        continue
      }
      known.assets[asset] = answer.assets[asset]
    }
    return known
  }

  /// What was said of a household up to a day, in the order of the days.
  func told(of household: String, on day: Int) -> [PlainFact] {
    facts.enumerated().filter { $0.element.household == household && $0.element.on <= day }
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// The fact that says the income for an event: of the latest year before it, the last said.
  func income(_ told: [PlainFact], for event: Int) -> PlainFact? {
    func calendarYear(_ day: Int) -> Int { PlainDay.parts(day).year }
    func year(_ fact: PlainFact) -> Int { fact.incomeYear ?? calendarYear(fact.on) - 1 }
    let incomes = told.filter { $0.income != nil && year($0) < calendarYear(event) }
    let newest = incomes.map(year).max()
    return incomes.last { year($0) == newest }
  }

  /// Whether somebody belongs to a household or is related to it.
  func isOwn(_ actor: PlainActor, _ household: String) -> Bool {
    guard mistake != .relativesMayAct else { return false }
    return actor.households.contains(household)
      || actor.person.map { person in members.last { $0.person == person }?.household == household } ?? false
  }
}
