import Rules
import Units

/// The county's plan of 2017 as far as decisions need it, so that these tests stand without a scheme file.
enum SchemeForTests {
  static func wei(_ reading: Staircase.Reading) -> Scheme {
    let groups: [(String, Bool)] = [
      ("out-of-poverty", true), ("low-income", true), ("registered-poor", false), ("ordinary", false),
    ]
    let causes: [(String, [Int])] = [
      ("inpatient", [0]), ("long-term-treatment", [0, 2]), ("traffic-accident", [0, 2]),
    ]
    let standards: [Int64] = [2_300, 2_536, 2_625, 2_736, 2_800, 2_855, 2_952, 2_952, 2_995, 3_218, 4_000]
    let multiple = ProtectionLine.Rule.multiple(known(1_500_000))
    return Scheme(
      format: 1, id: "test", name: words, county: words, countyCode: nil, insurer: nil, digest: "",
      sources: [],
      effectiveFrom: Day(year: 2017, month: 10, day: 1).map(known) ?? .unpublished(words),
      effectiveUntil: nil,
      roundingProvenance: here, policyYearStart: .calendar, policyYearProvenance: here,
      groups: groups.map { Scheme.Group(id: $0.0, name: words, isProtected: $0.1, provenance: here) },
      perils: ["illness", "education", "disaster"].map {
        Scheme.Peril(id: $0, name: words, eventDay: words, cost: words, provenance: here)
      },
      causes: causes.map {
        Scheme.Cause(
          id: $0.0, name: words, perils: $0.1, onlyIfUncompensated: $0.0 == "traffic-accident",
          provenance: here)
      },
      assetLimits: [known(1), known(0), known(0)],
      protectionLine: ProtectionLine(
        rules: [multiple, multiple, nil, nil],
        nationalStandard: standards.enumerated().map {
          ProtectionLine.YearFigure(year: 2010 + $0, amount: yuan($1), provenance: here)
        }),
      benefits: [
        benefit([0], 0, line: 5_000, [(0, 70), (10_000, 60), (30_000, 50)], reading),
        benefit([1], 0, line: 20_000, [(0, 30), (50_000, 50), (100_000, 70)], reading),
        benefit([0, 1], 1, line: 8_000, [(0, 100), (3_000, 80), (5_000, 60)], reading),
        benefit([0, 1], 2, line: 10_000, [(0, 40), (10_000, 60), (30_000, 80)], reading, cap: 30_000),
      ],
      administration: Administration(
        disclosureDays: known(7), paymentWorkingDays: known(5), approvalLimits: [], premium: known(yuan(50)),
        cover: known(.zero), fund: known(.zero), onDeficit: known(.callCounty), support: []),
      cases: [])
  }

  private static let words = Wording(zh: "试", en: "test")
  private static let here = Provenance.assumption(words)

  private static func known<Value>(_ value: Value) -> Sourced<Value> { .known(value, here) }
  private static func yuan(_ yuan: Int64) -> Yuan { Yuan(fen: yuan * 100) }

  private static func benefit(
    _ groups: [Int], _ peril: Int, line: Int64, _ steps: [(edge: Int64, percent: Int64)],
    _ reading: Staircase.Reading, cap: Int64? = nil
  ) -> Benefit {
    let bands = steps.indices.map { index in
      Staircase.Band(
        lower: yuan(steps[index].edge), includesLower: index < 2,
        upper: index == 2 ? nil : yuan(steps[index + 1].edge), includesUpper: index == 1,
        rate: Rate(percent: steps[index].percent), provenance: here)
    }
    return Benefit(
      id: "\(peril)-\(groups[0])", groups: groups, peril: peril, sumOver: .household, sumOverProvenance: here,
      warningLine: known(yuan(line)), pays: .excess, paysProvenance: here,
      staircase: known(Staircase(reading: reading, readingProvenance: here, bands: bands)),
      cap: cap.map { .amount(known(yuan($0)), per: .household) } ?? .none(here))
  }
}
