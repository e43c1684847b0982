import Casebook
import Journal

/// One case as far as a report needs it, in small numbers: there may be millions.
struct CaseCourse {
  /// Places in ``Step``'s vocabularies.
  var household: Int32 = 0
  var person: Int32 = 0
  var township: Int32 = 0
  var peril: Int16 = 0
  var group: Int16 = 0
  var benefit: Int16 = -1
  var policyYear: Int16 = 0
  /// A place in `CaseState.allCases`; the kind of the entry that opened it, as a place in ``Step/ways``, or −1 where there
  /// is no such case.
  var state: UInt8 = 0
  var way: Int8 = -1
  /// A place in ``Stage``, and a bit for each that it ever reached.
  var stage: UInt8 = 0
  var isCounted = false
  var reached: UInt16 = 0
  var objections: Int16 = 0
  /// Serials of days; −1 for none.
  var opened: Int32 = 0
  var entered: Int32 = 0
  var since: Int32 = 0
  var until: Int32 = -1
  var decided: Int32 = -1
  /// Of the oldest sum that was promised and is not in an account yet.
  var promised: Int32 = -1
  /// In fen.
  var amount: Int64 = 0
  var payout: Int64 = 0
  var paid: Int64 = 0
  /// What of the payout waits for the fund.
  var waiting: Int64 = 0
  /// What was promised and came off again when the case was decided again.
  var lessened: Int64 = 0
  /// What the household owes back; `nil` where nothing is claimed.
  var claimed: Int64?
}

/// A bill of a screened case in its account, in small numbers.
struct BillCourse {
  /// Its place in the decision, from 1.
  let place: Int
  var person: Int32 = 0
  var benefit: Int16 = -1
  var policyYear: Int16 = 0
  var isCounted = false
  /// In fen.
  var amount: Int64 = 0
  var payout: Int64 = 0

  /// What more is paid for it, or counted.
  fileprivate mutating func take(_ more: BillCourse) {
    payout += more.payout
    isCounted = more.isCounted
    if more.benefit >= 0 { benefit = more.benefit }
    if more.policyYear != 0 { policyYear = more.policyYear }
  }
}

/// An entry on a case, in small numbers.
struct Step {
  /// The kinds of entry that open a case.
  static let ways = EntryKind.allCases.filter(\.isOpening)

  /// What a step changes, without its figures: see `StepChange`.
  enum Change: UInt8 {
    case goesOn, opens, amends, opensDecided, decides, objects, resolves, answers, promises, supplements,
      redecides, takesBack, placesMoney, repays
  }

  let kind: EntryKind
  var change = Change.goesOn
  let day: Int32
  let number: Int
  /// A place in `CaseState.allCases`.
  let to: UInt8
  var household: Int32 = 0
  var person: Int32 = 0
  var township: Int32 = 0
  var peril = 0
  var group = 0
  var benefit = -1
  var reason = 0
  var outcome = 0
  var policyYear: Int16 = 0
  var isCounted = false
  var until: Int32 = -1
  var amount: Int64 = 0
  var payout: Int64 = 0
  var call: Int64 = 0
  /// What is in an account of a case whose decision is taken back.
  var out: Int64 = 0
  var released: Int64 = 0
  /// What of a lesser sum comes off what waits for the fund.
  var offWaiting: Int64 = 0
  /// Whether what is paid more waits for the fund while its case goes on.
  var waitsBeside = false
  /// What is in accounts by the bank's answer that was not.
  var paid: Int64 = 0
  /// Whether an answer of the bank is put right.
  var isCorrection = false
  /// Whether the bank paid, an objection was upheld, or what was paid is claimed back.
  var isYes = false
  /// What it says of the bills of a screened case.
  var bills: [BillCourse] = []

  var state: CaseState { CaseState.allCases[Int(to)] }

  /// Whether what a decision or a supplement pays waits for the fund.
  var isWaiting: Bool { waitsBeside || state == .exhausted }

  /// What the steps of a kind come to in a report.
  var counted: Int64 { change == .takesBack ? released : amount }
}

/// What a step did to its case, for what is counted within a period.
struct StatePassage {
  var course: CaseCourse
  /// The stage it came to, if the step brought it to one, and how many days that took, if it is measured.
  var stage: Stage?
  var days: Int32?
}

/// All cases as they stood on a day: what was recorded of days up to it, in the order of the journal.
struct CaseCourses {
  private(set) var courses: [CaseCourse] = []
  /// What was promised to the cases, by their places, that were promised something more than once, in order.
  private var promises: [Int: [(day: Int32, amount: Int64)]] = [:]
  /// The bills of the screened cases that are decided, by the places of these in ``courses``.
  private(set) var bills: [Int: [BillCourse]] = [:]

  /// Takes a step; `nil` where there is no such case.
  mutating func take(_ step: Step) -> StatePassage? {
    let index = step.number - 1
    guard index >= 0 else { return nil }
    if step.change == .opens || step.change == .opensDecided { return open(step, index) }
    guard index < courses.count, courses[index].way >= 0 else { return nil }
    let passage = courses[index].take(step)
    if !step.bills.isEmpty {
      take(step.bills, index, isMore: step.change == .supplements || step.change == .redecides)
    }
    notePromise(step, index)
    return StatePassage(course: courses[index], stage: passage.stage, days: passage.days)
  }

