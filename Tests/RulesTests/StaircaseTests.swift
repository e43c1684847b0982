import Rules
import TestKit
import Testing
import Units

@Suite("Staircase")
struct StaircaseTests {
  private static let assumed = Provenance.assumption(Wording(zh: "试", en: "a test"))

  /// Bands that begin at `edges`, which lie in the band that begins there unless `open`.
  static func staircase(
    _ reading: Staircase.Reading, _ bands: [(from: Int64, percent: Int64)], open: Set<Int64> = []
  ) -> Staircase {
    Staircase(
      reading: reading, readingProvenance: assumed,
      bands: bands.indices.map { index in
        let next = index + 1 < bands.count ? bands[index + 1].from : nil
        return Staircase.Band(
          lower: Yuan(fen: bands[index].from * 100), includesLower: !open.contains(bands[index].from),
          upper: next.map { Yuan(fen: $0 * 100) }, includesUpper: next.map { open.contains($0) } ?? false,
          rate: Rate(percent: bands[index].percent), provenance: assumed)
      })
  }

  @Test(
    "pays the one published sum to the fen: 30/50/70/90 % at 50,000/100,000/150,000, by band, on the whole cost"
  )
  func published() throws {
    let staircase = Self.staircase(.byBand, [(0, 30), (50_000, 50), (100_000, 70), (150_000, 90)])
    #expect(try staircase.benefit(on: #require(Yuan("173240.22"))) == Yuan("95916.20"))
  }

  @Test("rounds half up to the fen", arguments: [(1, 50, 1), (1, 49, 0), (3, 50, 2), (30, 5, 2), (29, 5, 1)])
  func rounding(fen: Int64, percent: Int64, paid: Int64) {
    #expect(Self.staircase(.whole, [(0, percent)]).benefit(on: Yuan(fen: fen)).fen == paid)
  }

  @Test(
    "puts each edge into the band that takes it in",
    arguments: [(999_999, 70), (1_000_000, 60), (3_000_000, 60), (3_000_001, 50), (1, 70)])
  func edges(fen: Int64, percent: Int64) {
    let staircase = Self.staircase(.whole, [(0, 70), (10_000, 60), (30_000, 50)], open: [30_000])
    #expect(staircase.band(of: Yuan(fen: fen))?.rate == Rate(percent: percent))
    #expect(staircase.benefit(on: Yuan(fen: fen)).fen == (fen * percent + 50) / 100)
  }

  @Test("pays nothing on nothing", arguments: [0, -1, Int64.min])
  func nothing(fen: Int64) {
    #expect(Self.staircase(.whole, [(0, 100)]).benefit(on: Yuan(fen: fen)) == .zero)
    #expect(Self.staircase(.whole, [(0, 100)]).band(of: Yuan(fen: fen)) == nil)
  }

  @Test("holds the largest amounts there are", arguments: Staircase.Reading.allCases)
  func largest(reading: Staircase.Reading) {
    let staircase = Self.staircase(reading, [(0, 100), (10_000_000_000, 100)])
    for fen in [Int64(1) << 42 - 1, 1 << 42, Yuan.accumulatorLimit.fen] {
      #expect(staircase.benefit(on: Yuan(fen: fen)).fen == fen)
    }
  }

  @Test("never falls by band, and never pays more than the cost", arguments: 1...5 as ClosedRange<UInt64>)
  func byBandRises(seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<TestSize.volume(fast: 4, ordinary: 50, long: 500) {
      let edges = Set((0..<3).map { _ in Int64.random(in: 1...40, using: &random) }).sorted()
      let bands = ([0] + edges).map { (from: $0, percent: Int64.random(in: 0...100, using: &random)) }
      let staircase = Self.staircase(.byBand, bands)
      var last = Yuan.zero
      for fen in Int64(0)...6000 {
        let paid = staircase.benefit(on: Yuan(fen: fen))
        #expect(paid >= last && paid.fen <= fen)
        last = paid
      }
    }
  }
}
