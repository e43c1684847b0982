import Casebook
package import Units

/// What a sample's errors say about all that could be drawn. What was found is exact; what it says about the rest is an estimate,
/// rounded to the fen once.
package struct Extrapolation: Hashable, Sendable {
  /// One part of the population, or all of it.
  package struct Part: Hashable, Sendable {
    package let name: String
    /// Its cases, their payouts' sum, and how many were looked at.
    package let count: Int
    package let sum: Yuan
    package let drawn: Int
    /// What was found, exactly: cases paid too much and by how much in all, and too little.
    package let overpaidCases: Int
    package let overpaid: Yuan
    package let underpaidCases: Int
    package let underpaid: Yuan
    /// What was paid too much in the whole part, less what was paid too little.
    package let estimate: Yuan
    /// That it is at least this much can be said with the confidence of the draw.
    package let lower: Yuan
  }

  package let parts: [Part]
  package let whole: Part
  /// That no more than this was paid too much can be said with the confidence of the draw.
  package let upper: Yuan
  /// What could still be tolerated.
  package let tolerable: Yuan

  /// Whether the draw shows that no more than what is tolerable was paid too much.
  package var isTolerable: Bool { upper <= tolerable }

  /// - Parameter cases: every case of the draw.
  package init(_ cases: [AuditedCase], of draw: Draw) {
    precondition(cases.count == draw.cases.count, "every case of a sample counts")
    let confidence = Statistics.part(draw.plan.assurance.confidence)
    let samples = draw.strata.map { stratum in
      Sample(
        stratum, cases.filter { $0.drawn.stratum == stratum.name }, byAmount: draw.plan.method == .amount)
    }
    parts = samples.map {
      $0.part($0.stratum.name, count: $0.stratum.count, sum: $0.stratum.sum, [$0], confidence)
    }
    let all = Sample(cases)
    whole = all.part("", count: draw.count, sum: draw.sum, samples, confidence)
    let millionths = draw.plan.assurance.tolerable.millionths
    tolerable = Yuan(fen: Int64(Int128(draw.sum.fen) * Int128(millionths) / 1_000_000))
    var bound = Sample.upper(samples, confidence)
    // Errors that are few and large escape Student's t, many that are small hardly move the factors: the larger of both holds.
    if draw.plan.method == .stratum { bound = max(bound, Sample.bound(samples, confidence, sign: 1)) }
    upper = min(draw.sum, bound)
  }
}

/// The cases looked at in one part of the population.
private struct Sample {
  let stratum: DrawnStratum
  let cases: [AuditedCase]
  /// Whether each case had a chance of its own, in proportion to its payout.
  let byAmount: Bool

  init(_ stratum: DrawnStratum, _ cases: [AuditedCase], byAmount: Bool) {
    self.stratum = stratum
    self.cases = cases
    self.byAmount = byAmount
  }

  /// All cases together, to add up what was found.
  init(_ cases: [AuditedCase]) {
    let none = DrawnStratum(name: "", count: cases.count, sum: .zero, largest: .zero, drawn: cases.count)
    self.init(none, cases, byAmount: false)
  }

  func part(_ name: String, count: Int, sum: Yuan, _ samples: [Sample], _ confidence: Double)
    -> Extrapolation.Part
  {
    let (over, under) = (cases.filter { $0.error > .zero }, cases.filter { $0.error < .zero })
    var estimate = FractionSum()
    for sample in samples { sample.add(to: &estimate) }
    return Extrapolation.Part(
      name: name, count: count, sum: sum, drawn: cases.count, overpaidCases: over.count,
      overpaid: over.reduce(.zero) { $0 + $1.error }, underpaidCases: under.count,
      underpaid: under.reduce(.zero) { $0 - $1.error }, estimate: estimate.rounded,
      lower: Sample.bound(samples, confidence, sign: -1))
  }

  /// Every error divided by the chance of its case.
  private func add(to sum: inout FractionSum) {
    for found in cases {
      sum.add(Int128(found.error.fen) * Int128(found.drawn.outOf), over: Int128(found.drawn.chance))
    }
  }

  /// Whether nothing is left to chance: every case was looked at.
  private var isWhole: Bool { stratum.drawn == stratum.count }

  /// The variance of the estimate, and its degrees of freedom.
  private var variance: (of: Double, degrees: Double) {
    guard !isWhole, cases.count > 1 else { return (0, 1) }
    let count = Double(cases.count)
    // By amount each case stands for its error divided by its chance; else for its error times the cases of the stratum.
    let terms = cases.map { found in
      let error = Double(found.error.fen)
      return byAmount
        ? error * Double(found.drawn.outOf) / Double(found.drawn.chance) * count
        : error * Double(stratum.count)
    }
    let mean = terms.reduce(0, +) / count
    let spread = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let left = byAmount ? 1 : 1 - count / Double(stratum.count)
    return (spread * left / count, count - 1)
  }

  /// The estimate and as many standard errors above or below as Student's t asks for, with the degrees of freedom after
  /// Satterthwaite where several parts are put together.
  static func bound(_ samples: [Sample], _ confidence: Double, sign: Double) -> Yuan {
    var estimate = FractionSum()
    var (total, parts) = (0.0, 0.0)
    for sample in samples {
      sample.add(to: &estimate)
      let variance = sample.variance
      total += variance.of
      parts += variance.of * variance.of / variance.degrees
    }
    guard total > 0 else { return estimate.rounded }
    let margin = Statistics.student(confidence, degrees: total * total / parts) * total.squareRoot()
    return estimate.rounded(adding: sign * margin)
  }

  /// The most money that one case of it stands for; nothing where all were looked at.
  private var interval: Double {
    guard !isWhole, stratum.drawn > 0 else { return 0 }
    let money = byAmount ? Double(stratum.sum.fen) : Double(stratum.largest.fen) * Double(stratum.count)
    return money / Double(stratum.drawn)
  }

  /// The classic bound from factors: what errors were found for certain, and for the rest the interval times the factor of no
  /// error, plus for each error, the worst first, what it stands for times the step to the next factor.
  static func upper(_ samples: [Sample], _ confidence: Double) -> Yuan {
    let interval = samples.reduce(0) { max($0, $1.interval) }
    var certain = FractionSum()
    var errors: [Double] = []
    for found in samples.flatMap(\.cases) where found.error > .zero {
      if found.drawn.isCertain {
        certain.add(Int128(found.error.fen), over: 1)
      } else {
        errors.append(Double(found.error.fen) * Double(found.drawn.outOf) / Double(found.drawn.chance))
      }
    }
    var bound = interval * Statistics.factor(0, confidence)
    for (index, error) in errors.sorted(by: >).enumerated() {
      let step =
        Statistics.factor(Double(index + 1), confidence) - Statistics.factor(Double(index), confidence)
      bound += error * step
    }
    return certain.rounded(adding: bound)
  }
}

/// A sum of fractions of fen: whole fen exactly, and what is left of each, below one fen, as a remainder.
private struct FractionSum {
  private var fen = Int128(0)
  private var left = 0.0

  mutating func add(_ numerator: Int128, over denominator: Int128) {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    fen += quotient
    left += Double(remainder) / Double(denominator)
  }

  var rounded: Yuan { rounded(adding: 0) }

  /// Rounded to the fen, once.
  func rounded(adding more: Double) -> Yuan {
    let limit = 9e18
    let rest = min(max((left + more).rounded(), -limit), limit)
    return Yuan(fen: Int64(clamping: fen + Int128(rest)))
  }
}
