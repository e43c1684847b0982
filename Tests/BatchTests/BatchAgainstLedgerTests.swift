import Batch
import Claims
import Rules
import SchemeKit
import Tables
import TestKit
import Testing
import Units

@Suite("A batch decides as a ledger does")
struct BatchAgainstLedgerTests {
  /// How a run is asked for: everything that must not change what is decided.
  private struct Shape {
    let input: TableFormat
    let output: TableFormat
    let detail: Bool
    let labels: Language?
    let blockSize: Int
    let threads: Int

    init(_ random: inout Seeded) {
      input = TableFormat.allCases.randomElement(using: &random) ?? .csv
      output = TableFormat.allCases.randomElement(using: &random) ?? .csv
      detail = Bool.random(using: &random)
      labels = [nil, .zh, .en].randomElement(using: &random) ?? nil
      blockSize = [1, 7, 64, 300, 4096, 1 << 20].randomElement(using: &random) ?? 1
      threads = [1, 2, 7].randomElement(using: &random) ?? 1
    }
  }

  @Test(
    "over any county and scheme, in any format, with any block size and number of threads",
    arguments: RandomCounty.Order.allCases, TestSize.seeds(fast: 2, ordinary: 24, long: 240))
  func agree(order: RandomCounty.Order, seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scale: Int64 = [300, 5000, 2_000_000].randomElement(using: &random) ?? 300
    let scheme = RandomScheme.make(&random, scale: scale).scheme
    let county = RandomCounty(seed: seed, claims: 150, order: order, scale: scale)
    let knowsMembers = Bool.random(using: &random) && scheme.needsPersons
    let decisions = county.decisions(under: scheme, knowsMembers: knowsMembers)
    #expect(decisions.contains { $0.money != nil } || scheme.benefits.contains(where: \.isSilent))
    for _ in 0..<4 {
      let shape = Shape(&random)
      try withTables(
        claims: SheetText.claims(county.claims, scheme, shape.input),
        households: SheetText.households(county.households, scheme, shape.input)
      ) { files in
        try files.write(county.memberList, "members")
        let run = try BatchRun(scheme, files) {
          if knowsMembers { $0.members = files.path("members") }
          $0.format = shape.output.written
          $0.detail = shape.detail
          $0.labels = shape.labels
          $0.blockSize = shape.blockSize
          $0.threads = shape.threads
        }
        let expected = SheetText.decisions(
          county.claims, decisions, scheme, shape.output, detail: shape.detail, labels: shape.labels)
        #expect(run.decisions == expected, "\(shape)")
        #expect(
          run.payouts
            == SheetText.payouts(
              county.claims, decisions, county.households, shape.output, labels: shape.labels))
        #expect(run.summary.rejectedClaims == 0 && run.summary.households == county.households.count)
        try checkTotals(run.summary, county, decisions)
      }
    }
  }

  /// The control totals are those of the decisions.
  private func checkTotals(
    _ summary: AdjudicationSummary, _ county: RandomCounty, _ decisions: [Decision]
  ) throws {
    let paid = decisions.filter { $0.payout > .zero }
    let sum = paid.reduce(Yuan.zero) { $0 + $1.payout }
    let totals = try #require(summary.payouts)
    #expect(totals.claims == paid.count && totals.payout == sum.fen)
    #expect(summary.tally.total.claims == decisions.count && summary.tally.total.payout == sum.fen)
    for reason in Reason.allCases {
      let those = zip(county.claims, decisions).filter { $1.reason == reason }
      let entry = summary.tally.entry(reason)
      #expect(entry.claims == those.count)
      #expect(entry.amount == those.reduce(0) { $0 + $1.0.amount.fen })
      for peril in 0..<3 {
        #expect(
          summary.tally.entry(reason, peril: peril).claims == those.count { $0.0.peril == peril })
      }
    }
  }

  @Test("and the random counties meet every reason there is")
  func everyReason() {
    var met: Set<Reason> = []
    for seed in 1...120 as ClosedRange<UInt64> {
      var random = Seeded(seed: seed)
      let scheme = RandomScheme.make(&random, scale: 5000).scheme
      let county = RandomCounty(seed: seed, claims: 150, order: .repeated, scale: 5000)
      met.formUnion(county.decisions(under: scheme).map(\.reason))
      let corrected = RandomCounty(seed: seed, claims: 150, order: .corrected, scale: 5000)
      met.formUnion(corrected.decisions(under: scheme).map(\.reason))
    }
    // A ledger is never asked about a household whose entry is unclear but by its missing group or members.
    #expect(met == Set(Reason.allCases), "not met: \(Set(Reason.allCases).subtracting(met))")
  }
}
