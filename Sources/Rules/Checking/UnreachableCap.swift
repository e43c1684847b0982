public import Units

/// A cap that limits nothing, or everything.
public struct UnreachableCap: Hashable, Sendable {
  /// An index into ``Scheme/benefits``.
  public let benefit: Int
  /// The cap.
  public let cap: Yuan
  /// The most the staircase pays on any cost that can come together in a year.
  public let most: Yuan

  /// - Returns: `nil` where the cap can be reached and pays something, and where there is none.
  static func find(in curve: BenefitCurve, benefit: Int) -> UnreachableCap? {
    guard let cap = curve.cap else { return nil }
    let tops = curve.staircase.bands.indices.compactMap { band in
      curve.reach(ofBand: band).map { curve.staircase.benefit(on: Yuan(fen: $0.upperBound)) }
    }
    let most = tops.max() ?? .zero
    return cap == .zero || most < cap ? UnreachableCap(benefit: benefit, cap: cap, most: most) : nil
  }
}
