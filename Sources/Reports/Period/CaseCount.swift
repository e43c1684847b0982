import Casebook
import Journal
import Rules
import Units

/// How all cases stand at a period's end.
struct CaseCount {
  /// By state, as a place in `CaseState.allCases`: cases, and what they claim.
  private(set) var byState = StateTally(), amounts = StateTally()
  /// The cases of which something waits for the fund, and what waits.
  private(set) var waiting: Int64 = 0, waitingAmount: Int64 = 0
  /// What households owe back.
  private(set) var receivable: Int64 = 0
  /// By stage: cases opened within the period by declaration or screening, and claims of a batch, that have reached it.
  private(set) var reached = Tally(), batchReached = Tally()
  private(set) var overdue: Int64 = 0, overdueAmount: Int64 = 0, overdueLongest: Int64 = 0
  private(set) var noticeOver: Int64 = 0, objectionsOpen: Int64 = 0
  /// The years within terms of payment of which no public holidays are at hand, in order.
  private(set) var unlistedYears: [Int] = []
  /// The longest wait in a state, in days; −1 where nobody waits.
  private(set) var longest: [Int64] = CaseState.allCases.map { _ in -1 }

  /// A sum for each state.
  struct StateTally {
    private var sums = [Int64](repeating: 0, count: CaseState.allCases.count)

    fileprivate mutating func add(_ state: UInt8, _ amount: Int64) { sums[Int(state)] += amount }
    subscript(state: CaseState) -> Int64 {
      CaseState.allCases.firstIndex(of: state).map { sums[$0] } ?? 0
    }
    /// The sum over the states that a rule picks.
    func sum(where isPicked: (CaseState) -> Bool) -> Int64 {
      CaseState.allCases.reduce(0) { isPicked($1) ? $0 + self[$1] : $0 }
    }
  }

  init(_ reckoning: Reckoning) {
    let first = Int32(truncatingIfNeeded: reckoning.period.first.serial)
    let today = reckoning.serial
    var due = DueDays(reckoning.scheme)
    for course in reckoning.side.cases.courses where course.way >= 0 {
      byState.add(course.state, 1)
      amounts.add(course.state, course.amount)
      if course.opened >= first { follow(course) }
      receivable += course.claimed ?? 0
      let state = course.caseState
      guard state.isOpen else { continue }
      longest[Int(course.state)] = max(longest[Int(course.state)], Int64(today - course.since))
      if course.waiting > 0 { waiting += 1 }
      waitingAmount += course.waiting
      switch state {
      case .disclosed:
        objectionsOpen += Int64(course.objections)
        if course.objections == 0, course.until >= 0, course.until < today { noticeOver += 1 }
      case .approved, .settled, .returned:
        guard let day = due.day(of: course.promised), day < today else { continue }
        overdue += 1
        overdueAmount += course.payout - course.paid - course.waiting
        overdueLongest = max(overdueLongest, Int64(today - day))
      case .opened, .verified, .visited, .appraised, .confirmed, .exhausted, .paid, .denied, .pended,
        .withdrawn, .reversed:
        break
      }
    }
    unlistedYears = due.unlisted.sorted()
  }

  private mutating func follow(_ course: CaseCourse) {
    let isBatch = Step.ways[Int(course.way)] == .decide
    for stage in Stage.allCases where course.hasReached(stage) {
      if isBatch { batchReached.add(stage.rawValue) } else { reached.add(stage.rawValue) }
    }
  }

  /// The longest wait in a state; `nil` where nobody waits.
  func longest(_ state: CaseState) -> Int64? {
    CaseState.allCases.firstIndex(of: state).map { longest[$0] }.flatMap { $0 >= 0 ? $0 : nil }
  }
}

/// The last day on which money promised on a day must be in the account, by the scheme's working days.
private struct DueDays {
  private let days: Int?
  private let calendar: WorkingCalendar
  private var known: [Int32: Int32] = [:]
  /// The years of which no public holidays were at hand.
  private(set) var unlisted: Set<Int> = []

  init(_ scheme: Scheme) {
    days = scheme.administration.paymentWorkingDays.value
    calendar = scheme.administration.calendar
  }

  mutating func day(of promised: Int32) -> Int32? {
    guard let days else { return nil }
    if let day = known[promised] { return day }
    guard let from = Day(serial: Int(promised)), let due = calendar.term(workingDays: days, from: from)
    else { return nil }
    unlisted.formUnion(due.unlisted)
    known[promised] = Int32(truncatingIfNeeded: due.last.serial)
    return known[promised]
  }
}

