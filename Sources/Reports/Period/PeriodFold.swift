package import Casebook
import Claims
package import Rules
package import Units

/// Takes the journal's entries one after another, in order, and counts what a report of a period shows.
///
/// Days are business days, `happened_on`: what was recorded later of a day within the period belongs to it. How things
/// stand on a day is what the entries of days up to it make of them, in the order of the journal.
package struct PeriodFold {
  package let period: Period
  /// The day as of which it is told: the period's last, or today where it is not over.
  package let asOf: Day
  let schemes: [String: Scheme]
  /// This period, and the one before.
  var now = Side()
  var before = Side()
  var register = RegisterTrack()
  var ledger = MoneyLedger()
  var perils = Vocabulary()
  var groups = Vocabulary()
  var townships = Vocabulary([Vocabulary.unknown])
  var reasons = Vocabulary()
  var outcomes = Vocabulary(Outcome.allCases.map(\.rawValue))
  var benefits = Vocabulary()
  private var persons = Vocabulary([""])
  private var states = Vocabulary(CaseState.allCases.map(\.rawValue))
  /// How many entries there were, and the earliest day any of them is of.
  private(set) var entries = 0
  private(set) var began: Day?
  private let needsPersons: Bool
  private let dayBefore: Day
  private let firstBefore: Day
  private var serials: (day: Day, serial: Int32)

  /// One period: its cases as they stood at its end, what happened within it, and the scheme then in force.
  struct Side {
    var standing = Standing()
    var flows = Flows()
    var scheme: String?
  }

  /// A fold for a period.
  ///
  /// - Parameters:
  ///   - today: in China.
  ///   - schemes: all that were recorded, by their digests.
  package init(_ period: Period, today: Day, schemes: [String: Scheme]) {
    self.period = period
    self.schemes = schemes
    asOf = min(period.last, today)
    dayBefore = period.before.last
    firstBefore = period.before.first
    needsPersons = schemes.values.contains(where: \.needsPersons)
    serials = (period.first, Int32(truncatingIfNeeded: period.first.serial))
  }

  /// Takes the next entry.
  package mutating func take(_ entry: Entry) throws(CasebookError) {
    entries += 1
    let day = entry.happenedOn
    if began.map({ day < $0 }) ?? true { began = day }
    guard day <= asOf else { return }
    if day != serials.day { serials = (day, Int32(truncatingIfNeeded: day.serial)) }
    switch entry.kind {
    case .create, .scheme: adopt(entry)
    case .contribute: try contribute(entry)
    case .household, .asset: try know(entry)
    case .verify:
      try know(entry)
      try step(entry)
    case .declare, .screen, .decide, .visit, .appraise, .disclose, .object, .resolve, .confirm, .approve,
      .settle,
      .reconcile, .pend, .release, .withdraw, .reverse, .supplement, .takeUp:
      try step(entry)
    case .clock, .proposeEnrolment, .enrol, .proposeRevocation, .revoke, .member, .bill, .fileImported,
      .account,
      .send, .receive, .forget:
      break
    }
  }

  private mutating func adopt(_ entry: Entry) {
    let digest = entry.kind == .create ? entry.payload.text("scheme") : entry.payload.text("digest")
    now.scheme = digest
    if entry.happenedOn <= dayBefore { before.scheme = digest }
  }

  private mutating func contribute(_ entry: Entry) throws(CasebookError) {
    guard let amount = entry.payload.yuan("amount") else { throw .unreadable(entry) }
    ledger.contribute(amount.fen, on: serials.serial)
    if entry.happenedOn >= period.first {
      now.flows.contribute(amount.fen)
    } else if entry.happenedOn >= firstBefore {
      before.flows.contribute(amount.fen)
    }
  }

  private mutating func know(_ entry: Entry) throws(CasebookError) {
    // A department that has not answered has stated nothing.
    if entry.kind == .verify, entry.payload.number("count") == nil { return }
    let said = Said(entry.payload)
    guard let id = said.household else { throw .unreadable(entry) }
    let fact = RegisterTrack.Fact(
      day: serials.serial, group: said.group.map { Int32(groups.code($0)) } ?? -1,
      members: said.members.map { Int32(clamping: $0) } ?? -1,
      township: said.township.map { Int32(townships.code($0)) } ?? -1)
    register.take(register.household(id), fact)
  }

  private mutating func step(_ entry: Entry) throws(CasebookError) {
    let step = try read(entry)
    ledger.take(step)
    guard let passage = now.standing.take(step) else { throw .unreadable(entry) }
    if entry.happenedOn >= period.first { now.flows.take(step, passage) }
    guard entry.happenedOn <= dayBefore else { return }
    guard let passage = before.standing.take(step) else { throw .unreadable(entry) }
    if entry.happenedOn >= firstBefore { before.flows.take(step, passage) }
  }

  /// Puts what an entry on a case says into small numbers.
  private mutating func read(_ entry: Entry) throws(CasebookError) -> Step {
    let said = Said(entry.payload)
    guard said.number > 0, let to = said.to, let household = said.household else { throw .unreadable(entry) }
    let state = states.code(to)
    guard state < CaseState.allCases.count else { throw .unreadable(entry) }
    var step = Step(
      kind: entry.kind, day: serials.serial, number: said.number, to: UInt8(truncatingIfNeeded: state))
    step.amount = said.amount?.fen ?? 0
    step.until = said.until.map { Int32(truncatingIfNeeded: $0.serial) } ?? -1
    switch entry.kind {
    case .declare, .screen, .decide:
      guard said.amount != nil, let peril = said.peril else { throw .unreadable(entry) }
      step.household = register.household(household)
      step.peril = perils.code(peril)
      if needsPersons { step.person = Int32(persons.code("\(household)\n\(said.person ?? "")")) }
      if entry.kind == .decide { try decide(&step, said, entry) }
    case .approve:
      step.household = register.household(household)
      try decide(&step, said, entry)
    case .supplement:
      step.call = said.call?.fen ?? 0
      step.isCounted = said.isCounted ?? false
      step.benefit = said.benefit.map { benefits.code($0) } ?? -1
      step.policyYear = Int16(clamping: said.policyYear ?? 0)
    case .reverse:
      guard let takenBack = said.takenBack, let released = said.released else { throw .unreadable(entry) }
      step.takenBack = takenBack.fen
      step.released = released.fen
    case .reconcile: step.isYes = said.isPaid ?? false
    case .resolve: step.isYes = said.isUpheld ?? false
    default: break
    }
    return step
  }

  /// What a decision says, and where the household lived by what was known of it then.
  private mutating func decide(_ step: inout Step, _ said: Said, _ entry: Entry) throws(CasebookError) {
    guard let reason = said.reason, let payout = said.payout, let outcome = said.outcome else {
      throw .unreadable(entry)
    }
    step.reason = reasons.code(reason)
    step.outcome = outcomes.code(outcome)
    guard step.outcome < Outcome.allCases.count else { throw .unreadable(entry) }
    step.payout = payout.fen
    step.call = said.call?.fen ?? 0
    step.isCounted = said.isCounted ?? false
    step.benefit = said.benefit.map { benefits.code($0) } ?? -1
    step.policyYear = Int16(clamping: said.policyYear ?? 0)
    step.group = groups.code(said.group)
    let township = register.known(step.household, on: step.day)?.township ?? -1
    step.township = max(township, 0)
  }
}

extension CasebookError {
  /// An entry that does not say what its kind says.
  static func unreadable(_ entry: Entry) -> CasebookError {
    .damaged(
      Wording(
        zh: "第 \(entry.number) 号台账（\(entry.kind.rawValue)）读不懂：请用 audit verify 查明",
        en: "entry \(entry.number) (\(entry.kind.rawValue)) makes no sense: audit verify tells where"))
  }

  /// A row of the journal that is no entry.
  static func unreadable(_ number: Int) -> CasebookError {
    .damaged(
      Wording(
        zh: "第 \(number) 号台账读不懂：请用 audit verify 查明",
        en: "entry \(number) makes no sense: audit verify tells where"))
  }
}
