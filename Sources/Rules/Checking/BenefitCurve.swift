public import Units

/// What a benefit pays over the whole range of costs: warning line, staircase and cap together.
///
/// Made for the checks, which ask at the edges of bands. Inside a band the curve never falls.
public struct BenefitCurve: Hashable, Sendable {
  /// What the subject bears itself, or must have passed.
  public let warningLine: Yuan
  /// What is paid on once the line is passed.
  public let pays: Benefit.Pays
  /// The share that is paid.
  public let staircase: Staircase
  /// The most that is paid, if there is a limit.
  public let cap: Yuan?

  /// The curve of a benefit, or `nil` where a figure it needs is unpublished.
  public init?(_ benefit: Benefit) {
    guard let line = benefit.warningLine.value, let staircase = benefit.staircase.value else { return nil }
    switch benefit.cap {
    case .none: cap = nil
    case .amount(.known(let amount, _), per: _): cap = amount
    case .amount(.unpublished, per: _): return nil
    }
    warningLine = line
    pays = benefit.pays
    self.staircase = staircase
  }

  /// The largest cost that can come together in a policy year.
  static let costLimit = Yuan.accumulatorLimit

  /// What is paid on a cost accumulated in one policy year, line and cap considered.
  public func benefit(onCost cost: Yuan) -> Yuan {
    cost > warningLine ? benefit(onRemaining: remaining(ofCost: cost)) : .zero
  }

  /// What the staircase runs over, for a cost above the line.
  public func remaining(ofCost cost: Yuan) -> Yuan { pays == .excess ? cost - warningLine : cost }

  /// The cost whose staircase argument is `remaining`.
  func cost(ofRemaining remaining: Yuan) -> Yuan {
    pays == .excess ? remaining + warningLine : remaining
  }

  /// The staircase, capped.
  func benefit(onRemaining remaining: Yuan) -> Yuan {
    let paid = staircase.benefit(on: remaining)
    return cap.map { min($0, paid) } ?? paid
  }

  /// The amounts in a band, in fen, that a payable cost can reach; `nil` where there is none.
  func reach(ofBand index: Int) -> ClosedRange<Int64>? {
    let bands = staircase.bands
    let least = pays == .excess ? 1 : warningLine.fen + 1
    let most = BenefitCurve.costLimit.fen - (pays == .excess ? warningLine.fen : 0)
    let first = max(bands[index].first.fen, least)
    let last = index + 1 < bands.count ? bands[index + 1].first.fen - 1 : most
    return first <= last ? first...last : nil
  }

  /// The least remaining cost in a band that pays at least `target`, if any does.
  func least(inBand index: Int, paying target: Yuan) -> Yuan? {
    guard let reach = reach(ofBand: index), benefit(onRemaining: Yuan(fen: reach.upperBound)) >= target
    else { return nil }
    var low = reach.lowerBound
    var high = reach.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if benefit(onRemaining: Yuan(fen: middle)) >= target { high = middle } else { low = middle + 1 }
    }
    return Yuan(fen: low)
  }
}
