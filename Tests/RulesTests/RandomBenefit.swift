import Rules
import TestKit
import Testing
import Units

/// Small benefits at random: edges of a few yuan, so that every fen can be tried.
enum RandomBenefit {
  private static let assumed = Provenance.assumption(Wording(zh: "试", en: "a test"))

  static func make(_ random: inout Seeded) -> Benefit {
    var edges = Set(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in Int64.random(in: 1...900, using: &random) })
    edges.remove(0)
    let starts = [0] + edges.sorted()
    let closed = starts.map { _ in Bool.random(using: &random) }
    let bands = starts.indices.map { index in
      Staircase.Band(
        lower: Yuan(fen: starts[index]), includesLower: closed[index],
        upper: index + 1 < starts.count ? Yuan(fen: starts[index + 1]) : nil,
        includesUpper: index + 1 < starts.count ? !closed[index + 1] : false,
        rate: Rate(percent: Int64.random(in: 0...10, using: &random) * 10), provenance: assumed)
    }
    let reading = Staircase.Reading.allCases.randomElement(using: &random) ?? .whole
    let cap = Int64.random(in: 0...2, using: &random) == 0 ? Int64.random(in: 1...500, using: &random) : nil
    return Benefit(
      id: "random", groups: [0], peril: 0, sumOver: .household, sumOverProvenance: assumed,
      warningLine: .known(Yuan(fen: Int64.random(in: 0...500, using: &random)), assumed),
      pays: Bool.random(using: &random) ? .excess : .whole, paysProvenance: assumed,
      staircase: .known(Staircase(reading: reading, readingProvenance: assumed, bands: bands), assumed),
      cap: cap.map { .amount(.known(Yuan(fen: $0), assumed), per: .household) } ?? .none(assumed))
  }

  /// The small scheme with this one benefit.
  static func scheme(with benefit: Benefit) throws -> Scheme {
    let small = try #require(SchemeLoader.load(bytes: Array(SmallScheme.text.utf8), file: "s.json").scheme)
    return Scheme(
      format: small.format, id: small.id, name: small.name, county: small.county,
      countyCode: small.countyCode, insurer: small.insurer, digest: small.digest, sources: small.sources,
      effectiveFrom: small.effectiveFrom, effectiveUntil: small.effectiveUntil,
      roundingProvenance: small.roundingProvenance, policyYearStart: small.policyYearStart,
      policyYearProvenance: small.policyYearProvenance, groups: small.groups, perils: small.perils,
      causes: small.causes, assetLimits: small.assetLimits, protectionLine: small.protectionLine,
      benefits: [benefit], administration: small.administration, cases: [])
  }
}
