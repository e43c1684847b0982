import Journal
import Units

/// The fund as the journal tells it of days up to one: what was recorded of them, in the order of the journal.
struct FundFold {
  /// What of a case a look at the fund needs.
  private struct Course {
    var decidedOn: Day?
    var isCounted = false
    var payout = Yuan.zero
    var waiting = Yuan.zero
  }

  /// The kinds of entry that say something of money.
  static let kinds: [EntryKind] = [
    .contribute, .takeOver, .approve, .decide, .supplement, .takeUp, .reconcile, .reverse, .repaid, .redecide,
  ]

  private let day: Day
  private var cases: [Int: Course] = [:]
  /// What households owe back, by their cases.
  private var claimed: [Int: Yuan] = [:]
  private var answered = Yuan.zero
  /// The day of the first contribution.
  private(set) var firstContribution: Day?
  private(set) var contributed = Yuan.zero
  private(set) var called = Yuan.zero
  private(set) var paid = Yuan.zero
  private(set) var committed = Yuan.zero

  init(upTo day: Day) { self.day = day }

  /// What the county owes. Papers entered late may answer a call before it was made: then nothing is owed.
  var owed: Yuan { max(called - answered, .zero) }
  var left: Yuan { contributed + owed - committed - paid }

  /// The cases of which something waits, and what they wait for together.
  var waiting: (cases: Int, amount: Yuan) {
    let waiting = cases.values.filter { $0.waiting > .zero }
    return (waiting.count, waiting.reduce(.zero) { $0 + $1.waiting })
  }

  /// What households owe back that was paid for decisions since taken back.
  var receivable: Yuan { claimed.values.reduce(.zero, +) }

  /// What was decided from a day on and still stands.
  func decided(from first: Day) -> Yuan {
    cases.values.reduce(.zero) { sum, course in
      guard course.isCounted, let on = course.decidedOn, on >= first else { return sum }
      return sum + course.payout
    }
  }

  /// Takes an entry of one of the kinds.
  mutating func take(_ entry: Entry) throws(CasebookError) {
    guard entry.happenedOn <= day else { return }
    if entry.kind == .contribute {
      let statement = try entry.read(ContributeStatement.self)
      contributed += statement.amount
      answered += statement.answers ?? .zero
      if firstContribution == nil { firstContribution = entry.happenedOn }
      return
    }
    if entry.kind == .takeOver {
      let statement = try entry.read(TakeOverStatement.self)
      paid += statement.paid
      called += statement.owed ?? .zero
      return
    }
    guard let statement = try entry.readStep() else { return }
    let number = statement.step.number
    switch statement.change.what {
    case .decides(let decision), .opensDecided(_, let decision):
      cases[number, default: Course()].decidedOn = entry.happenedOn
      pay(number, decision.payout, decision.call, isWaiting: statement.step.to == .exhausted)
      cases[number]?.isCounted = decision.isCounted
    case .supplements(let more):
      pay(number, more.amount, more.call, isWaiting: more.isWaiting)
      cases[number]?.isCounted = more.again.isCounted
    case .promises(let amount, let call):
      cases[number, default: Course()].waiting += .zero - amount
      committed += amount
      called += call ?? .zero
    case .answers(let answer):
      committed += answer.promised
      paid += answer.paid
      claimed[number]? += answer.paid
    case .takesBack(let reversal):
      cases[number] = nil
      committed = committed - reversal.released
      paid = paid - (reversal.cameBack ?? .zero)
      if reversal.money == .claimed { claimed[number] = reversal.out }
    case .placesMoney(let reversal): claimed[number] = reversal.money == .claimed ? reversal.out : nil
    case .redecides(let less):
      cases[number, default: Course()].payout += less.amount
      cases[number]?.waiting += .zero - less.offWaiting
      committed = committed - less.released
    case .repays(let amount):
      paid = paid - amount
      if let owed = claimed[number] { claimed[number] = owed - amount }
    case .goesOn, .opens, .amends, .objects, .resolves, .sends: break
    }
  }

  private mutating func pay(_ number: Int, _ amount: Yuan, _ call: Yuan?, isWaiting: Bool) {
    cases[number, default: Course()].payout += amount
    called += call ?? .zero
    if isWaiting {
      cases[number]?.waiting += amount
    } else {
      committed += amount
    }
  }
}
