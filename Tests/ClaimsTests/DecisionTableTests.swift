import Claims
import Rules
import SchemeKit
import Testing
import Units

/// A situation of the decision table, and what must become of its last claim.
struct TableRow: Sendable, CustomTestStringConvertible {
  var name: String
  var scheme = TableRow.usual
  /// `nil` for one that is not on the register.
  var household: Household? = TableRow.house()
  /// What came before.
  var earlier: [Claim] = []
  var claim = TableRow.claim()
  var reason: Reason
  var payout = "0.00"
  /// All rows among 1 to 15 that stand against the claim; just the reason where not said.
  var findings: [Reason]?
  var testDescription: String { name }

  /// Illness: line 5,000.00, 70 % under 10,000, 60 % to 30,000, 50 % above, on the excess and the whole; disaster: the
  /// same rates by band, capped at 30,000. For poor only.
  static let usual: SchemeSketch = {
    var illness = BenefitSketch()
    illness.line = 500_000
    illness.edges = [1_000_000, 3_000_000]
    illness.isInUpper = [true, false]
    illness.rates = [700_000, 600_000, 500_000]
    var disaster = illness
    disaster.peril = 1
    disaster.reading = .byBand
    disaster.cap = BenefitSketch.Cap(3_000_000, per: .household)
    return SchemeSketch([illness, disaster])
  }()

  static func house(
    group: Int? = 0, members: Int? = 3, income: String? = "0.00", assets: [Int?] = [1, 0, 0],
    isClear: Bool = true
  ) -> Household {
    Household(
      id: "H", group: group, members: members, income: income.flatMap { Yuan($0, signed: true) },
      assets: assets,
      isClear: isClear)
  }

  static func claim(
    _ amount: String = "18000", id: String = "c", household: String = "H", person: String? = nil,
    peril: Int = 0,
    on day: String = "2018-03-05", cause: Int? = nil, compensated: Bool? = nil,
    corrects: Bool = false
  ) -> Claim {
    guard let amount = Yuan(amount), let day = Day(day) else { preconditionFailure("\(amount) on \(day)") }
    return Claim(
      id: id, household: household, person: person, peril: peril, day: day, amount: amount, cause: cause,
      compensated: compensated, corrects: corrects)
  }

  /// A scheme like the usual one.
  static func usual(_ edit: (inout SchemeSketch) -> Void) -> SchemeSketch {
    var sketch = usual
    edit(&sketch)
    return sketch
  }
}

@Suite("The decision table, row by row")
struct DecisionTableTests {
  private typealias Row = TableRow

  static let rows: [TableRow] = refusals + doubts + money

