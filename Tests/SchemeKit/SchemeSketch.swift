package import Rules
package import Units

/// A scheme in the few words that tests speak of. Groups: poor, low, rich (not protected), lost (protected, without a
/// line). Perils: illness, disaster, theft. Causes: inpatient (illness), traffic (illness and disaster, only if nobody
/// else has compensated).
package struct SchemeSketch: Sendable {
  package var benefits: [BenefitSketch]
  package var yearStart = PolicyYear.Start.calendar
  /// The first day covered; `nil` for an unpublished one.
  package var from: Day? = Day("2017-10-01")
  package var until: Day?
  /// Dwellings, businesses, vehicles; `nil` where it does not matter.
  package var assetLimits: [Int?] = [1, 0, 0]
  /// The lines of poor and low.
  package var line = ProtectionLine.Rule.multiple(.known(1_500_000, assumed))
  package var standards: [(year: Int, fen: Int64)] = [(2016, 295_200), (2017, 295_200), (2018, 299_500)]

  package static let assumed = Provenance.assumption(Wording(zh: "试", en: "a test"))

  /// A scheme with these benefits.
  package init(_ benefits: [BenefitSketch]) { self.benefits = benefits }

  /// The scheme.
  package var scheme: Scheme {
    let unknown = Wording(zh: "未公布", en: "not published")
    let assumed = SchemeSketch.assumed
    return Scheme(
      format: 1, id: "sketch", name: Wording(zh: "试", en: "a sketch"),
      county: Wording(zh: "某县", en: "a county"),
      countyCode: nil, insurer: nil, digest: String(repeating: "0", count: 64), sources: [],
      effectiveFrom: from.map { .known($0, assumed) } ?? .unpublished(unknown), effectiveUntil: until,
      roundingProvenance: assumed, policyYearStart: yearStart, policyYearProvenance: assumed,
      groups: SchemeSketch.groups, perils: SchemeSketch.perils, causes: SchemeSketch.causes,
      assetLimits: assetLimits.map { limit in limit.map { .known($0, assumed) } },
      protectionLine: ProtectionLine(
        rules: [line, line, nil, nil],
        nationalStandard: standards.map {
          ProtectionLine.YearFigure(year: $0.year, amount: Yuan(fen: $0.fen), provenance: assumed)
        }),
      benefits: benefits.enumerated().map { $1.benefit(id: "b\($0)") }, administration: SchemeSketch.running,
      cases: [])
  }

  private static let groups = [
    ("poor", "贫困户", true), ("low", "低收入户", true), ("rich", "一般户", false), ("lost", "失联户", true),
  ].map {
    Scheme.Group(id: $0.0, name: Wording(zh: $0.1, en: $0.0), isProtected: $0.2, provenance: assumed)
  }

  private static let perils = [("illness", "因病"), ("disaster", "因灾"), ("theft", "失窃")].map {
    let name = Wording(zh: $0.1, en: $0.0)
    return Scheme.Peril(id: $0.0, name: name, eventDay: name, cost: name, provenance: assumed)
  }

  private static let causes = [("inpatient", "住院", [0], false), ("traffic", "交通事故", [0, 1], true)].map {
    Scheme.Cause(
      id: $0.0, name: Wording(zh: $0.1, en: $0.0), perils: $0.2, onlyIfUncompensated: $0.3,
      provenance: assumed)
  }

  private static var running: Administration {
    let unknown = Wording(zh: "未公布", en: "not published")
    return Administration(
      disclosureDays: .unpublished(unknown), paymentWorkingDays: .unpublished(unknown), approvalLimits: [],
      premium: .unpublished(unknown), cover: .unpublished(unknown), fund: .unpublished(unknown),
      onDeficit: .unpublished(unknown), support: [])
  }
}
