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
    let confidence = draw.plan.assurance.confidence
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
