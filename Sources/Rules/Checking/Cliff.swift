public import Units

/// An edge where one more fen of cost lowers the benefit.
public struct Cliff: Hashable, Sendable {
  /// What stands on one side of the edge.
  public struct Side: Hashable, Sendable {
    /// What the staircase runs over.
    public let remaining: Yuan
    /// The cost of the year.
    public let cost: Yuan
    /// What is paid, after the cap.
    public let benefit: Yuan
  }

  /// An index into ``Scheme/benefits``.
  public let benefit: Int
  /// The band that begins at the edge: an index into ``Staircase/bands``.
  public let band: Int
  /// The last fen before the edge.
  public let before: Side
  /// The first fen behind it.
  public let after: Side
  /// The least higher cost that pays again what was paid before the edge; `nil` where none does.
  public let recovery: Side?

  /// How much one fen of cost takes away.
  public var drop: Yuan { before.benefit - after.benefit }

  /// The cliffs of a benefit, from the lowest edge upwards.
  ///
  /// Where the staircase is read by band there is none.
  static func all(in curve: BenefitCurve, benefit: Int) -> [Cliff] {
    func side(_ remaining: Yuan) -> Side {
      Side(
        remaining: remaining, cost: curve.cost(ofRemaining: remaining),
        benefit: curve.benefit(onRemaining: remaining))
    }
    let bands = curve.staircase.bands.indices
    var lastReached: Int64?
    var cliffs: [Cliff] = []
    for band in bands {
      guard let reach = curve.reach(ofBand: band) else { continue }
      defer { lastReached = reach.upperBound }
      guard let last = lastReached else { continue }
      let before = side(Yuan(fen: last))
      let after = side(Yuan(fen: reach.lowerBound))
      guard after.benefit < before.benefit else { continue }
      let recovery = (band..<bands.upperBound).lazy
        .compactMap { curve.least(inBand: $0, paying: before.benefit) }.first
      cliffs.append(
        Cliff(benefit: benefit, band: band, before: before, after: after, recovery: recovery.map(side)))
    }
    return cliffs
  }
}
