package import Rules
import TestKit
package import Units

/// A county made up for these tests: figures like those of the paper, and a few that nobody has published.
package struct County: Sendable {
  package var reading = Staircase.Reading.whole
  package var illnessCap: Benefit.Cap?
  package var sumOver = Subject.household
  package var pays = Benefit.Pays.excess
  package var silentLine = false
  package var until: Day?
  package var yearStart = PolicyYear.Start.calendar

  package init(
    reading: Staircase.Reading = .whole, illnessCap: Benefit.Cap? = nil, sumOver: Subject = .household,
    pays: Benefit.Pays = .excess, silentLine: Bool = false, until: Day? = nil,
    yearStart: PolicyYear.Start = .calendar
  ) {
    self.reading = reading
    self.illnessCap = illnessCap
    self.sumOver = sumOver
    self.pays = pays
    self.silentLine = silentLine
    self.until = until
    self.yearStart = yearStart
  }

  package static let paper = Provenance.source("plan", locator: Wording(zh: "第三条", en: "article 3"))
  package static let lines = Provenance.source("plan", locator: Wording(zh: "第二条", en: "article 2"))
  package static let taken = Provenance.assumption(
    Wording(zh: "方案未写明，暂按此办理", en: "the plan does not say; taken so for the time being"))

  package var scheme: Scheme {
    Scheme(
      format: 1, id: "test-county",
      name: Wording(zh: "试验县防贫保险方案", en: "Test County Insurance against Poverty"),
      county: Wording(zh: "试验县", en: "Test County"), countyCode: "130999",
      insurer: Wording(zh: "试验保险公司", en: "Test Insurance Company"),
      digest: String(repeating: "0a1b2c3d", count: 8),
      sources: [
        Source(
          id: "plan", title: Wording(zh: "《精准防贫实施方案》", en: "Action Plan on Poverty Prevention"),
          confidence: .a),
        Source(id: "press", title: Wording(zh: "《县报》", en: "County News"), confidence: .b),
        Source(id: "unused", title: Wording(zh: "《旧方案》", en: "An Older Plan"), confidence: .c),
      ],
      effectiveFrom: .known(.of("2017-10-01"), County.taken), effectiveUntil: until,
      roundingProvenance: County.taken, policyYearStart: yearStart, policyYearProvenance: County.taken,
      groups: groups, perils: perils, causes: causes,
      assetLimits: [.known(1, County.taken), .known(0, County.taken), .known(0, County.taken)],
      protectionLine: protectionLine, benefits: benefits, administration: administration, cases: cases)
  }

  private var groups: [Scheme.Group] {
    func group(_ id: String, _ zh: String, _ en: String, _ isProtected: Bool) -> Scheme.Group {
      Scheme.Group(
        id: id, name: Wording(zh: zh, en: en), isProtected: isProtected, provenance: County.lines)
    }
    return [
      group("out-of-poverty", "非高标准脱贫户", "households out of poverty, not to a high standard", true),
      group("low-income", "非贫低收入户", "low-income households never registered as poor", true),
      group("ordinary", "一般户", "ordinary households", false),
    ]
  }

  private var perils: [Scheme.Peril] {
    func peril(_ id: String, _ name: Wording, _ day: Wording, _ cost: Wording) -> Scheme.Peril {
      Scheme.Peril(id: id, name: name, eventDay: day, cost: cost, provenance: County.paper)
    }
    return [
      peril(
        "illness", Wording(zh: "因病", en: "illness"), Wording(zh: "出院日", en: "day of discharge"),
        Wording(zh: "报销后自付的住院费用", en: "inpatient cost left to the household after reimbursement")),
      peril(
        "disaster", Wording(zh: "因灾", en: "disaster"), Wording(zh: "受灾日", en: "day of the disaster"),
        Wording(zh: "灾后自付费用", en: "the household's own payment after the disaster")),
      peril(
        "theft", Wording(zh: "失窃", en: "theft"), Wording(zh: "失窃日", en: "day of the theft"),
        Wording(zh: "牲畜损失", en: "loss of livestock")),
    ]
  }

  private var causes: [Scheme.Cause] {
    func cause(_ id: String, _ name: Wording, _ perils: [Int], _ condition: Bool) -> Scheme.Cause {
      Scheme.Cause(
        id: id, name: name, perils: perils, onlyIfUncompensated: condition, provenance: County.paper)
    }
    return [
      cause("inpatient", Wording(zh: "住院", en: "inpatient treatment"), [0], false),
      cause("traffic-accident", Wording(zh: "交通事故", en: "traffic accident"), [0, 1], true),
    ]
  }

  private var protectionLine: ProtectionLine {
    let standards = [(2016, 295_200), (2017, 295_200), (2018, 299_500)].map {
      ProtectionLine.YearFigure(
        year: $0.0, amount: Yuan(fen: Int64($0.1)),
        provenance: .source("press", locator: Wording(zh: "\($0.0) 年合订本", en: "volume of \($0.0)")))
    }
    let rule = ProtectionLine.Rule.multiple(.known(1_500_000, County.lines))
    return ProtectionLine(rules: [rule, rule, nil], nationalStandard: standards)
  }

  private var benefits: [Benefit] {
    func benefit(
      _ id: String, _ groups: [Int], _ peril: Int, line: Int64, edges: [Int64], percents: [Int64],
      cap: Benefit.Cap
    ) -> Benefit {
      Benefit(
        id: id, groups: groups, peril: peril, sumOver: sumOver, sumOverProvenance: County.taken,
        warningLine: silentLine
          ? .unpublished(Wording(zh: "只见于内部文件", en: "seen in internal papers only"))
          : .known(Yuan(fen: line * 100), County.paper),
        pays: pays, paysProvenance: County.paper,
        staircase: .known(staircase(edges: edges, percents: percents), County.paper), cap: cap)
    }
    let none = Benefit.Cap.none(County.taken)
    return [
      benefit(
        "illness-out-of-poverty", [0], 0, line: 5_000, edges: [10_000, 30_000], percents: [70, 60, 50],
        cap: illnessCap ?? none),
      benefit(
        "illness-low-income", [1], 0, line: 20_000, edges: [50_000, 100_000], percents: [30, 50, 70],
        cap: illnessCap ?? none),
      benefit(
        "disaster", [0, 1], 1, line: 10_000, edges: [10_000, 30_000], percents: [40, 60, 80],
        cap: .amount(.known(Yuan(fen: 3_000_000), County.paper), per: .household)),
    ]
  }

  /// Under the first edge, from it through the second, above that.
  private func staircase(edges: [Int64], percents: [Int64]) -> Staircase {
    let (first, second) = (Yuan(fen: edges[0] * 100), Yuan(fen: edges[1] * 100))
    func band(_ lower: Yuan, _ isIn: Bool, _ upper: Yuan?, _ ends: Bool, _ percent: Int64) -> Staircase.Band {
      Staircase.Band(
        lower: lower, includesLower: isIn, upper: upper, includesUpper: ends, rate: Rate(percent: percent),
        provenance: County.paper)
    }
    return Staircase(
      reading: reading, readingProvenance: County.taken,
      bands: [
        band(.zero, false, first, false, percents[0]), band(first, true, second, true, percents[1]),
        band(second, false, nil, false, percents[2]),
      ])
  }

  private var administration: Administration {
    Administration(
      disclosureDays: .known(7, County.taken),
      paymentWorkingDays: .unpublished(Wording(zh: "别处为五个工作日", en: "elsewhere within five working days")),
      approvalLimits: [
        .init(
          role: "township", name: Wording(zh: "乡镇", en: "township"),
          upTo: .known(Yuan(fen: 500_000), County.taken)),
        .init(role: "county", name: Wording(zh: "县", en: "county"), upTo: .known(nil, County.taken)),
      ],
      premium: .known(Yuan(fen: 5_000), County.lines), cover: .known(Rate(percent: 10), County.lines),
      fund: .known(Yuan(fen: 400_000_000), County.lines), onDeficit: .known(.callCounty, County.taken),
      support: [
        .init(
          id: "loan", name: Wording(zh: "小额贷款", en: "small loan"), groups: [0],
          text: Wording(zh: "创业贴息贷款", en: "a subsidised loan for starting a business"),
          provenance: County.paper)
      ])
  }

  private var cases: [SchemeCase] {
    func example(_ name: Wording, line: Int, payout: Int64, reason: Reason?) -> SchemeCase {
      SchemeCase(
        name: name, place: .init(file: "test.json", line: line, column: 5), group: 0, members: 4,
        income: Yuan(fen: 800_000), assets: [1, 0, 0],
        claims: [
          .init(
            peril: 0, day: .of("2018-03-05"), amount: Yuan(fen: 1_800_000), cause: nil,
            compensated: nil, person: nil, payout: Yuan(fen: payout), reason: reason)
        ])
    }
    return [
      example(
        Wording(zh: "因病，自付一万八", en: "illness, 18,000 left"), line: 12, payout: 780_000, reason: .covered),
      example(
        Wording(zh: "写错的算例", en: "an example that is wrong"), line: 20, payout: 900_000,
        reason: .roundsToZero),
    ]
  }
}
