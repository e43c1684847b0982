import Claims
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("A correction")
struct CorrectionTests {
  private static func claim(
    _ amount: String, id: String, corrects: Bool = false, household: String = "H"
  ) -> Claim {
    let plain = TableRow.claim(amount, id: id)
    return Claim(
      id: id, household: household, person: plain.person, peril: plain.peril, day: plain.day,
      amount: plain.amount, cause: plain.cause, compensated: plain.compensated, corrects: corrects)
  }

  private static func decide(_ claims: [Claim]) -> [Decision] {
    var ledger = Ledger(Adjudicator(scheme: SchemeSketch([BenefitSketch()]).scheme))
    return claims.map { ledger.decide($0, for: TableRow.house()) }
  }

  @Test("takes the place of the counted claim: what was paid stays paid")
  func replaces() {
    let decisions = Self.decide([
      Self.claim("100.00", id: "a"), Self.claim("50.00", id: "b"),
      Self.claim("40.00", id: "a", corrects: true), Self.claim("80.00", id: "c"),
    ])
    #expect(decisions.map(\.reason) == [.covered, .covered, .noFurtherBenefit, .covered])
    #expect(decisions.map { $0.payout.fen } == [10000, 5000, 0, 2000])
    #expect(decisions.compactMap { $0.money?.accumulator.fen } == [10000, 15000, 9000, 17000])
  }

  @Test("to 0.00 withdraws; of no claim it is a conflict; of one that was not counted it is any claim")
  func others() {
    let decisions = Self.decide([
      Self.claim("100.00", id: "a"), Self.claim("0.00", id: "a", corrects: true),
      Self.claim("30.00", id: "x", corrects: true), Self.claim("30.00", id: "x", corrects: true),
      Self.claim("100.00", id: "a"), Self.claim("99.00", id: "a"), Self.claim("120.00", id: "d"),
    ])
    #expect(
      decisions.map(\.reason) == [
        .covered, .withdrawn, .claimIDConflict, .noFurtherBenefit, .duplicateClaim, .claimIDConflict,
        .covered,
      ])
    #expect(decisions.compactMap { $0.money?.accumulator.fen } == [10000, 3000, 15000])
    #expect(decisions.last?.payout.fen == 5000)
  }

  @Test(
    "leaves the accounts as the last values of all claims make them",
    arguments: TestSize.seeds(fast: 15, ordinary: 150, long: 1500))
  func lastValues(seed: UInt64) {
    var random = Seeded(seed: seed)
    let scheme = RandomScheme.make(&random, scale: 1000, sumOver: .household).scheme
    var ledger = Ledger(Adjudicator(scheme: scheme))
    var values: [String: Int64] = [:]
    var paid: Int64 = 0
    for _ in 0..<30 {
      let id = "\(Int.random(in: 0...9, using: &random))"
      let fen = Int64.random(in: values[id] == nil ? 1...1000 : 0...1000, using: &random)
      let claim = Self.claim("\(Yuan(fen: fen))", id: id, corrects: values[id] != nil)
      let decision = ledger.decide(claim, for: TableRow.house())
      values[id] = fen
      guard let money = decision.money else {
        #expect(decision.payout == .zero)
        continue
      }
      #expect(money.accumulator.fen == values.values.reduce(0, +))
      #expect(money.paidBefore.fen == paid && decision.payout.fen == max(0, money.benefit.fen - paid))
      paid += decision.payout.fen
    }
  }
}
