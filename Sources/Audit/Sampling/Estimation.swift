import Casebook
import Units

/// The cases looked at in one part of the population.
struct Sample {
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

  func part(_ name: String, count: Int, sum: Yuan, _ samples: [Sample], _ confidence: Rate)
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
    guard !isWhole, !cases.isEmpty else { return (0, 1) }
    let count = Double(cases.count)
    // By amount each case stands for its error divided by its chance; else for its error times the cases of the stratum.
    let terms = cases.map { found in
      let error = Double(found.error.fen)
      return byAmount
        ? error * Double(found.drawn.outOf) / Double(found.drawn.chance) * count
        : error * Double(stratum.count)
    }
    // One case shows no spread: as much as it stands for may be missing elsewhere.
    guard terms.count > 1 else { return (terms[0] * terms[0], 1) }
    let mean = terms.reduce(0, +) / count
    let spread = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let left = byAmount ? 1 : 1 - count / Double(stratum.count)
    return (spread * left / count, count - 1)
  }

  /// The estimate and as many standard errors above or below as Student's t asks for, with the degrees of freedom after
  /// Satterthwaite where several parts are put together.
  static func bound(_ samples: [Sample], _ confidence: Rate, sign: Double) -> Yuan {
    var estimate = FractionSum()
    var (total, parts) = (0.0, 0.0)
    for sample in samples {
      sample.add(to: &estimate)
      let variance = sample.variance
      total += variance.of
      parts += variance.of * variance.of / variance.degrees
    }
    guard total > 0 else { return estimate.rounded }
    let margin =
      Statistics.student(Statistics.part(confidence), degrees: total * total / parts) * total.squareRoot()
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
  static func upper(_ samples: [Sample], _ confidence: Rate) -> Yuan {
    let confidence = Statistics.part(confidence)
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
