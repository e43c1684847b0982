import Claims
import Rules
import TestKit
import Testing
import Units

@Suite("What an invented county shows")
struct SynthesisReasonsTests {
  /// What the built-in schemes can give: they leave no figure unpublished that a decision needs, and sum by household.
  static let shown = Set(Reason.allCases).subtracting([.schemeSilent, .personUnknown, .withdrawn])

  @Test(
    "a county of 200 households and 400 claims has every reason, whatever the seed",
    arguments: TestSize.seeds(fast: 2, ordinary: 20, long: 200), [1, 2, 12])
  func everyReason(seed: UInt64, months: Int) throws {
    let county = try WrittenCounty(seed: seed, months: months)
    #expect(try Set(reasons(county, BuiltInSchemes.standard)) == SynthesisReasonsTests.shown)
  }

  @Test("by band nothing falls at an edge, so one reason less is certain", arguments: [UInt64](0..<5))
  func byBand(seed: UInt64) throws {
    let seen = Set(try reasons(WrittenCounty(seed: seed), "wei-county-2017-by-band"))
    #expect(seen.isSuperset(of: SynthesisReasonsTests.shown.subtracting([.noFurtherBenefit])))
  }

  @Test(
    "a large county has every reason many times, and many approvals", .from(.ordinary),
    arguments: TestSize.seeds(fast: 1, ordinary: 2, long: 20))
  func large(seed: UInt64) throws {
    let county = try WrittenCounty(households: 20_000, claims: 80_000, seed: seed, months: 12)
    let counts = Dictionary(grouping: try reasons(county, BuiltInSchemes.standard)) { $0 }.mapValues(\.count)
    for reason in SynthesisReasonsTests.shown { #expect(counts[reason, default: 0] >= 10, "\(reason.code)") }
    let paid = counts[.covered, default: 0] + counts[.coveredToCap, default: 0]
    #expect((15...60).contains(paid * 100 / 80_000), "\(paid)")
  }

  @Test(
    "the sums at the edges come out to the fen",
    arguments: [
      ("20000.00", Reason.belowWarningLine, "0.00"), ("5000.01", .covered, "0.01"),
      ("14999.99", .covered, "6999.99"), ("10999.99", .covered, "2999.99"), ("13000.01", .covered, "3000.01"),
      ("47500.00", .coveredToCap, "30000.00"), ("60000.00", .coveredToCap, "30000.00"),
      ("186709.00", .covered, "116696.30"),
    ])
  func edges(amount: String, reason: Reason, payout: String) throws {
    let county = try WrittenCounty()
    let all = zip(county.claims, try decisions(county, BuiltInSchemes.standard))
    let decided = all.filter { $0.0[4] == amount }
    #expect(decided.contains { $0.1.reason == reason && $0.1.payout.description == payout })
  }

  @Test("a claim of January is presented once more at the head of February's file")
  func presentedAgain() throws {
    let county = try WrittenCounty(months: 2)
    let again = county.rows(ofFile: 2)[0]
    #expect(county.rows(ofFile: 1).contains(again))
    let number = county.rows(ofFile: 1).count
    #expect(try decisions(county, BuiltInSchemes.standard)[number].reason == .duplicateClaim)
  }

  private func reasons(_ county: WrittenCounty, _ schemeID: String) throws -> [Reason] {
    try decisions(county, schemeID).map(\.reason)
  }

  /// Decides all months in one run.
  private func decisions(_ county: WrittenCounty, _ schemeID: String) throws -> [Decision] {
    let scheme = try #require(BuiltInSchemes.load(schemeID)?.scheme)
    let register = Dictionary(grouping: county.register) { $0[0] }
    var ledger = Ledger(Adjudicator(scheme: scheme))
    return county.claims.compactMap { row in
      guard let peril = scheme.perils.firstIndex(where: { $0.id == row[2] }), let day = Day(row[3]),
        let amount = Yuan(row[4])
      else {
        Issue.record("cannot be read: \(row)")
        return nil
      }
      let claim = Claim(
        id: row[0], household: row[1], peril: peril, day: day, amount: amount,
        cause: scheme.causes.firstIndex { $0.id == row[6] }, compensated: ["yes": true, "no": false][row[7]])
      return ledger.decide(claim, for: register[row[1]].map { household($0, scheme) })
    }
  }

  private func household(_ rows: [[String]], _ scheme: Scheme) -> Household {
    let row = rows[0]
    return Household(
      id: row[0], group: scheme.groups.firstIndex { $0.id == row[1] }, members: Int(row[2]),
      income: Yuan(row[3], signed: true), assets: row[4...6].map { Int($0) }, isClear: Set(rows).count == 1)
  }
}
