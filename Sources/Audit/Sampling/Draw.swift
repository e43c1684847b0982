package import Casebook
import Journal
package import Units

/// A case of a sample, with the chance it had.
package struct DrawnCase: Hashable, Sendable {
  package let decided: DecidedCase
  /// `Dong/2` where strata were drawn from; `certain` or `chance` where the amount decided.
  package let stratum: String
  /// Its chance is ``chance`` out of ``outOf``, exactly; the two are equal where it was taken for certain.
  package let chance: Int64
  package let outOf: Int64

  package var isCertain: Bool { chance == outOf }
}

/// A part of the population that was drawn from by itself.
package struct DrawnStratum: Hashable, Sendable {
  package let name: String
  /// How many cases it has, and their payouts' sum.
  package let count: Int
  package let sum: Yuan
  /// The largest of them.
  package let largest: Yuan
  /// How many of them are in the sample.
  package let drawn: Int
}

/// A sample: the same for everybody who draws it by the same plan from the same journal.
package struct Draw: Hashable, Sendable {
  package let plan: DrawPlan
  /// The number of cases that could be drawn, and their payouts' sum.
  package let count: Int
  package let sum: Yuan
  /// The limits of the classes of payouts; none where the amount decides.
  package let limits: [Yuan]
  package let strata: [DrawnStratum]
  /// In the order of their numbers.
  package let cases: [DrawnCase]

  /// Draws a sample.
  ///
  /// - Parameter population: what can be drawn, in the order of their numbers.
  package init(_ plan: DrawPlan, from population: [DecidedCase]) throws(DrawFault) {
    guard !population.isEmpty else { throw .nothingToDraw }
    switch plan.method {
    case .stratum: self = try StratumDraw(plan, population).draw()
    case .amount: self = try AmountDraw(plan, population).draw()
    }
  }

  init(
    _ plan: DrawPlan, _ population: [DecidedCase], limits: [Yuan], strata: [DrawnStratum], cases: [DrawnCase]
  ) {
    self.plan = plan
    count = population.count
    sum = population.reduce(.zero) { $0 + $1.payout }
    self.limits = limits
    self.strata = strata
    self.cases = cases.sorted { $0.decided.number < $1.decided.number }
  }

  /// The cases that a plan lets be drawn, out of those that were decided by then.
  package static func population(_ plan: DrawPlan, _ decided: [DecidedCase]) -> [DecidedCase] {
    decided.filter { found in
      if let from = plan.from, found.decidedOn < from { return false }
      if let to = plan.to, found.decidedOn > to { return false }
      return plan.population == .decided || found.state != .denied && found.payout > .zero
    }
  }
}

/// Why no sample can be drawn.
package enum DrawFault: Error, Hashable, Sendable {
  case nothingToDraw
  /// Every stratum needs some cases, and together they need more than was asked for.
  case tooSmall(size: Int, least: Int, strata: Int)
  /// In proportion to payouts, a case without one is never drawn.
  case noAmount(Int)
}

/// A sample of so many cases from each stratum.
struct StratumDraw {
  private let plan: DrawPlan
  private let population: [DecidedCase]

  init(_ plan: DrawPlan, _ population: [DecidedCase]) {
    self.plan = plan
    self.population = population
  }

  func draw() throws(DrawFault) -> Draw {
    let classes = AmountClasses(population.map(\.payout), classes: plan.classes)
    let strata = Stratum.all(of: population, classes)
    let allotment = try allot(strata)
    let tickets = plan.seed.tickets(population.map(\.number))
    var cases: [DrawnCase] = []
    for (stratum, drawn) in zip(strata, allotment.drawn) {
      for index in stratum.cases.sorted(by: { tickets[$0] < tickets[$1] }).prefix(drawn) {
        cases.append(
          DrawnCase(
            decided: population[index], stratum: stratum.name, chance: Int64(drawn),
            outOf: Int64(stratum.cases.count)))
      }
    }
    let drawn = zip(strata, allotment.drawn).map {
      DrawnStratum(name: $0.name, count: $0.cases.count, sum: $0.sum, largest: $0.largest, drawn: $1)
    }
    return Draw(plan, population, limits: classes.limits, strata: drawn, cases: cases)
  }

