import Casebook
import Journal

/// What happened within a period.
struct Flows {
  /// By the way a case came in, as a place in ``Step/ways``, and by peril: cases and their amounts.
  private(set) var openedByWay = Tally(), openedAmountByWay = Tally()
  private(set) var openedByPeril = Tally(), openedAmountByPeril = Tally()
  /// By stage: entries that brought a case to it, and after how many days, counted by days.
  private(set) var done = Tally()
  private(set) var days: [[Int32: Int64]] = Stage.allCases.map { _ in [:] }
  /// By reason and by outcome: decisions, what was claimed, and what was awarded.
  private(set) var decided = Tally(), claimed = Tally(), awarded = Tally()
  private(set) var outcomes = Tally(), claimedByOutcome = Tally(), awardedByOutcome = Tally()
  /// By peril, group and township: what was promised and what came to accounts.
  private(set) var promised = Parts(), paid = Parts()
  private(set) var payments: Int64 = 0
  /// By kind of entry, as a place in `EntryKind.allCases`: how many there were, and what they come to.
  private(set) var entries = Tally(), amounts = Tally()
  private(set) var called: Int64 = 0
  private(set) var takenBack: Int64 = 0, released: Int64 = 0
  private(set) var upheld: Int64 = 0
  private(set) var returned: Int64 = 0, returnedAmount: Int64 = 0

  /// A sum of money, by what it was for and by whom it was for.
  struct Parts {
    private(set) var total: Int64 = 0
    private(set) var byPeril = Tally(), byGroup = Tally(), byTownship = Tally()
    /// The township of each household's first sum within the period; −1 where it has none.
    private(set) var townships: [Int32] = []

    fileprivate mutating func add(_ amount: Int64, _ course: CaseCourse) {
      total += amount
      byPeril.add(Int(course.peril), amount)
      byGroup.add(Int(course.group), amount)
      byTownship.add(Int(course.township), amount)
      guard amount > 0 else { return }
      let household = Int(course.household)
      if townships.count <= household {
        townships += repeatElement(-1, count: max(household + 1 - townships.count, townships.count))
      }
      if townships[household] < 0 { townships[household] = course.township }
    }
  }

  mutating func contribute(_ amount: Int64) {
    count(.contribute, amount)
  }

  mutating func count(_ kind: EntryKind, _ amount: Int64) {
    let code = Flows.kinds[kind] ?? 0
    entries.add(code)
    amounts.add(code, amount)
  }

  func entries(_ kind: EntryKind) -> Int64 { entries[Flows.kinds[kind] ?? 0] }
  func amount(_ kind: EntryKind) -> Int64 { amounts[Flows.kinds[kind] ?? 0] }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: EntryKind.allCases.enumerated().map { ($1, $0) })

  mutating func take(_ step: Step, _ passage: StatePassage) {
    let course = passage.course
    called += step.call
    if let stage = passage.stage {
      done.add(stage.rawValue)
      if let taken = passage.days { days[stage.rawValue][taken, default: 0] += 1 }
    }
    // To say where its money is takes no other decision back.
    if step.change != .placesMoney { count(step.kind, step.counted) }
    switch step.change {
    case .opens: open(course)
    case .opensDecided:
      open(course)
      decide(step, course)
    case .decides: decide(step, course)
    case .supplements: if !step.isWaiting { promised.add(step.amount, course) }
    case .promises: promised.add(step.amount, course)
    case .answers: reconcile(step, course)
    case .takesBack:
      released += step.released
      takenBack += step.amount
    case .redecides: released += step.released
    case .repays: takenBack += step.amount
    case .resolves: if step.isYes { upheld += 1 }
    case .goesOn, .amends, .objects, .placesMoney: break
    }
  }

  private mutating func open(_ course: CaseCourse) {
    openedByWay.add(Int(course.way))
    openedAmountByWay.add(Int(course.way), course.amount)
    openedByPeril.add(Int(course.peril))
    openedAmountByPeril.add(Int(course.peril), course.amount)
  }

  private mutating func decide(_ step: Step, _ course: CaseCourse) {
    decided.add(step.reason)
    claimed.add(step.reason, course.amount)
    awarded.add(step.reason, step.payout)
    outcomes.add(step.outcome)
    claimedByOutcome.add(step.outcome, course.amount)
    awardedByOutcome.add(step.outcome, step.payout)
    if !step.isWaiting, step.payout > 0 { promised.add(step.payout, course) }
  }

  private mutating func reconcile(_ step: Step, _ course: CaseCourse) {
    paid.add(step.paid, course)
    released += step.released
    if step.isYes {
      payments += 1
    } else {
      returned += 1
      returnedAmount += step.amount
    }
    guard step.isCorrection else { return }
    // The answer of before is none.
    if step.isYes {
      returned -= 1
      returnedAmount -= step.amount
    } else {
      payments -= 1
    }
  }
}
