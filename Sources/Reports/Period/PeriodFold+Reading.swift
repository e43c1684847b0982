import Casebook
import Claims
import Journal
import Rules
import Units

extension PeriodFold {
  /// Puts what an entry on a case says into small numbers.
  mutating func read(_ entry: Entry) throws(CasebookError) -> Step {
    switch entry.kind {
    case .declare:
      let said = try entry.read(DeclareStatement.self)
      return try open(entry, said.step, said.opening)
    case .screen:
      let said = try entry.read(ScreenStatement.self)
      return try open(entry, said.step, said.opening)
    case .decide:
      let said = try entry.read(DecideStatement.self)
      var step = try open(entry, said.step, said.opening)
      try decide(&step, said.decision, entry)
      return step
    case .approve:
      let said = try entry.read(ApproveStatement.self)
      var step = try small(entry, said.step, amount: said.amount)
      step.household = register.household(said.step.household)
      try decide(&step, said.decision, entry)
      return step
    case .verify:
      let said = try entry.read(VerifyStatement.self)
      // A department that has not answered has stated nothing.
      if said.count != nil { know(said.step.household) }
      return try small(entry, said.step)
    case .visit: return try small(entry, try entry.read(VisitStatement.self).step)
    case .appraise: return try small(entry, try entry.read(AppraiseStatement.self).step)
    case .confirm: return try small(entry, try entry.read(ConfirmStatement.self).step)
    case .withdraw: return try small(entry, try entry.read(WithdrawStatement.self).step)
    case .disclose:
      let said = try entry.read(DiscloseStatement.self)
      return try small(entry, said.step, until: said.until)
    case .object:
      let said = try entry.read(ObjectStatement.self)
      return try small(entry, said.step, until: said.until)
    case .resolve:
      let said = try entry.read(ResolveStatement.self)
      return try small(entry, said.step, until: said.until, isYes: said.upheld)
    case .pend:
      let said = try entry.read(PendStatement.self)
      return try small(entry, said.step, until: said.until)
    case .release:
      let said = try entry.read(ReleaseStatement.self)
      return try small(entry, said.step, until: said.until)
    case .settle, .reconcile, .reverse, .supplement, .takeUp: return try money(entry)
    case .create, .scheme, .clock, .proposeEnrolment, .enrol, .proposeRevocation, .revoke, .contribute,
      .household, .member, .asset, .bill, .fileImported, .account, .send, .receive, .forget:
      preconditionFailure("only a step that takes a case on is counted as one")
    }
  }

  private mutating func money(_ entry: Entry) throws(CasebookError) -> Step {
    switch entry.kind {
    case .settle:
      let said = try entry.read(SettleStatement.self)
      return try small(entry, said.step, amount: said.amount)
    case .reconcile:
      let said = try entry.read(ReconcileStatement.self)
      return try small(entry, said.step, amount: said.amount, isYes: said.isPaid)
    case .takeUp:
      let said = try entry.read(TakeUpStatement.self)
      return try small(entry, said.step, amount: said.amount)
    case .reverse:
      let said = try entry.read(ReverseStatement.self)
      var step = try small(entry, said.step, amount: said.amount)
      step.takenBack = said.takenBack.fen
      step.released = said.released.fen
      return step
    case .supplement:
      let said = try entry.read(SupplementStatement.self)
      var step = try small(entry, said.step, amount: said.amount)
      step.call = said.call?.fen ?? 0
      step.isCounted = said.isCounted
      step.benefit = said.benefit.map { benefits.code($0) } ?? -1
      step.policyYear = Int16(clamping: said.policyYear ?? 0)
      return step
    case .create, .scheme, .clock, .proposeEnrolment, .enrol, .proposeRevocation, .revoke, .contribute,
      .household, .member, .asset, .bill, .fileImported, .declare, .screen, .verify, .visit, .appraise,
      .disclose, .object, .resolve, .confirm, .approve, .decide, .pend, .release, .withdraw, .account,
      .send, .receive, .forget:
      preconditionFailure("only a step that moves money is counted as one")
    }
  }

  private mutating func small(
    _ entry: Entry, _ said: CaseStep, amount: Yuan? = nil, until: Day? = nil, isYes: Bool = false
  ) throws(CasebookError) -> Step {
    guard said.number > 0, let to = said.to else { throw .unreadable(entry) }
    let state = states.code(to.rawValue)
    var step = Step(
      kind: entry.kind, day: serials.serial, number: said.number, to: UInt8(truncatingIfNeeded: state))
    step.amount = amount?.fen ?? 0
    step.until = until.map { Int32(truncatingIfNeeded: $0.serial) } ?? -1
    step.isYes = isYes
    return step
  }

  private mutating func open(
    _ entry: Entry, _ said: CaseStep, _ opening: CaseOpening
  ) throws(CasebookError) -> Step {
    var step = try small(entry, said, amount: opening.amount)
    step.household = register.household(said.household)
    step.peril = perils.code(opening.peril)
    if needsPersons { step.person = Int32(persons.code("\(said.household)\n\(opening.person ?? "")")) }
    return step
  }

  /// What a decision says, and where the household lived by what was known of it then.
  private mutating func decide(
    _ step: inout Step, _ said: RecordedDecision, _ entry: Entry
  ) throws(CasebookError) {
    step.reason = reasons.code(said.reasonCode)
    step.outcome = outcomes.code(said.outcomeWord)
    guard step.outcome < Outcome.allCases.count else { throw .unreadable(entry) }
    step.payout = said.payout.fen
    step.call = said.call?.fen ?? 0
    step.isCounted = said.isCounted
    step.benefit = said.benefit.map { benefits.code($0) } ?? -1
    step.policyYear = Int16(clamping: said.policyYear ?? 0)
    step.group = groups.code(said.known?.group)
    let township = register.known(step.household, on: step.day)?.township ?? -1
    step.township = max(township, 0)
  }
}