  /// Follows which promise of a case is the oldest that is not in an account.
  private mutating func notePromise(_ step: Step, _ index: Int) {
    let course = courses[index]
    if step.change == .promises || step.change == .supplements && !step.isWaiting && step.amount > 0 {
      let before = (
        day: course.promised, amount: course.payout + course.lessened - course.waiting - step.amount
      )
      promises[index, default: [before]].append((step.day, step.amount))
    }
    guard let all = promises[index] else { return }
    var rest = course.paid + course.lessened
    for promise in all {
      if rest < promise.amount {
        courses[index].promised = promise.day
        return
      }
      rest -= promise.amount
    }
  }

  private mutating func take(_ said: [BillCourse], _ index: Int, isMore: Bool) {
    guard isMore else { return bills[index] = said }
    for more in said where bills[index]?.indices.contains(more.place - 1) ?? false {
      bills[index]?[more.place - 1].take(more)
    }
  }

  private mutating func open(_ step: Step, _ index: Int) -> StatePassage? {
    while courses.count <= index { courses.append(CaseCourse()) }
    var course = CaseCourse()
    course.way = Int8(Step.ways.firstIndex(of: step.kind) ?? 0)
    course.household = step.household
    course.person = step.person
    course.peril = Int16(truncatingIfNeeded: step.peril)
    course.amount = step.amount
    course.opened = step.day
    course.state = step.to
    course.since = step.day
    course.reach(.opened, step.day)
    var stage: Stage? = .opened
    if step.change == .opensDecided {
      course.decide(step)
      // A claim of a batch comes in confirmed: where it is pended it stands there, and no step is done.
      stage = step.state == .pended ? nil : .decided
      course.reach(stage ?? .confirmed, step.day)
    }
    courses[index] = course
    return StatePassage(course: course, stage: stage)
  }
}

extension CaseCourse {
  var caseState: CaseState { CaseState.allCases[Int(state)] }
  func hasReached(_ stage: Stage) -> Bool { reached & 1 << stage.rawValue != 0 }

  fileprivate mutating func reach(_ stage: Stage, _ day: Int32) {
    self.stage = UInt8(stage.rawValue)
    reached |= 1 << stage.rawValue
    entered = day
  }

  fileprivate mutating func decide(_ step: Step) {
    isCounted = step.isCounted
    benefit = Int16(truncatingIfNeeded: step.benefit)
    policyYear = step.policyYear
    payout = step.payout
    waiting = step.isWaiting ? step.payout : 0
    decided = step.day
    promised = step.day
    group = Int16(truncatingIfNeeded: step.group)
    township = step.township
    if step.state == .approved || step.state == .exhausted { reached |= 1 << Stage.approved.rawValue }
  }

  /// What the casebook's own fold does to the case, and how far it has come.
  fileprivate mutating func take(_ step: Step) -> (stage: Stage?, days: Int32?) {
    state = step.to
    since = step.day
    until = step.until
    switch step.change {
    case .amends: (amount, person) = (step.amount, step.person)
    case .decides: decide(step)
    case .objects: objections += 1
    case .resolves: objections -= 1
    case .promises: waiting -= step.amount
    case .answers:
      paid += step.paid
      claimed = claimed.map { $0 + step.paid }
      // What was held to be in the account never was.
      if step.isCorrection, paid == 0 { reached &= ~(1 << Stage.paid.rawValue) }
    case .takesBack:
      isCounted = false
      (payout, waiting) = (0, 0)
      claimed = step.isYes ? step.out : nil
      paid -= step.amount
    case .placesMoney: claimed = step.isYes ? step.out : nil
    case .repays:
      paid -= step.amount
      claimed = claimed.map { $0 - step.amount }
    case .supplements:
      if step.isWaiting { waiting += step.amount }
      takeAgain(step)
    case .redecides:
      waiting -= step.offWaiting
      lessened += step.released
      takeAgain(step)
    case .goesOn, .opens, .opensDecided: break
    }
    return advance(step)
  }

  private mutating func takeAgain(_ step: Step) {
    payout += step.amount
    isCounted = step.isCounted
    if step.benefit >= 0 { benefit = Int16(truncatingIfNeeded: step.benefit) }
    if step.policyYear != 0 { policyYear = step.policyYear }
  }

  /// The stage that a step brings the case to. A case sent back begins anew; a payment that came back is sent again.
  private mutating func advance(_ step: Step) -> (Stage?, Int32?) {
    guard let stage = step.kind.rule?.stages[step.state] else { return (nil, nil) }
    let follows = stage.previous.map { Int(self.stage) == $0.rawValue } ?? false
    let days = follows ? step.day - entered : nil
    reach(stage, step.day)
    return (stage == .opened ? nil : stage, days)
  }
}
