import Compare
import TestKit
import Testing
import Units

@Suite("Comparison")
struct ComparisonTests {
  private func decision(
    _ claim: String, _ payout: Int64, _ outcome: ComparedOutcome = .approved, _ reason: String = "covered",
    of household: String = ""
  ) -> ComparedDecision {
    ComparedDecision(
      claim: claim, household: household, outcome: outcome, reason: reason, payout: Yuan(fen: payout))
  }

  private func compare(
    _ a: [ComparedDecision], _ b: [ComparedDecision], isListA: Bool = false, isListB: Bool = false
  ) -> (Comparison, [Difference]) {
    var comparison = Comparison()
    comparison.isListA = isListA
    var found: [Difference] = []
    for decision in a { comparison.addA(decision) }
    for decision in b { if let difference = comparison.addB(decision) { found.append(difference) } }
    comparison.finish(isListB: isListB) { found.append($0) }
    return (comparison, found)
  }

  @Test("an id that stands several times meets its counterparts in order")
  func repeated() {
    let (first, again) = (decision("C", 100), decision("C", 0, .denied, "duplicate-claim"))
    #expect(compare([first, again], [first, again]).0.tally.same == 2)
    let (comparison, found) = compare([first, again, again], [first])
    #expect(comparison.tally.onlyA == 2 && found.allSatisfy { $0.b == nil })
  }

  @Test("where both name households, only the same one's claim is the same claim")
  func households() {
    let (comparison, found) = compare([decision("C", 5, of: "H1")], [decision("C", 5, of: "H2")])
    #expect(comparison.tally.onlyA == 1 && comparison.tally.onlyB == 1 && found.count == 2)
    #expect(compare([decision("C", 5, of: "H1")], [decision("C", 5)]).0.tally.isSame)
    let both = [decision("C", 5, of: "H1"), decision("C", 6, of: "H2")]
    #expect(compare(both, both.reversed()).0.tally.isSame)
  }

  @Test("what is unsaid is not compared; payouts are")
  func unsaid() {
    let list = [decision("C", 5, .unsaid, ""), decision("D", 7, .unsaid, "")]
    let said = [decision("C", 5), decision("D", 8), decision("E", 0, .denied, "income-unknown")]
    for (a, b) in [(said, list), (list, said)] {
      let (comparison, found) = compare(a, b, isListA: a == list, isListB: b == list)
      #expect(comparison.tally.same == 1 && comparison.tally.unlisted == 1 && found.count == 1)
      #expect(found[0].more == Yuan(fen: a == list ? 1 : -1))
    }
  }

  @Test(
    "the differences add up to the difference of the sums, whatever stands on the sides",
    arguments: TestSize.seeds(fast: 4, ordinary: 20, long: 200))
  func sums(seed: UInt64) {
    var random = Seeded(seed: seed)
    func side() -> [ComparedDecision] {
      (0..<200).map { _ in
        decision(
          "C\(Int.random(in: 0..<60, using: &random))", Int64.random(in: 0...3, using: &random),
          [.approved, .denied, .pended].randomElement(using: &random) ?? .approved,
          ["x", "y"].randomElement(using: &random) ?? "",
          of: ["", "H1", "H2"].randomElement(using: &random) ?? "")
      }
    }
    let (a, b) = (side(), side())
    let (comparison, found) = compare(a, b)
    let tally = comparison.tally
    #expect(found.reduce(.zero) { $0 + $1.more } == tally.sumB - tally.sumA)
    #expect(comparison.pairs.values.reduce(.zero) { $0 + $1.more } == tally.sumB - tally.sumA)
    #expect(
      tally.same + tally.different + tally.onlyA == 200 && tally.same + tally.different + tally.onlyB == 200)
    #expect(compare(a, a).0.tally.same == 200)
  }
}
