import Casebook
import Claims
import Journal
import Rules
import Units

extension PeriodFold {
  /// Puts what an entry on a case says into small numbers.
  mutating func small(_ entry: Entry, _ statement: any CaseStatement) throws(CasebookError) -> Step {
    guard statement.step.number > 0, let to = statement.step.to else { throw .unreadable(entry) }
    let change = statement.change
    var step = Step(
      kind: entry.kind, day: serials.serial, number: statement.step.number,
      to: UInt8(truncatingIfNeeded: states.code(to.rawValue)))
    step.until = change.until.map { Int32(truncatingIfNeeded: $0.serial) } ?? -1
    switch change.what {
    case .goesOn:
      // A department that has not answered has stated nothing, and what a list states is told of the list.
      if let answer = statement as? VerifyStatement, answer.isNews { know(statement.step.household) }
    case .objects: step.change = .objects
    case .resolves(let isUpheld):
      step.change = .resolves
      step.isYes = isUpheld
    case .opens(let opening):
      step.change = .opens
      open(&step, statement.step.household, opening)
    case .amends(let claimed):
      step.change = .amends
      open(&step, statement.step.household, claimed)
    case .opensDecided(let opening, let decision):
      step.change = .opensDecided
      open(&step, statement.step.household, opening)
      try decide(&step, decision, entry, statement.step.household)
    case .decides(let decision):
      step.change = .decides
      step.household = register.household(statement.step.household)
      try decide(&step, decision, entry, statement.step.household)
    case .sends(let amount): step.amount = amount.fen
    case .answers(let answer):
      step.change = .answers
      step.amount = answer.amount.fen
      step.isYes = answer.isPaid
      step.isCorrection = answer.corrects != nil
      step.paid = answer.paid.fen
      step.released = answer.freed.fen
    case .promises(let amount, let call):
      step.change = .promises
      step.amount = amount.fen
      step.call = call?.fen ?? 0
    case .takesBack(let reversal):
      step.change = .takesBack
      step.out = reversal.out.fen
      step.amount = reversal.cameBack?.fen ?? 0
      step.released = reversal.released.fen
      step.isYes = reversal.money == .claimed
    case .placesMoney(let reversal):
      step.change = .placesMoney
      step.out = reversal.out.fen
      step.isYes = reversal.money == .claimed
    case .redecides(let less):
      step.change = .redecides
      step.amount = less.amount.fen
      step.released = less.released.fen
      step.offWaiting = less.offWaiting.fen
      again(&step, less.again, less.bills)
    case .repays(let amount):
      step.change = .repays
      step.amount = amount.fen
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
    if needsPersons { step.person = subject(opening.person, of: household) }
  }

  /// The number of a person, wherever they lived; of a household's costs that name nobody, a number of their own.
  private mutating func subject(_ person: String?, of household: String) -> Int32 {
    Int32(persons.code(person ?? "\n\(household)"))
  }

  private mutating func supplement(_ step: inout Step, _ more: SupplementStatement) {
    step.amount = more.amount.fen
    step.waitsBeside = more.waitsBeside
    step.call = more.call?.fen ?? 0
    again(&step, more.again, more.bills)
  }

  private mutating func again(_ step: inout Step, _ again: DecidedAgain, _ bills: [BillDecidedAgain]) {
    step.isCounted = again.isCounted
    step.benefit = again.benefit.map { benefits.code($0) } ?? -1
    step.policyYear = Int16(clamping: again.policyYear ?? 0)
    step.bills = bills.map { bill in
      BillCourse(
        place: bill.place,
        benefit: bill.again.benefit.map { Int16(truncatingIfNeeded: benefits.code($0)) } ?? -1,
        policyYear: Int16(clamping: bill.again.policyYear ?? 0), isCounted: bill.again.isCounted,
        payout: bill.amount.fen)
    }
  }

  private mutating func bills(_ decision: RecordedDecision, _ household: String) -> [BillCourse] {
    decision.bills.enumerated().map { index, bill in
      var course = BillCourse(place: index + 1, amount: bill.amount.fen)
      guard let decided = bill.decision else { return course }
      if needsPersons { course.person = subject(bill.person, of: household) }
      course.benefit = decided.benefit.map { Int16(truncatingIfNeeded: benefits.code($0)) } ?? -1
      course.policyYear = Int16(clamping: decided.policyYear ?? 0)
      course.isCounted = decided.isCounted
      course.payout = decided.payout.fen
      return course
    }
  }

  /// What a decision says, and where the household lived by what was known of it then.
  private mutating func decide(
    _ step: inout Step, _ decision: RecordedDecision, _ entry: Entry, _ household: String
  ) throws(CasebookError) {
    step.reason = reasons.code(decision.reasonCode)
    step.outcome = outcomes.code(decision.outcomeWord)
    guard step.outcome < Outcome.allCases.count else { throw .unreadable(entry) }
    step.payout = decision.payout.fen
    step.call = decision.call?.fen ?? 0
    step.isCounted = decision.isCounted
    step.benefit = decision.benefit.map { benefits.code($0) } ?? -1
    step.policyYear = Int16(clamping: decision.policyYear ?? 0)
    step.bills = bills(decision, household)
    step.group = groups.code(decision.knownHousehold?.group)
    let township = register.known(step.household, on: step.day)?.township ?? -1
    step.township = max(township, 0)
  }
}
