import Audit
import Foundation
import TestKit
import Testing

/// Precision and recall on counties with planted fraud. The limits were set on ``tuningSeeds`` alone; what is reported, and
/// what the article shows, comes from others.
@Suite("Anomalies: planted fraud")
struct PlantedFraudTests {
  static let tuningSeeds: [UInt64] = [1, 2, 3]
  static let seeds: [UInt64] = [201, 202, 203, 204, 205]
  /// What holds for all checks together, in percent.
  static let (recall, precision) = (90, 80)
  /// What holds for each check by itself.
  static let (leastRecall, leastPrecision) = (60, 50)

  @Test("each kind of fraud is found, and few innocents with it", .from(.ordinary))
  func measured() throws {
    let measured = try Measured.of(Self.seeds)
    for line in measured.table + measured.missed + measured.alarms { print(line) }
    let article = try Repository.article("Anomalies")
    for line in measured.table {
      #expect(article.contains(line), "the article shows another line than \(line)")
    }
    #expect(Set(Self.seeds).isDisjoint(with: Self.tuningSeeds))
    for code in AnomalyCode.allCases {
      let count = try #require(measured.counts[code])
      #expect(count.planted >= Self.seeds.count, "\(code.rawValue)")
      #expect(Measured.percent(count.found, of: count.planted) >= Self.leastRecall, "\(code.rawValue)")
      #expect(Measured.percent(count.sound, of: count.findings) >= Self.leastPrecision, "\(code.rawValue)")
    }
    #expect(Measured.percent(measured.total.found, of: measured.total.planted) >= Self.recall)
    #expect(Measured.percent(measured.total.sound, of: measured.total.findings) >= Self.precision)
  }

  @Test("and on many more counties", .from(.long))
  func manyMore() throws {
    let measured = try Measured.of(Array(301...350))
    for line in measured.table { print(line) }
    #expect(measured.counts.count == AnomalyCode.allCases.count)
    #expect(Measured.percent(measured.total.found, of: measured.total.planted) >= Self.recall)
    #expect(Measured.percent(measured.total.sound, of: measured.total.findings) >= Self.precision)
  }

  @Test(
    "a check that is switched off or blinded is missed: the measure can fail", .from(.ordinary),
    arguments: tuningSeeds)
  func canary(seed: UInt64) throws {
    let county = PlantedCounty(seed: seed)
    try county.withBook { book, numbers in
      func found(_ code: AnomalyCode, _ only: Set<AnomalyCode>, _ limits: AnomalyLimits) throws
        -> Measured.Count
      {
        var measured = Measured()
        let report = try AnomalySearch.run(book, only: only, limits: limits)
        measured.add(report.findings, county, numbers, seed: seed)
        return try #require(measured.counts[code])
      }
      let all = Set(AnomalyCode.allCases)
      for code in AnomalyCode.allCases {
        let unseen = try found(code, all.subtracting([code]), AnomalyLimits())
        #expect(unseen.planted > 0 && unseen.found == 0, "\(code.rawValue) is switched off")
      }
      for (code, limit, value) in Self.blinds {
        var limits = AnomalyLimits()
        limits[limit] = value
        let unseen = try found(code, [code], limits)
        #expect(unseen.found == 0, "\(code.rawValue) is blinded by \(limit.rawValue)")
      }
    }
  }

  /// A limit that nothing passes, for each check that has one.
  private static let blinds: [(AnomalyCode, AnomalyLimit, Int)] = [
    (.heapAboveLine, .heapLeast, 1000), (.splitOverEdge, .splitDays, -1),
    (.splitOverEdge, .splitGain, 100_000),
    (.farFromPeers, .peers, 1000), (.farFromPeers, .peerMoneyScore, 1_000_000),
    (.approvalBurst, .burstLeast, 1000),
    (.approvalBurst, .burstFaster, 100_000), (.changedBeforeClaim, .changeDays, -400),
    (.changedBeforeClaim, .bulkRows, 0),
  ]
}
