import Audit
import Casebook
import Journal
import TestKit
import Testing
import Units

/// Draws many samples from a county whose errors are known.
@Suite("Extrapolation")
struct ExtrapolationTests {
  @Test(
    "the bounds hold as often as they say, and the estimates lie around the truth", .from(.ordinary),
    arguments: [
      (DrawPlan.Method.stratum, 80, 200), (.stratum, 300, 150), (.amount, 80, 120), (.amount, 300, 120),
    ])
  func simulation(method: DrawPlan.Method, wrong: Int, size: Int) throws {
    let county = try County(1500, wrong: wrong, seed: UInt64(wrong))
    let truth = county.error
    let over = county.cases.reduce(Int64(0)) {
      $0 + max(0, $1.payout.fen - (county.audited[$1.number]?.fen ?? 0))
    }
    let rounds = TestSize.volume(fast: 140, ordinary: 140, long: 1400)
    var (below, above, sum) = (0, 0, 0.0)
    var sumOfLower = 0.0
    for round in 0..<rounds {
      let draw = try Draw(DrawTests.plan(method, size: size, words: "round \(round)"), from: county.cases)
      let found = Extrapolation(try county.audit(draw), of: draw)
      if found.whole.lower.fen <= truth { below += 1 }
      if found.upper.fen >= over { above += 1 }
      sum += Double(found.whole.estimate.fen)
      sumOfLower += Double(found.whole.lower.fen)
    }
    let mean = sum / Double(rounds) / Double(truth)
    #expect(Double(below) >= 0.95 * Double(rounds), "the lower bound held \(below) times of \(rounds)")
    #expect(Double(above) >= 0.95 * Double(rounds), "the upper bound held \(above) times of \(rounds)")
    #expect(abs(mean - 1) < 0.06, "the mean of the estimates is \(mean) of the truth")
    #expect(sumOfLower > 0, "a bound that says nothing holds always")
  }

  @Test(
    "no error leaves an upper bound, and a tolerable one where the size was told from it",
    arguments: DrawPlan.Method.allCases)
  func clean(method: DrawPlan.Method) throws {
    let county = try County(2000, wrong: 0, seed: 5)
    let draw = try Draw(DrawTests.plan(method), from: county.cases)
    let found = Extrapolation(try county.audit(draw), of: draw)
    #expect(found.whole.estimate == .zero && found.whole.lower == .zero && found.upper > .zero)
    #expect(found.isTolerable)
    #expect(draw.cases.count < 1000)
  }

  @Test("a whole population leaves nothing to chance", arguments: DrawPlan.Method.allCases)
  func whole(method: DrawPlan.Method) throws {
    let county = try County(300, wrong: 200, seed: 6)
    let draw = try Draw(DrawTests.plan(method, size: 300), from: county.cases)
    let found = Extrapolation(try county.audit(draw), of: draw)
    #expect(found.whole.estimate.fen == county.error && found.whole.lower.fen == county.error)
    #expect(
      found.whole.overpaid - found.whole.underpaid == found.whole.estimate && found.whole.underpaidCases > 0)
    #expect(found.upper >= found.whole.overpaid)
  }

  @Test("one case drawn by chance shows no spread, and nothing may be claimed back for it")
  func single() throws {
    let cases = [100_000, 900, 1000, 1100].enumerated().map { index, fen in
      DecidedCase(
        number: index + 1, claimID: "C", household: "H", township: "T", decidedOn: County.day, state: .paid,
        payout: Yuan(fen: Int64(fen)))
    }
    let draw = try Draw(DrawTests.plan(.amount, size: 2), from: cases)
    #expect(draw.strata.map(\.drawn) == [1, 1] && draw.strata.map(\.count) == [1, 3])
    let found = Extrapolation(draw.cases.map { AuditedCase(drawn: $0, audited: .zero) }, of: draw)
    #expect(found.whole.estimate == draw.sum && found.whole.lower < Yuan(fen: 100_000))
  }
}