  private func allot(_ strata: [Stratum]) throws(DrawFault) -> Allotment {
    var allotment = Allotment(strata, plan.allocation)
    if let size = plan.size {
      guard min(size, population.count) >= allotment.size else {
        throw .tooSmall(size: size, least: allotment.size, strata: strata.count)
      }
      while allotment.size < size, allotment.addOne() {}
      return allotment
    }
    let sum = population.reduce(Yuan.zero) { $0 + $1.payout }
    let intervals = Statistics.intervals(plan.assurance)
    while !allotment.isFineEnough(intervals, of: sum), allotment.addOne() {}
    return allotment
  }
}

/// A sample in proportion to payouts: the money laid end to end, and a case taken at every interval.
struct AmountDraw {
  private let plan: DrawPlan
  private let population: [DecidedCase]

  init(_ plan: DrawPlan, _ population: [DecidedCase]) {
    self.plan = plan
    self.population = population
  }

  func draw() throws(DrawFault) -> Draw {
    if let poor = population.first(where: { $0.payout <= .zero }) { throw .noAmount(poor.number) }
    let wanted = plan.size ?? Statistics.intervals(plan.assurance)
    var (left, rest) = (min(wanted, population.count), Array(population.indices))
    var sum = rest.reduce(Int128(0)) { $0 + Int128(population[$1].payout.fen) }
    var certain: [Int] = []
    // What is no smaller than the interval would be met for certain; without it the interval may become smaller.
    while left > 0 {
      let found = rest.filter { Int128(population[$0].payout.fen) * Int128(left) >= sum }
      if found.isEmpty { break }
      certain += found
      rest.removeAll { Int128(population[$0].payout.fen) * Int128(left) >= sum }
      left -= found.count
      sum -= found.reduce(Int128(0)) { $0 + Int128(population[$1].payout.fen) }
    }
    let met = left > 0 ? walk(rest, left, sum) : []
    var cases = certain.map { index in
      DrawnCase(decided: population[index], stratum: "certain", chance: 1, outOf: 1)
    }
    cases += met.map { index in
      DrawnCase(
        decided: population[index], stratum: "chance",
        chance: Int64(Int128(population[index].payout.fen) * Int128(left)), outOf: Int64(sum))
    }
    let strata = [
      stratum("certain", certain, certain.count), stratum("chance", rest, met.count),
    ].filter { $0.count > 0 }
    return Draw(plan, population, limits: [], strata: strata, cases: cases)
  }

  private func stratum(_ name: String, _ indices: [Int], _ drawn: Int) -> DrawnStratum {
    let payouts = indices.map { population[$0].payout }
    return DrawnStratum(
      name: name, count: indices.count, sum: payouts.reduce(.zero, +), largest: payouts.max() ?? .zero,
      drawn: drawn)
  }

  /// Lays the money of cases end to end, in the order of their tickets, and takes the case on which each of `points` points
  /// falls: the first at random within the first interval, each next an interval further.
  private func walk(_ rest: [Int], _ points: Int, _ sum: Int128) -> [Int] {
    let tickets = plan.seed.tickets(rest.map { population[$0].number })
    let order = rest.indices.sorted { tickets[$0] < tickets[$1] }
    let start = Int128(plan.seed.start(below: UInt64(sum)))
    var met: [Int] = []
    var end = Int128(0)
    var point = 0
    for place in order {
      end += Int128(population[rest[place]].payout.fen)
      guard point < points, (start + Int128(point) * sum) / Int128(points) < end else { continue }
      met.append(rest[place])
      point += 1
    }
    return met
  }
}