  private static let refusals: [TableRow] = [
    Row(name: "1: the same claim again", earlier: [Row.claim()], reason: .duplicateClaim),
    Row(
      name: "1: the same claim again, though with another cause",
      earlier: [Row.claim(cause: 0)], reason: .duplicateClaim),
    Row(
      name: "1: a claim that was refused, again", household: nil, earlier: [Row.claim()],
      reason: .duplicateClaim,
      findings: [.duplicateClaim, .unknownHousehold]),
    Row(name: "2: its id with another amount", earlier: [Row.claim("18000.01")], reason: .claimIDConflict),
    Row(name: "2: its id on another day", earlier: [Row.claim(on: "2018-03-06")], reason: .claimIDConflict),
    Row(name: "2: its id for another peril", earlier: [Row.claim(peril: 1)], reason: .claimIDConflict),
    Row(
      name: "2: its id for another household", earlier: [Row.claim(household: "G")], reason: .claimIDConflict),
    Row(
      name: "2: the first claim with an id is what it is compared with",
      earlier: [Row.claim(), Row.claim("1")], claim: Row.claim("1"), reason: .claimIDConflict),
    Row(
      name: "2: a correction of no claim", claim: Row.claim(corrects: true), reason: .claimIDConflict),
    Row(
      name: "2a: a correction to nothing", earlier: [Row.claim()], claim: Row.claim("0.00", corrects: true),
      reason: .withdrawn),
    Row(
      name: "2a: a correction to nothing, of whom nobody knows", household: nil, earlier: [Row.claim()],
      claim: Row.claim("0.00", corrects: true), reason: .withdrawn,
      findings: [.withdrawn, .unknownHousehold]),
    Row(name: "3: nobody on the register", household: nil, reason: .unknownHousehold),
    Row(name: "4: an entry that is unclear", household: Row.house(isClear: false), reason: .householdUnclear),
    Row(name: "4: no group", household: Row.house(group: nil), reason: .householdUnclear),
    Row(name: "4: no members", household: Row.house(members: nil), reason: .householdUnclear),
    Row(name: "4: zero members", household: Row.house(members: 0), reason: .householdUnclear),
    Row(name: "5: a group that is not protected", household: Row.house(group: 2), reason: .groupNotCovered),
    Row(
      name: "5: and an asset, and no income",
      household: Row.house(group: 2, income: nil, assets: [2, 0, nil]),
      reason: .groupNotCovered,
      findings: [.groupNotCovered, .disqualifyingAsset, .verificationIncomplete, .incomeUnknown]),
    Row(name: "6: a peril without a benefit", claim: Row.claim(peril: 2), reason: .perilNotCovered),
    Row(name: "6: a group without one", household: Row.house(group: 1), reason: .perilNotCovered),
    Row(
      name: "6: a cause that leads elsewhere", claim: Row.claim(peril: 1, cause: 0), reason: .perilNotCovered),
    Row(name: "7: a day too early", claim: Row.claim(on: "2017-09-30"), reason: .outsideCoveragePeriod),
    Row(
      name: "7: a day too late", scheme: Row.usual { $0.until = Day("2018-03-04") },
      reason: .outsideCoveragePeriod),
    Row(
      name: "8: others have compensated", claim: Row.claim(cause: 1, compensated: true),
      reason: .compensatedElsewhere),
    Row(name: "9: a second dwelling", household: Row.house(assets: [2, 0, 0]), reason: .disqualifyingAsset),
    Row(name: "9: a business", household: Row.house(assets: [1, 1, 0]), reason: .disqualifyingAsset),
    Row(
      name: "9: a vehicle, and nobody asked for businesses", household: Row.house(assets: [1, nil, 1]),
      reason: .disqualifyingAsset, findings: [.disqualifyingAsset, .verificationIncomplete]),
    // 1.5 × 2,952.00 × 3 = 13,284.00
    Row(
      name: "10: an income of the line", household: Row.house(income: "13284.00"),
      reason: .aboveProtectionLine),
    Row(
      name: "10: and an asset missing", household: Row.house(income: "13284.00", assets: [nil, 0, 0]),
      reason: .aboveProtectionLine, findings: [.aboveProtectionLine, .verificationIncomplete]),
    Row(
      name: "10: a published line, 5,100.00 a person",
      scheme: Row.usual {
        $0.line = .published([.init(year: 2018, amount: Yuan(fen: 510_000), provenance: SchemeSketch.assumed)]
        )
        $0.standards = []
      }, household: Row.house(income: "15300.00"), reason: .aboveProtectionLine),
  ]

  private static let doubts: [TableRow] = [
    Row(
      name: "11: nobody said whether others have", claim: Row.claim(cause: 1), reason: .compensationUnknown),
    Row(
      name: "12: dwellings missing", household: Row.house(assets: [nil, 0, 0]),
      reason: .verificationIncomplete),
    Row(
      name: "12: vehicles missing", household: Row.house(assets: [1, 0, nil]), reason: .verificationIncomplete
    ),
    Row(name: "13: income missing", household: Row.house(income: nil), reason: .incomeUnknown),
    Row(
      name: "14: no standard for the year before", claim: Row.claim(on: "2020-01-01"),
      reason: .protectionLineUnknown),
    Row(
      name: "13: and no standard", household: Row.house(income: nil), claim: Row.claim(on: "2020-01-01"),
      reason: .incomeUnknown, findings: [.incomeUnknown, .protectionLineUnknown]),
    Row(
      name: "14: a published line for other years only",
      scheme: Row.usual {
        $0.line = .published([.init(year: 2019, amount: Yuan(fen: 510_000), provenance: SchemeSketch.assumed)]
        )
        $0.standards = []
      }, reason: .protectionLineUnknown),
    Row(
      name: "15: no warning line published", scheme: Row.usual { $0.benefits[0].line = nil },
      reason: .schemeSilent),
    Row(
      name: "15: no staircase published", scheme: Row.usual { $0.benefits[0].rates = nil },
      reason: .schemeSilent),
    Row(
      name: "15: no cap published",
      scheme: Row.usual { $0.benefits[0].cap = BenefitSketch.Cap(nil, per: .household) },
      reason: .schemeSilent),
    Row(name: "15: no first day published", scheme: Row.usual { $0.from = nil }, reason: .schemeSilent),
    Row(
      name: "15: no multiple published",
      scheme: Row.usual { $0.line = .multiple(.unpublished(Wording(zh: "无", en: "none"))) },
      reason: .schemeSilent),
    Row(
      name: "15a: the benefit sums by person, and nobody is named",
      scheme: Row.usual { $0.benefits[0].sumOver = .person }, reason: .personUnknown),
    Row(
      name: "15: the line of persons is not published, and nobody is named",
      scheme: Row.usual { scheme in
        scheme.benefits[0].sumOver = .person
        scheme.benefits[0].line = nil
      }, reason: .schemeSilent, findings: [.schemeSilent, .personUnknown]),
    Row(
      name: "21: somebody is named",
      scheme: Row.usual { $0.benefits[0].sumOver = .person }, claim: Row.claim(person: "p"), reason: .covered,
      payout: "7800.00"),
    Row(
      name: "21: nobody is named, and another benefit sums by person",
      scheme: Row.usual { $0.benefits[1].sumOver = .person }, reason: .covered, payout: "7800.00"),
    Row(
      name: "21: what another benefit does not say is no matter",
      scheme: Row.usual { $0.benefits[1].line = nil }, reason: .covered, payout: "7800.00"),
    Row(
      name: "all that stands against a claim is listed", scheme: Row.usual { $0.benefits[0].line = nil },
      household: Row.house(income: nil, assets: [2, nil, 0]), earlier: [Row.claim(on: "2017-01-01")],
      claim: Row.claim(on: "2017-01-01", cause: 1), reason: .duplicateClaim,
      findings: [
        .duplicateClaim, .outsideCoveragePeriod, .disqualifyingAsset, .compensationUnknown,
        .verificationIncomplete,
        .incomeUnknown, .schemeSilent,
      ]),
  ]

