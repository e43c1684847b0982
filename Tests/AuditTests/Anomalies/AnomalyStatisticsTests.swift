import Testing

@testable import Audit

@Suite("Anomalies: statistics")
struct AnomalyStatisticsTests {
  @Test(
    "the tail of the binomial is exact",
    arguments: [
      // Of n trials at hit/whole at least k: one in so many, computed by hand.
      (least: 10, count: 10, hit: 1, whole: 2, oneIn: 1024), (3, 3, 1, 6, 216), (2, 2, 1, 100, 10_000),
      (9, 10, 1, 2, 93),  // 1024 ÷ 11
      (1, 1, 1, 1_000_000, 1_000_000), (5, 10, 1, 2, 1), (0, 7, 1, 3, 1),
    ])
  func tail(_ row: (least: Int, count: Int, hit: Int, whole: Int, oneIn: Int)) {
    #expect(Chance.ofAtLeast(row.least, of: row.count, hit: row.hit, in: row.whole).oneIn == row.oneIn)
  }

  @Test("it agrees with counting all outcomes", arguments: 1...14)
  func counted(_ trials: Int) {
    for least in 1...trials {
      let hits = (0..<(1 << trials)).count { $0.nonzeroBitCount >= least }
      guard least * 2 > trials else { continue }
      #expect(Chance.ofAtLeast(least, of: trials, hit: 1, in: 2).oneIn == (1 << trials) / hits)
    }
  }

  @Test("it reaches far beyond 64 bits, and rises with the count")
  func far() {
    #expect(Chance.ofAtLeast(600, of: 1000, hit: 1, in: 2).oneIn > 1_000_000_000)
    #expect(Chance.ofAtLeast(60_000, of: 100_000, hit: 1, in: 2).oneIn == 1_000_000_000_000_000)
    #expect(
      Chance.ofAtLeast(30, of: 1000, hit: 20, in: 1000) > Chance.ofAtLeast(31, of: 1000, hit: 20, in: 1000))
    #expect(Chance.ofAtLeast(4, of: 9, hit: 0, in: 5).oneIn == 1_000_000_000_000_000)
  }

  @Test("a wild value moves neither the median nor the usual distance from it")
  func spread() throws {
    let calm = try #require(Spread([10, 11, 12, 13, 14, 15, 16]))
    let wild = try #require(Spread([10, 11, 12, 13, 14, 15, 16_000]))
    #expect(calm.median == 13 && wild.median == 13 && calm.deviation == 2 && wild.deviation == 2)
    #expect(calm.score(of: 23) == 337, "0.6745 × 10 ÷ 2")
    #expect(Spread([7, 7, 7])?.deviation == 1 && Spread([1000, 1000])?.deviation == 50)
    #expect(Spread([]) == nil)
  }
}
