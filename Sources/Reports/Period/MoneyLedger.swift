import Casebook
import Journal

/// The fund's money, day by day, in fen.
struct MoneyLedger {
  /// What happened to it on a day, or in all up to one.
  struct Sums: Hashable {
    var contributed: Int64 = 0
    var called: Int64 = 0
    /// What of the calls was contributed.
    var answered: Int64 = 0
    /// Promised or paid: what has left the fund's free money.
    var out: Int64 = 0
    var paid: Int64 = 0

    /// What the county owes. Papers entered late may answer a call before it was made: then nothing is owed.
    var owed: Int64 { max(called - answered, 0) }
    var cameIn: Int64 { contributed + owed }
    /// Promised and not in an account.
    var promised: Int64 { out - paid }
    var left: Int64 { cameIn - out }

    static func += (a: inout Sums, b: Sums) {
      a.contributed += b.contributed
      a.called += b.called
      a.answered += b.answered
      a.out += b.out
      a.paid += b.paid
    }
  }

  private var days: [Int32: Sums] = [:]
  /// The days of contributions, in the order of the journal.
  private(set) var contributions: [Int32] = []

  mutating func take(_ sums: Sums, on day: Int32) { days[day, default: Sums()] += sums }

  mutating func contribute(_ amount: Int64, answering call: Int64, on day: Int32) {
    contributions.append(day)
    take(Sums(contributed: amount, answered: call), on: day)
  }

  /// What a step on a case does to the fund.
  mutating func take(_ step: Step) {
    switch step.change {
    case .decides, .opensDecided:
      take(Sums(called: step.call, out: step.isWaiting ? 0 : step.payout), on: step.day)
    case .supplements: take(Sums(called: step.call, out: step.isWaiting ? 0 : step.amount), on: step.day)
    case .promises: take(Sums(called: step.call, out: step.amount), on: step.day)
    case .answers: take(Sums(out: -step.released, paid: step.paid), on: step.day)
    case .takesBack: take(Sums(out: -step.released - step.amount, paid: -step.amount), on: step.day)
    case .redecides: take(Sums(out: -step.released), on: step.day)
    case .repays: take(Sums(out: -step.amount, paid: -step.amount), on: step.day)
    case .goesOn, .opens, .amends, .objects, .resolves, .placesMoney: break
    }
  }

  /// All up to and with a day.
  func sums(upTo day: Int32) -> Sums {
    days.lazy.filter { $0.key <= day }.reduce(into: Sums()) { $0 += $1.value }
  }
}