/// The number of days within which a share of steps was done: the smallest that is enough for so many in a hundred.
func daysEnough(for percent: Int64, of days: [Int32: Int64]) -> Int64? {
  let count = days.values.reduce(0, +)
  guard count > 0 else { return nil }
  let wanted = (count * percent + 99) / 100
  var sum: Int64 = 0
  for (day, number) in days.sorted(by: { $0.key < $1.key }) {
    sum += number
    if sum >= wanted { return Int64(day) }
  }
  return nil
}

extension FigureDraft {
  mutating func addCases(_ pair: Pair) {
    let fold = pair.now.fold
    add(.opened, pair) { $0.flows.openedByWay.total }
    add(.openedAmount, pair) { $0.flows.openedAmountByWay.total }
    for (code, way) in Step.ways.enumerated() {
      add(.openedByWay, way.rawValue, pair) { $0.flows.openedByWay[code] }
    }
    for (code, way) in Step.ways.enumerated() {
      add(.openedAmountByWay, way.rawValue, pair) { $0.flows.openedAmountByWay[code] }
    }
    let perils = Reckoning.order(pair.now.scheme.perils.map(\.id), fold.perils)
    add(.openedByPeril, each: perils, pair) { $0.flows.openedByPeril.of($1, in: fold.perils) }
    add(.openedAmountByPeril, each: perils, pair) { $0.flows.openedAmountByPeril.of($1, in: fold.perils) }
    let wholes: [(Measure, Measure, (CaseState) -> Bool)] = [
      (.declared, .declaredAmount, { _ in true }), (.open, .openAmount, { $0.isOpen }),
      (.paidCases, .paidAmount, { $0 == .paid }), (.denied, .deniedAmount, { $0 == .denied }),
      (.withdrawn, .withdrawnAmount, { $0 == .withdrawn || $0 == .reversed }),
    ]
    for (measure, _, states) in wholes { add(measure, pair) { $0.cases.byState.sum(where: states) } }
    for (_, measure, states) in wholes { add(measure, pair) { $0.cases.amounts.sum(where: states) } }
    for state in CaseState.allCases { add(.byState, state.rawValue, pair) { $0.cases.byState[state] } }
    for state in CaseState.allCases { add(.amountByState, state.rawValue, pair) { $0.cases.amounts[state] } }
  }

  mutating func addSteps(_ pair: Pair) {
    for stage in Stage.allCases { add(.reached, stage.word, pair) { $0.cases.reached[stage.rawValue] } }
    for stage in Stage.ofBatch {
      add(.batchReached, stage.word, pair) { $0.cases.batchReached[stage.rawValue] }
    }
    let timed = Stage.timed.dropFirst()
    for stage in timed { add(.done, stage.word, pair) { $0.flows.done[stage.rawValue] } }
    for stage in timed {
      add(.timed, stage.word, pair) { $0.flows.days[stage.rawValue].values.reduce(0, +) }
    }
    for stage in timed {
      add(.median, stage.word, pair, optional: { daysEnough(for: 50, of: $0.flows.days[stage.rawValue]) })
    }
    for stage in timed {
      add(.ninetieth, stage.word, pair, optional: { daysEnough(for: 90, of: $0.flows.days[stage.rawValue]) })
    }
  }

  mutating func addAttention(_ pair: Pair) {
    add(.overdue, pair) { $0.cases.overdue }
    add(.overdueAmount, pair) { $0.cases.overdueAmount }
    add(.overdueLongest, pair, optional: { $0.cases.overdue > 0 ? $0.cases.overdueLongest : nil })
    add(.noticeOver, pair) { $0.cases.noticeOver }
    add(.objectionsOpen, pair) { $0.cases.objectionsOpen }
    let open = CaseState.allCases.filter(\.isOpen)
    for state in open { add(.waitingByStep, state.rawValue, pair) { $0.cases.byState[state] } }
    for state in open { add(.longestByStep, state.rawValue, pair, optional: { $0.cases.longest(state) }) }
    add(.raised, pair) { $0.flows.entries(.object) }
    add(.upheld, pair) { $0.flows.upheld }
    add(.dismissed, pair) { $0.flows.entries(.resolve) - $0.flows.upheld }
    add(.reversals, pair) { $0.flows.entries(.reverse) }
    add(.takenBack, pair) { $0.flows.takenBack }
    add(.redecisions, pair) { $0.flows.entries(.redecide) }
    add(.released, pair) { $0.flows.released }
    add(.supplements, pair) { $0.flows.entries(.supplement) }
    add(.supplementAmount, pair) { $0.flows.amount(.supplement) }
    add(.takenUp, pair) { $0.flows.entries(.takeUp) }
    add(.takenUpAmount, pair) { $0.flows.amount(.takeUp) }
    add(.returned, pair) { $0.flows.returned }
    add(.returnedAmount, pair) { $0.flows.returnedAmount }
    add(.pended, pair) { $0.flows.entries(.pend) }
    add(.withdrawals, pair) { $0.flows.entries(.withdraw) }
  }
}
