import Casebook
import Claims
import Journal
import Rules
import Units

extension PeriodFold {
  /// Puts what an entry on a case says into small numbers.
  mutating func small(_ entry: Entry, _ said: any CaseStatement) throws(CasebookError) -> Step {
    guard said.step.number > 0, let to = said.step.to else { throw .unreadable(entry) }
    let change = said.change
    var step = Step(
      kind: entry.kind, day: serials.serial, number: said.step.number,
      to: UInt8(truncatingIfNeeded: states.code(to.rawValue)))
    step.until = change.until.map { Int32(truncatingIfNeeded: $0.serial) } ?? -1
    switch change.what {
    case .goesOn:
      // A department that has not answered has stated nothing.
      if let answer = said as? VerifyStatement, answer.count != nil { know(said.step.household) }
    case .objects: step.change = .objects
    case .resolves(let isUpheld):
      step.change = .resolves
      step.isYes = isUpheld
    case .opens(let opening):
      step.change = .opens
      open(&step, said.step.household, opening)
    case .opensDecided(let opening, let decision):
      step.change = .opensDecided
      open(&step, said.step.household, opening)
      try decide(&step, decision, entry)
    case .decides(let decision):
      step.change = .decides
      step.household = register.household(said.step.household)
      try decide(&step, decision, entry)
    case .sends(let amount): step.amount = amount.fen
    case .answers(let amount, let isPaid):
      step.change = .answers
      step.amount = amount.fen
      step.isYes = isPaid
    case .promises(let amount):
      step.change = .promises
      step.amount = amount.fen
    case .takesBack(let paid, let promised):
      step.change = .takesBack
      step.takenBack = paid.fen
      step.released = promised.fen
    case .supplements(let more):
      step.change = .supplements
      supplement(&step, more)
    }
    return step
  }

  private mutating func open(_ step: inout Step, _ household: String, _ opening: CaseOpening) {
    step.amount = opening.amount.fen
    step.household = register.household(household)
    step.peril = perils.code(opening.peril)
    if needsPersons { step.person = Int32(persons.code("\(household)\n\(opening.person ?? "")")) }
  }

  private mutating func supplement(_ step: inout Step, _ more: SupplementStatement) {
    step.amount = more.amount.fen
    step.call = more.call?.fen ?? 0
    step.isCounted = more.isCounted
    step.benefit = more.benefit.map { benefits.code($0) } ?? -1
    step.policyYear = Int16(clamping: more.policyYear ?? 0)
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
