import Foundation
import TestKit
import Testing

@Suite("A run knows what earlier runs paid")
struct EarlierRunsTests {
  /// A county whose claims come in three months, each in a file and a dialect of its own.
  private static func months(of county: County, in folder: URL) throws -> [CountyFiles] {
    let third = county.claims.count / 3
    let cuts = [0, third, 2 * third, county.claims.count]
    var random = Seeded(seed: 9)
    return try (0..<3).map { month in
      let part = County(
        households: county.households, claims: Array(county.claims[cuts[month]..<cuts[month + 1]]),
        columns: county.columns)
      return try CountyFiles(
        part, in: folder.appendingPathComponent("month-\(month + 1)"),
        claims: Dialect.any(random.pick(Dialect.Language.allCases), using: &random), households: .plain,
        seed: UInt64(month))
    }
  }

  @Test(
    "Three months are decided as the oracle decides them, detail and all",
    arguments: TestSize.spread(PaperRules.Reading.allCases, fast: 1),
    TestSize.spread(IDOrder.allCases, fast: 1))
  func threeMonths(_ reading: PaperRules.Reading, _ order: IDOrder) throws {
    try withScratchFolder { folder in
      let county = MakeCounty(CountyPlan(seed: 600, claims: 6000, order: order)).county
      var ledger = Ledger()
      var earlier: [String] = []
      var carried = 0
      for files in try EarlierRunsTests.months(of: county, in: folder) {
        let oracle = OracleRun(
          reading, claims: files.claims, register: files.register, earlier: ledger)
        let plain = Disagreements(try EngineRun(reading, files, more: earlier), oracle)
        #expect(plain.isEmpty, "\(files.folder.lastPathComponent)\n\(plain.text)")

        let detailed = try EngineRun(reading, files, named: "detail", more: earlier + ["--detail"])
        let detail = Disagreements(detail: detailed, oracle)
        #expect(detail.isEmpty, "\(files.folder.lastPathComponent)\n\(detail.text)")

        carried += oracle.verdicts.filter { ($0.sums?.paidBefore ?? .zero) > .zero }.count
        ledger = oracle.ledger
        earlier += ["--earlier", detailed.decisionsFile.path]
      }
      #expect(carried > 0)
    }
  }

  @Test(
    "Where no id comes twice, three months joined are one run over all of them",
    arguments: TestSize.spread(PaperRules.Reading.allCases, fast: 1))
  func joined(_ reading: PaperRules.Reading) throws {
    try withScratchFolder { folder in
      let plan = CountyPlan(seed: 700, claims: 6000, order: .shuffled, repeats: false)
      let county = MakeCounty(plan).county
      let whole = try CountyFiles(
        county, in: folder.appendingPathComponent("year"), claims: .plain, households: .plain, seed: 1)
      let atOnce = try EngineRun(reading, whole, more: ["--detail"])

      var earlier: [String] = []
      var joined = Bytes()
      for files in try EarlierRunsTests.months(of: county, in: folder) {
        let run = try EngineRun(reading, files, more: earlier + ["--detail"])
        earlier += ["--earlier", run.decisionsFile.path]
        let headerEnd = run.decisions.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        joined += joined.isEmpty ? run.decisions[...] : run.decisions[headerEnd...]
      }
      #expect(joined.count > 6000)
      #expect(EarlierRunsTests.withoutOrigin(joined) == EarlierRunsTests.withoutOrigin(atOnce.decisions))
    }
  }

  /// Rows without their last cell, which says what they were built on.
  private static func withoutOrigin(_ decisions: Bytes) -> [Bytes] {
    decisions.split(separator: UInt8(ascii: "\n")).map { line in
      Bytes(line.prefix(upTo: line.lastIndex(of: UInt8(ascii: ",")) ?? line.startIndex))
    }
  }
}