  private static func before(_ amounts: String..., peril: Int = 0, on day: String = "2018-01-01") -> [Claim] {
    amounts.enumerated().map { Row.claim($1, id: "before \($0)", peril: peril, on: day) }
  }

  private static let money: [TableRow] = [
    Row(name: "16: at the line", claim: Row.claim("5000"), reason: .belowWarningLine),
    Row(
      name: "16: at the line with what came before", earlier: before("4999.99"), claim: Row.claim("0.01"),
      reason: .belowWarningLine),
    Row(
      name: "17: the cap was paid", earlier: before("60000", peril: 1), claim: Row.claim("1", peril: 1),
      reason: .capExhausted),
    Row(
      name: "18: the benefit falls at the edge", earlier: before("14999.99"), claim: Row.claim("0.01"),
      reason: .noFurtherBenefit),
    Row(
      name: "19: 70 % of 0.00 and a bit", scheme: Row.usual { $0.benefits[0].rates = [400_000, 0, 0] },
      claim: Row.claim("5000.01"), reason: .roundsToZero),
    Row(
      name: "19: a rate of nothing", scheme: Row.usual { $0.benefits[0].rates = [0, 0, 0] },
      reason: .roundsToZero),
    Row(
      name: "19: a cap of nothing",
      scheme: Row.usual { $0.benefits[0].cap = BenefitSketch.Cap(0, per: .household) }, reason: .roundsToZero),
    // 5,000.01 − line: 0.01 × 0.7 = 0.007 → 0.01
    Row(name: "21: half up to the fen", claim: Row.claim("5000.01"), reason: .covered, payout: "0.01"),
    // 7,000 + 12,000 + 50 % of 22,000 = 30,000
    Row(
      name: "20: just the cap", claim: Row.claim("57000", peril: 1), reason: .coveredToCap, payout: "30000.00"
    ),
    Row(
      name: "21: a fen below it", claim: Row.claim("56999.98", peril: 1), reason: .covered, payout: "29999.99"
    ),
    Row(
      name: "20: up to the cap, less what was paid", earlier: before("15000", peril: 1),
      claim: Row.claim("100000", peril: 1),
      reason: .coveredToCap, payout: "23000.00"),
    Row(name: "21: on the excess, whole", reason: .covered, payout: "7800.00"),
    Row(name: "21: by band", claim: Row.claim(peril: 1), reason: .covered, payout: "8800.00"),
    Row(
      name: "21: what is paid is the difference", earlier: before("14999.99"), claim: Row.claim("20000"),
      reason: .covered,
      payout: "11000.00"),  // 60 % of 29,999.99 is 17,999.99; 6,999.99 was paid
    Row(
      name: "21: on the whole cost once the line is passed",
      scheme: Row.usual { $0.benefits[0].pays = .whole },
      claim: Row.claim("5000.01"), reason: .covered, payout: "3500.01"),
    Row(
      name: "16: a trigger that is not passed", scheme: Row.usual { $0.benefits[0].pays = .whole },
      claim: Row.claim("5000"), reason: .belowWarningLine),
    Row(
      name: "21: income a fen below the line", household: Row.house(income: "13283.99"), reason: .covered,
      payout: "7800.00"),
    Row(
      name: "21: a debt is an income", household: Row.house(income: "-50000"), reason: .covered,
      payout: "7800.00"),
    Row(name: "21: the first day", claim: Row.claim(on: "2017-10-01"), reason: .covered, payout: "7800.00"),
    Row(
      name: "21: the last day", scheme: Row.usual { $0.until = Day("2018-03-05") }, reason: .covered,
      payout: "7800.00"),
    Row(
      name: "21: nobody has compensated", claim: Row.claim(cause: 1, compensated: false), reason: .covered,
      payout: "7800.00"),
    Row(
      name: "21: others have, but the cause does not ask", claim: Row.claim(cause: 0, compensated: true),
      reason: .covered, payout: "7800.00"),
    Row(
      name: "21: assets that do not matter", scheme: Row.usual { $0.assetLimits = [nil, nil, nil] },
      household: Row.house(assets: [9, nil, 9]), reason: .covered, payout: "7800.00"),
    Row(
      name: "21: another year begins at zero", earlier: before("18000", on: "2017-12-31"),
      claim: Row.claim(on: "2018-01-01"),
      reason: .covered, payout: "7800.00"),
    Row(
      name: "21: policy years from 1 April: 31 March and 1 April are two",
      scheme: Row.usual { $0.yearStart = .init(month: 4, day: 1) ?? .calendar },
      earlier: before("18000", on: "2018-03-31"),
      claim: Row.claim(on: "2018-04-01"), reason: .covered, payout: "7800.00"),
    Row(
      name: "18: policy years from 1 April: 1 April and 31 March are one",
      scheme: Row.usual { $0.yearStart = .init(month: 4, day: 1) ?? .calendar },
      earlier: before("14999.99", on: "2018-04-01"), claim: Row.claim("0.01", on: "2019-03-31"),
      reason: .noFurtherBenefit),
    Row(
      name: "21: perils are summed apart", earlier: before("60000", peril: 1), reason: .covered,
      payout: "7800.00"),
    Row(
      name: "21: a claim that did not count adds nothing",
      earlier: [Row.claim("18000", id: "before", cause: 1)], reason: .covered, payout: "7800.00"),
    Row(
      name: "21: the largest claim", claim: Row.claim("100000000"), reason: .covered, payout: "49997500.00"),
  ]

