import Batch
import Foundation
import SchemeKit
import Tables
import TestKit
import Testing
import Units

@Suite("The same bytes come out")
struct SameBytesTests {
  /// Spoils a text in `count` places: what a cell, a row or a character rests on goes missing or comes too often.
  private static func spoiled(_ text: String, _ count: Int, _ random: inout Seeded) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x00], [0xFF], [0xE4], Array("住".utf8), [0x20], [0x7B],
      [0x7D], [0x5C], [0x22, 0x22], Array("\"a\nb\"".utf8), [0x09], [0x30], Array("é".utf8), [0x3A],
      Array("\n\n".utf8), Array("  \n".utf8), Array(",,,".utf8),
    ]
    var bytes = Array(text.utf8)
    let start = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    for _ in 0..<count {
      let place = Int.random(in: start...bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1 where place < bytes.count:
        bytes.replaceSubrange(place...place, with: pieces.randomElement(using: &random) ?? [])
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test(
    "from spoiled tables too, with any block size and number of threads",
    arguments: TableFormat.allCases, TestSize.seeds(fast: 4, ordinary: 40, long: 400))
  func spoiledTables(format: TableFormat, seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scheme = RandomScheme.make(&random, scale: 5000).scheme
    let county = RandomCounty(
      seed: seed, claims: 60, order: RandomCounty.Order.allCases.randomElement(using: &random) ?? .long,
      scale: 5000)
    let faults = Int.random(in: 1...30, using: &random)
    try withScratchFolder { folder in
      let files = BatchRun.Files(folder: folder)
      for (name, text) in [
        ("claims", SheetText.claims(county.claims, scheme, format)),
        ("households", SheetText.households(county.households, scheme, format)),
      ] {
        try Data(Self.spoiled(text, faults, &random)).write(to: folder.appendingPathComponent(name))
      }
      let detail = Bool.random(using: &random)
      func run(_ blockSize: Int, _ threads: Int) throws -> BatchRun {
        try BatchRun(scheme, files) {
          $0.blockSize = blockSize
          $0.threads = threads
          $0.detail = detail
          // Else a spoiled byte may change what the encoding is taken for, and with it nothing but the test's reach.
          $0.reading.encoding = .utf8
        }
      }
      let whole = try run(1 << 20, 1)
      for (blockSize, threads) in [(1, 1), (13, 3), (100, 2), (1000, 7), (1 << 20, 2)] {
        #expect(try run(blockSize, threads) == whole, "blocks of \(blockSize), \(threads) threads")
      }
    }
  }

  @Test("and spoiling rows is what that test does: some are rejected, some decided")
  func reach() throws {
    var rejected = 0
    var decided = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = Seeded(seed: seed)
      let scheme = RandomScheme.make(&random, scale: 5000).scheme
      let county = RandomCounty(seed: seed, claims: 60, order: .shuffled, scale: 5000)
      try withTables(
        claims: String(
          decoding: Self.spoiled(SheetText.claims(county.claims, scheme, .csv), 20, &random), as: UTF8.self),
        households: SheetText.households(county.households, scheme, .csv)
      ) { files in
        let run = try BatchRun(scheme, files)
        rejected += run.summary.rejectedClaims
        decided += run.summary.tally.total.claims
      }
    }
    #expect(rejected > 200 && decided > 1000, "\(rejected) rejected, \(decided) decided")
  }
}
