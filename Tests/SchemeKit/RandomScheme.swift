package import Rules
package import TestKit
import Units

/// Schemes at random, of every shape that a scheme file can have.
package enum RandomScheme {
  /// A benefit of edges up to `scale` fen.
  package static func benefit(_ random: inout Seeded, scale: Int64, neverFalls: Bool = false) -> BenefitSketch
  {
    var sketch = BenefitSketch()
    let edges = Set(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in Int64.random(in: 1...scale, using: &random) })
    sketch.edges = edges.sorted()
    sketch.isInUpper = sketch.edges.map { _ in Bool.random(using: &random) }
    sketch.reading = Staircase.Reading.allCases.randomElement(using: &random) ?? .whole
    var rates = (0...sketch.edges.count).map { _ in rate(&random) }
    if neverFalls, sketch.reading == .whole { rates.sort() }
    sketch.rates = rates
    sketch.line = Int.random(in: 0...3, using: &random) == 0 ? 0 : Int64.random(in: 0...scale, using: &random)
    sketch.pays = Bool.random(using: &random) ? .excess : .whole
    sketch.sumOver = Subject.allCases.randomElement(using: &random) ?? .household
    if Bool.random(using: &random) {
      sketch.cap = BenefitSketch.Cap(
        Int64.random(in: 1...scale, using: &random),
        per: Subject.allCases.randomElement(using: &random) ?? .household)
    }
    return sketch
  }

  /// A benefit of edges of a few yuan and rates of whole tens of percents, so that every fen can be tried.
  package static func smallBenefit(_ random: inout Seeded) -> BenefitSketch {
    var sketch = BenefitSketch()
    let edges = Set(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in Int64.random(in: 1...900, using: &random) })
    sketch.edges = edges.sorted()
    sketch.isNothingInFirst = Bool.random(using: &random)
    sketch.isInUpper = sketch.edges.map { _ in Bool.random(using: &random) }
    sketch.rates = (0...edges.count).map { _ in Int64.random(in: 0...10, using: &random) * 100_000 }
    sketch.reading = Staircase.Reading.allCases.randomElement(using: &random) ?? .whole
    if Int64.random(in: 0...2, using: &random) == 0 {
      sketch.cap = BenefitSketch.Cap(Int64.random(in: 1...500, using: &random), per: .household)
    }
    sketch.line = Int64.random(in: 0...500, using: &random)
    sketch.pays = Bool.random(using: &random) ? .excess : .whole
    return sketch
  }

  /// Whole percents mostly; now and then a rate with all its six decimals.
  private static func rate(_ random: inout Seeded) -> Int64 {
    switch Int.random(in: 0...5, using: &random) {
    case 0: Int64.random(in: 0...1_000_000, using: &random)
    case 1: [0, 1, 999_999, 1_000_000].randomElement(using: &random) ?? 0
    default: Int64.random(in: 0...10, using: &random) * 100_000
    }
  }

  /// A scheme with benefits for the groups poor and low and the perils illness and disaster; now and then a figure is
  /// unpublished, or the policy year begins on another day.
  package static func make(_ random: inout Seeded, scale: Int64, sumOver: Subject? = nil) -> SchemeSketch {
    var benefits: [BenefitSketch] = []
    for peril in 0...1 {
      let isShared = Bool.random(using: &random)
      for groups in isShared ? [[0, 1]] : [[0], [1]] {
        var benefit = benefit(&random, scale: scale)
        benefit.groups = groups
        benefit.peril = peril
        if let sumOver { benefit.sumOver = sumOver }
        switch Int.random(in: 0...15, using: &random) {
        case 0: benefit.line = nil
        case 1: benefit.rates = nil
        case 2: benefit.cap = BenefitSketch.Cap(nil, per: .household)
        default: break
        }
        benefits.append(benefit)
      }
    }
    var sketch = SchemeSketch(benefits)
    if Bool.random(using: &random) {
      sketch.yearStart =
        PolicyYear.Start(
          month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
        ?? .calendar
    }
    if Int.random(in: 0...3, using: &random) == 0 { sketch.until = Day("2018-11-30") }
    return sketch
  }
}
