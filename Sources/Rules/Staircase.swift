public import Units

/// What share of a cost is paid, band by band.
///
/// Bands lie edge to edge from 0 upwards without gap or overlap; the last has no upper edge. Amounts are whole
/// fen, so an open lower edge of 10,000.00 is the same as a closed one of 10,000.01.
public struct Staircase: Hashable, Sendable {
  /// How a rate applies. The paper's "staircase" fits either.
  public enum Reading: String, CaseIterable, Sendable {
    /// One rate, that of the band the cost lies in, on the whole cost. The benefit may fall at an edge.
    case whole
    /// Each slice of the cost at the rate of its own band. The benefit never falls.
    case byBand = "by-band"
  }

  /// One step.
  public struct Band: Hashable, Sendable {
    /// Where it begins.
    public let lower: Yuan
    /// Whether `lower` itself lies in this band.
    public let includesLower: Bool
    /// Where it ends; `nil` in the last band.
    public let upper: Yuan?
    /// Whether `upper` itself lies in this band.
    public let includesUpper: Bool
    /// The share that is paid.
    public let rate: Rate
    /// Where its figures come from.
    public let provenance: Provenance

    /// One step.
    public init(
      lower: Yuan, includesLower: Bool, upper: Yuan?, includesUpper: Bool, rate: Rate, provenance: Provenance
    ) {
      self.lower = lower
      self.includesLower = includesLower
      self.upper = upper
      self.includesUpper = includesUpper
      self.rate = rate
      self.provenance = provenance
    }

    /// The first amount, in whole fen, that lies in this band.
    public var first: Yuan { includesLower ? lower : Yuan(fen: lower.fen + 1) }
  }

  /// How a rate applies.
  public let reading: Reading
  /// Where the reading comes from.
  public let readingProvenance: Provenance
  /// From 0 upwards, edge to edge.
  public let bands: [Band]
  private let steps: [Step]

  /// A band made ready for arithmetic: from `first` fen on, the benefit in millionths of a fen is
  /// `base + rate × (cost − offset)`.
  public struct Step: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let first: Int64
    @usableFromInline let rate: Int64
    @usableFromInline let offset: Int64
    @usableFromInline let base: Int64
  }

  /// The largest edge a staircase may have: 10^10 yuan.
  public static let edgeLimit = Yuan(fen: 1_000_000_000_000)

  /// A staircase of bands that lie edge to edge from 0; the loader has checked that they do.
  public init(reading: Reading, readingProvenance: Provenance, bands: [Band]) {
    precondition(
      !bands.isEmpty && bands.allSatisfy { $0.lower <= Staircase.edgeLimit }, "bands are checked at load")
    self.reading = reading
    self.readingProvenance = readingProvenance
    self.bands = bands
    var base: Int64 = 0
    var steps: [Step] = []
    for band in bands {
      let byBand = reading == .byBand
      steps.append(
        Step(
          first: band.first.fen, rate: band.rate.millionths, offset: byBand ? band.lower.fen : 0,
          base: byBand ? base : 0))
      if let upper = band.upper { base += (upper - band.lower).fen * band.rate.millionths }
    }
    self.steps = steps
  }

  /// What the staircase pays on a cost, before any cap.
  ///
  /// The one rounding there is: half up to the fen, on the cumulative amount. Rounding each bill would let the fen
  /// of ten bills drift from those of one.
  ///
  /// - Parameter cost: the cost the staircase runs over, up to the largest amount there is.
  /// - Returns: zero where `cost` is not above zero.
  /// - Source: Hou, the paragraphs on illness, education and disaster; the rounding is an assumption of each scheme.
  public func benefit(on cost: Yuan) -> Yuan {
    unsafe withSteps { unsafe Staircase.benefit(on: cost, steps: $0) }
  }

  /// The bands made ready for arithmetic, for callers that keep them in a place of their own.
  public func withSteps<Result>(_ body: (UnsafeBufferPointer<Step>) -> Result) -> Result {
    unsafe steps.withUnsafeBufferPointer(body)
  }

  /// ``benefit(on:)`` with the bands as ``withSteps(_:)`` gives them; there is at least one.
  @inlinable
  public static func benefit(on cost: Yuan, steps: UnsafeBufferPointer<Step>) -> Yuan {
    guard cost.fen > 0 else { return .zero }
    var index = 0  // counted rather than searched for: which band it is cannot be guessed
    for next in 1..<max(1, steps.count) { unsafe index &+= cost.fen >= steps[next].first ? 1 : 0 }
    let step = unsafe steps[index]
    if cost.fen < 1 << 42 {  // then the sum stays below 2^63: rates are at most 2^20, bases below 2^60
      return Yuan(fen: (step.base &+ step.rate &* (cost.fen &- step.offset) &+ 500_000) / 1_000_000)
    }
    let wide = Int128(step.base) + Int128(step.rate) * Int128(cost.fen - step.offset)
    return Yuan(fen: Int64((wide + 500_000) / 1_000_000))
  }

  /// The band a cost lies in, as an index into ``bands``; costs of zero or less lie in none.
  public func bandIndex(of cost: Yuan) -> Int? {
    guard cost.fen > 0 else { return nil }
    return steps.lastIndex { $0.first <= cost.fen }
  }

  /// The band a cost lies in; costs of zero or less lie in none.
  public func band(of cost: Yuan) -> Band? { bandIndex(of: cost).map { bands[$0] } }
}
