import Rules
import SchemeKit
import TestKit
import Testing
import Units

/// What a cliff of the built-in scheme must be, by hand.
struct ExpectedCliff: Sendable {
  let scheme: String
  let benefit: Int
  let remaining: (before: String, after: String)
  let cost: (before: String, after: String)
  let paid: (before: String, after: String)
  let drop: String
  let recovery: String
}

@Suite("Cliffs and splitting")
struct CliffTests {
  /// 70 % of 9,999.99 is 6,999.993; 60 % of 10,000 is 6,000; 60 % reaches 6,999.99 at 11,666.65. And so on.
  static let byHand = [
    ExpectedCliff(
      scheme: "wei-county-2017", benefit: 0, remaining: ("9999.99", "10000.00"),
      cost: ("14999.99", "15000.00"),
      paid: ("6999.99", "6000.00"), drop: "999.99", recovery: "16666.65"),
    ExpectedCliff(
      scheme: "wei-county-2017", benefit: 0, remaining: ("30000.00", "30000.01"),
      cost: ("35000.00", "35000.01"), paid: ("18000.00", "15000.01"), drop: "2999.99", recovery: "40999.99"),
    ExpectedCliff(
      scheme: "wei-county-2017", benefit: 2, remaining: ("2999.99", "3000.00"),
      cost: ("10999.99", "11000.00"),
      paid: ("2999.99", "2400.00"), drop: "599.99", recovery: "11749.99"),
    ExpectedCliff(
      scheme: "wei-county-2017", benefit: 2, remaining: ("5000.00", "5000.01"),
      cost: ("13000.00", "13000.01"),
      paid: ("4000.00", "3000.01"), drop: "999.99", recovery: "14666.66"),
  ]

  @Test("of the scheme as worded are these four, by hand")
  func wei() throws {
    let loading = try #require(BuiltInSchemes.load("wei-county-2017"))
    let cliffs = try #require(SchemeCheck.findings(in: loading)).cliffs
    #expect(cliffs.count == Self.byHand.count)
    for (cliff, expected) in zip(cliffs, Self.byHand) {
      #expect(cliff.benefit == expected.benefit)
      #expect(cliff.before.remaining == Yuan(expected.remaining.before))
      #expect(cliff.after.remaining == Yuan(expected.remaining.after))
      #expect(cliff.before.cost == Yuan(expected.cost.before))
      #expect(cliff.after.cost == Yuan(expected.cost.after))
      #expect(cliff.before.benefit == Yuan(expected.paid.before))
      #expect(cliff.after.benefit == Yuan(expected.paid.after))
      #expect(cliff.drop == Yuan(expected.drop))
      #expect(cliff.recovery?.cost == Yuan(expected.recovery))
    }
  }

  @Test("the largest gains from splitting are these two, by hand")
  func gains() throws {
    let loading = try #require(BuiltInSchemes.load("wei-county-2017"))
    let gains = try #require(SchemeCheck.findings(in: loading)).splittingGains
    #expect(gains.map(\.benefit) == [0, 2])
    #expect(gains.map(\.bill.description) == ["35000.01", "13000.01"])
    #expect(gains.map { $0.parts.map(\.description) } == [["35000.00", "0.01"], ["13000.00", "0.01"]])
    #expect(gains.map(\.whole.description) == ["15000.01", "3000.01"])
    #expect(gains.map(\.split.description) == ["18000.00", "4000.00"])
    #expect(gains.map(\.gain.description) == ["2999.99", "999.99"])
  }

  @Test("read by band, no scheme has any")
  func byBand() throws {
    let loading = try #require(BuiltInSchemes.load("wei-county-2017-by-band"))
    let findings = try #require(SchemeCheck.findings(in: loading))
    #expect(findings.cliffs.isEmpty && findings.splittingGains.isEmpty && !findings.hasErrors)
  }

  @Test(
    "agree with a slow search over every fen", arguments: TestSize.seeds(fast: 4, ordinary: 40, long: 400))
  func slowSearch(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scheme = SchemeSketch([RandomScheme.smallBenefit(&random)]).scheme
    let curve = try #require(BenefitCurve(scheme.benefits[0]))
    let findings = SchemeCheck.findings(in: scheme)
    let most: Int64 = 4000
    let paid = (0...most).map { curve.benefit(onCost: Yuan(fen: $0)) }
    let falls = (1...Int(most)).filter { paid[$0] < paid[$0 - 1] }
    #expect(findings.cliffs.map { Int($0.after.cost.fen) } == falls)
    for cliff in findings.cliffs {
      let at = Int(cliff.after.cost.fen)
      #expect(cliff.before.benefit == paid[at - 1] && cliff.after.benefit == paid[at])
      let back = (at...Int(most)).first { paid[$0] >= paid[at - 1] }
      if let recovery = cliff.recovery, recovery.cost.fen <= most {
        #expect(back.map { Int64($0) } == recovery.cost.fen)
      } else {
        #expect(back == nil)
      }
    }
    var peak = Yuan.zero
    var gain = Yuan.zero
    for amount in paid {
      peak = max(peak, amount)
      gain = max(gain, peak - amount)
    }
    #expect(findings.splittingGains.first?.gain ?? .zero == gain)
    if let found = findings.splittingGains.first {
      #expect(found.parts[0] + found.parts[1] == found.bill)
      #expect(curve.benefit(onCost: found.parts[0]) == found.split)
      #expect(curve.benefit(onCost: found.bill) == found.whole)
    }
  }
}