  @Test("gives the reason, the payout and everything that stands", arguments: rows)
  func decides(_ row: TableRow) throws {
    var ledger = Ledger(Adjudicator(scheme: row.scheme.scheme))
    for claim in row.earlier { _ = ledger.decide(claim, for: claim.household == "H" ? row.household : nil) }
    let decision = ledger.decide(row.claim, for: row.household)
    #expect(decision.reason == row.reason)
    #expect(decision.payout.description == row.payout)
    #expect(decision.findings.reasons == row.findings ?? (row.reason.isCounted ? [] : [row.reason]))
    #expect((decision.money != nil) == row.reason.isCounted)
    #expect(decision.outcome == row.reason.outcome)
  }

  @Test("has an example of every row here")
  func everyRow() {
    #expect(Set(Self.rows.map(\.reason)) == Set(Reason.allCases))
    for row in Self.rows where row.name.first?.isNumber == true {
      #expect(
        row.name.hasPrefix("\(row.reason.row): "), "\(row.name)")
    }
  }

  @Test("has the numbers of the rows, in their order, and the codes that files name")
  func codes() {
    let rows = ["1", "2", "2a"] + (3...15).map(String.init) + ["15a"] + (16...21).map(String.init)
    #expect(Reason.allCases.map(\.row) == rows)
    #expect(Set(Reason.allCases.map(\.code)).count == Reason.allCases.count)
    for reason in Reason.allCases { #expect(Reason(code: reason.code) == reason) }
  }

  @Test("has a bit for every row, which comes back as that row")
  func bits() {
    for reason in Reason.allCases {
      #expect(Findings(reason).first == reason)
      #expect(Findings(reason).reasons == (reason.isCounted ? [] : [reason]))
    }
    let against = Reason.allCases.filter { !$0.isCounted }
    #expect(Findings(against.map(Findings.init)).reasons == against)
  }
}
