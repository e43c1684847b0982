import Units

/// A band that changes no payout.
public struct DeadBand: Hashable, Sendable {
  /// Why it changes none.
  public enum Cause: String, CaseIterable, Sendable {
    /// No whole fen lies in it.
    case empty
    /// It lies below the warning line, of which all costs paid on the whole are above.
    case belowWarningLine = "below-warning-line"
    /// The cap is reached before it begins.
    case aboveCap = "above-cap"
  }

  /// An index into ``Scheme/benefits``.
  public let benefit: Int
  /// An index into ``Staircase/bands``.
  public let band: Int
  /// Why it changes no payout.
  public let cause: Cause

  static func all(in curve: BenefitCurve, benefit: Int) -> [DeadBand] {
    curve.staircase.bands.indices.compactMap { band in
      cause(band, curve).map { DeadBand(benefit: benefit, band: band, cause: $0) }
    }
  }

  private static func cause(_ index: Int, _ curve: BenefitCurve) -> Cause? {
    let bands = curve.staircase.bands
    let band = bands[index]
    switch curve.staircase.reading {
    case .byBand:
      // A slice without length adds nothing, whichever fen it holds.
      if band.upper == band.lower { return .empty }
    case .whole:
      if index + 1 < bands.count, bands[index + 1].first <= band.first { return .empty }
      if curve.reach(ofBand: index) == nil { return .belowWarningLine }
    }
    let lastBefore = (0..<index).compactMap { curve.reach(ofBand: $0)?.upperBound }.last
    guard let cap = curve.cap, cap > .zero, let lastBefore, let reach = curve.reach(ofBand: index) else {
      return nil
    }
    let isCapped = { (fen: Int64) in curve.benefit(onRemaining: Yuan(fen: fen)) == cap }
    return isCapped(lastBefore) && isCapped(reach.lowerBound) ? .aboveCap : nil
  }
}
