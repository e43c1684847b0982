public import Units

/// The most that a household gains by presenting one bill in parts.
///
/// Nothing is clawed back, so a bill presented in parts pays the highest benefit that the sum has passed on its
/// way, while the bill presented whole pays the benefit where it ends.
public struct SplittingGain: Hashable, Sendable {
  /// An index into ``Scheme/benefits``.
  public let benefit: Int
  /// The bill that gains most; of several, the lowest.
  public let bill: Yuan
  /// The parts, in the order presented, that pay most.
  public let parts: [Yuan]
  /// What the bill pays in one piece.
  public let whole: Yuan
  /// What its parts pay together.
  public let split: Yuan

  /// What splitting brings.
  public var gain: Yuan { split - whole }

  /// The largest gain a benefit allows; `nil` where splitting never pays.
  ///
  /// The curve never falls inside a band, so the largest gain lies at the first fen of one, and the highest
  /// benefit passed at the last fen of one before it.
  static func largest(in curve: BenefitCurve, benefit: Int) -> SplittingGain? {
    var best: SplittingGain?
    var peak: (cost: Yuan, benefit: Yuan)?
    for band in curve.staircase.bands.indices {
      guard let reach = curve.reach(ofBand: band) else { continue }
      let first = Yuan(fen: reach.lowerBound)
      let last = Yuan(fen: reach.upperBound)
      let bill = curve.cost(ofRemaining: first)
      let whole = curve.benefit(onRemaining: first)
      if let peak, peak.benefit - whole > best?.gain ?? .zero {
        best = SplittingGain(
          benefit: benefit, bill: bill, parts: [peak.cost, bill - peak.cost], whole: whole,
          split: peak.benefit)
      }
      let top = curve.benefit(onRemaining: last)
      if top > peak?.benefit ?? .zero { peak = (curve.cost(ofRemaining: last), top) }
    }
    return best
  }
}
