import Casebook
package import Units

/// Cases of one township whose payouts are of one class: what a stratified sample draws from separately.
struct Stratum {
  /// `Dong/2`: the township, or `-` where none is known, and the class.
  let name: String
  /// Its cases, as indices into the population.
  var cases: [Int] = []
  var sum = Yuan.zero
  var largest = Yuan.zero
  fileprivate var squares: UInt128 = 0

  init(_ name: String) { self.name = name }

  mutating func add(_ index: Int, _ payout: Yuan) {
    cases.append(index)
    sum += payout
    largest = max(largest, payout)
    squares += UInt128(payout.fen) * UInt128(payout.fen)
  }

  /// So few cases are all looked at.
  static let wholeUpTo = 4
  /// So many are drawn at least: one case shows no spread.
  static let least = 2

  /// By what it gets its share of the sample.
  func weight(_ allocation: DrawPlan.Allocation) -> UInt128 {
    let count = UInt128(cases.count)
    switch allocation {
    case .money: return UInt128(sum.fen) + 1
    case .cases: return count
    case .spread:
      // The cases times their standard deviation in fen, and a fen a case more, so that no stratum weighs nothing.
      let total = UInt128(sum.fen)
      return Stratum.root(count * squares - total * total) + count
    }
  }

  /// The whole part of a square root.
  static func root(_ square: UInt128) -> UInt128 {
    guard square > 1 else { return square }
    var guess = UInt128(1) << UInt128((128 - square.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (guess + square / guess) / 2
      if next >= guess { return guess }
      guess = next
    }
  }
}

/// Where one class of payouts ends and the next begins.
package struct AmountClasses: Hashable, Sendable {
  /// The largest payout of every class but the last, ascending.
  package let limits: [Yuan]

  /// Cuts payouts into classes with about as much money each. In ascending order, a payout is a limit where all payouts up to
  /// it, times the number of classes, hold the whole sum once more often than those below it do; the largest is none.
  init(_ payouts: [Yuan], classes: Int) {
    let sorted = payouts.sorted()
    let sum = sorted.reduce(Int128(0)) { $0 + Int128($1.fen) }
    var limits: [Yuan] = []
    var (reached, parts) = (Int128(0), Int128(0))
    for (payout, next) in zip(sorted, sorted.dropFirst()) {
      reached += Int128(payout.fen)
      guard payout < next, reached * Int128(classes) / sum > parts else { continue }
      parts = reached * Int128(classes) / sum
      limits.append(payout)
    }
    self.limits = limits
  }

  /// The class of a payout, from 1.
  func number(of payout: Yuan) -> Int { 1 + limits.count { $0 < payout } }
}

extension Stratum {
  /// The strata of a population in the order of their names' bytes.
  static func all(of cases: [DecidedCase], _ classes: AmountClasses) -> [Stratum] {
    var byName: [String: Stratum] = [:]
    for (index, decided) in cases.enumerated() {
      let name = "\(decided.township ?? "-")/\(classes.number(of: decided.payout))"
      byName[name, default: Stratum(name)].add(index, decided.payout)
    }
    return byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// How many cases of each stratum are drawn.
struct Allotment {
  private let strata: [Stratum]
  private let weights: [UInt128]
  private(set) var drawn: [Int]

  /// What every stratum gets whatever its weight.
  init(_ strata: [Stratum], _ allocation: DrawPlan.Allocation) {
    self.strata = strata
    weights = strata.map { $0.weight(allocation) }
    drawn = strata.map { $0.cases.count <= Stratum.wholeUpTo ? $0.cases.count : Stratum.least }
  }

  var size: Int { drawn.reduce(0, +) }

  /// Gives one case more to the stratum with the most weight for what it has: that for which weight² / (drawn · (drawn + 1)) is
  /// largest, the first of several. Strata that are whole get no more.
  ///
  /// - Returns: false where all are whole.
  /// - Source: for shares by cases times spread this gives the least error of all allocations in whole numbers: Wright,
  ///   "The Equivalence of Neyman Optimum Allocation for Sampling and Equal Proportions for Apportioning the U.S. House of
  ///   Representatives", The American Statistician 66 (2012).
  mutating func addOne() -> Bool {
    var best: Int?
    for index in strata.indices where drawn[index] < strata[index].cases.count {
      if let found = best, !isHeavier(index, than: found) { continue }
      best = index
    }
    guard let best else { return false }
    drawn[best] += 1
    return true
  }

  private func isHeavier(_ a: Int, than b: Int) -> Bool {
    let left = product(weights[a], drawn[b])
    let right = product(weights[b], drawn[a])
    return left.high == right.high ? left.low > right.low : left.high > right.high
  }

  /// weight² · n · (n + 1): below 2¹⁷⁴, so the upper half takes what is above 128 bits.
  private func product(_ weight: UInt128, _ count: Int) -> (high: UInt128, low: UInt128) {
    let square = weight.multipliedFullWidth(by: weight)
    let times = UInt128(count) * UInt128(count + 1)
    let low = square.low.multipliedFullWidth(by: times)
    return (square.high * times + low.high, low.low)
  }

  /// Whether no case that is drawn stands for more than one of so many intervals of the money: its payout divided by its chance,
  /// strata that are whole aside.
  func isFineEnough(_ intervals: Int, of sum: Yuan) -> Bool {
    zip(strata, drawn).allSatisfy { stratum, drawn in
      let count = stratum.cases.count
      return drawn == count
        || Int128(stratum.largest.fen) * Int128(count) * Int128(intervals) <= Int128(sum.fen) * Int128(drawn)
    }
  }
}
