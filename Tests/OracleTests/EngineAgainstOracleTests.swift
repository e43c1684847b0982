import Foundation
import TestKit
import Testing

/// How much is compared: a million claims in an ordinary run, a tenth of it in debug, where the oracle is slow.
enum Workload {
  static let claims = TestSize.volume(fast: 12_000, ordinary: ordinary, long: 10_000_000)

  private static let ordinary: Int = {
    #if DEBUG
      return 100_000
    #else
      return 1_000_000
    #endif
  }()

  /// One large county, which keeps every core busy, and many of ordinary size with different shapes.
  static let plans: [CountyPlan] = {
    // A smaller county need not meet every row of the table.
    let least = TestSize.volume(fast: 4_000, ordinary: 10_000, long: 10_000)
    var plans = [CountyPlan(seed: 1000, claims: max(4_000, claims / 5), order: .blocks)]
    while plans.reduce(0, { $0 + $1.claims }) < claims {
      plans.append(CountyPlan(seed: 1000 + UInt64(plans.count), claims: max(least, claims / 40)))
    }
    return plans
  }()
}

@Suite("The engine decides as the oracle does")
struct EngineAgainstOracleTests {
  @Test("The workload is as large as promised")
  func workload() {
    #expect(Workload.plans.reduce(0) { $0 + $1.claims } >= Workload.claims)
    #expect(Set(Workload.plans.map { "\($0.order)" }).count >= min(7, Workload.plans.count))
    #expect(Set(Workload.plans.map(\.corrects)).count == 2)
    let forms = Workload.plans.map { Form.drawn(by: $0.seed) }
    #expect(Set(forms.map(\.claims)).count >= min(Form.allCases.count, forms.count))
    #expect(Set(forms.map(\.households)).count >= min(Form.allCases.count, forms.count))
  }

  @Test("Every decision, payout and reject of a county, under both readings", arguments: Workload.plans)
  func county(_ plan: CountyPlan) throws {
    try withScratchFolder { folder in
      var random = Seeded(seed: plan.seed)
      let languages = Dialect.Language.allCases
      let forms = Form.drawn(by: plan.seed)
      let claims = Dialect.any(random.pick(languages), as: forms.claims, using: &random)
      let households = Dialect.any(random.pick(languages), as: forms.households, using: &random)
      let files = try CountyFiles(
        MakeCounty(plan).county, in: folder, claims: claims, households: households, seed: plan.seed)
      for reading in PaperRules.Reading.allCases {
        let oracle = OracleRun(reading, claims: files.claims, register: files.register)
        let engine = try EngineRun(reading, files)
        let parted = Disagreements(engine, oracle)
        #expect(parted.isEmpty, "\(plan.testDescription), \(claims), \(households)\n\(parted.text)")

        var hits = Hits()
        hits.add(oracle)
        #expect(hits.missedRows.isEmpty, "\(hits.table)")
        #expect(hits.missedCorrections.isEmpty == plan.corrects, "\(hits.table)")
        #expect(hits.claims >= plan.claims)
      }
    }
  }

  @Test(
    "A county without rejects ends with 0, and one reject makes it 3", arguments: PaperRules.Reading.allCases)
  func exitCodes(_ reading: PaperRules.Reading) throws {
    try withScratchFolder { folder in
      var county = County()
      for number in 1...200 {
        county.households.append(
          SheetRow(cells: [
            .id("H\(number)"), .group(.lowIncome), .count(2), .money(fen: 100), .count(1), .count(0),
            .count(0),
          ]))
        county.claims.append(
          SheetRow(cells: [
            .id("C\(number)"), .id("H\(number)"), .peril(.education),
            .day(CalendarDay(year: 2018, month: 3, day: 5)), .money(fen: 790_000 + number * 10_000),
            .missing, .missing,
          ]))
      }
      let clean = try CountyFiles(
        county, in: folder.appendingPathComponent("clean"), claims: .plain, households: .plain, seed: 1)
      let oracle = OracleRun(reading, claims: clean.claims, register: clean.register)
      #expect(!oracle.hasRejects)
      let parted = Disagreements(try EngineRun(reading, clean), oracle)
      #expect(parted.isEmpty, "\(parted.text)")

      county.households[7][2] = .nonsense("two")
      let spoilt = try CountyFiles(
        county, in: folder.appendingPathComponent("spoilt"), claims: .plain, households: .plain, seed: 1)
      #expect(try EngineRun(reading, spoilt).exitCode == 3)
    }
  }

  @Test(
    "The same bytes at one, two and seven threads", arguments: TestSize.spread(IDOrder.allCases, fast: 1))
  func threads(_ order: IDOrder) throws {
    try withScratchFolder { folder in
      let claims = TestSize.volume(fast: 5_000, ordinary: 20_000, long: 20_000)
      let plan = CountyPlan(seed: 300, claims: claims, order: order)
      let files = try CountyFiles(
        MakeCounty(plan).county, in: folder, claims: .plain, households: .plain, seed: plan.seed)
      for detail in [[], ["--detail"]] {
        let runs = try [1, 2, 7].map {
          try EngineRun(.whole, files, named: "t\($0)", more: detail + ["--threads", "\($0)"])
        }
        #expect(runs[0].decisions.count > claims)
        for run in runs.dropFirst() {
          #expect(run.decisions == runs[0].decisions)
          #expect(run.payouts == runs[0].payouts)
          #expect(run.rejects == runs[0].rejects)
          #expect(run.exitCode == runs[0].exitCode)
        }
      }
    }
  }

  @Test(
    "English, Chinese and mixed files of one county get the same decisions", .from(.ordinary),
    arguments: IDOrder.allCases)
  func languages(_ order: IDOrder) throws {
    try withScratchFolder { folder in
      let plan = CountyPlan(seed: 400, claims: 10_000, order: order)
      let county = MakeCounty(plan).county
      var random = Seeded(seed: plan.seed)
      var decisions: [Bytes] = []
      for (number, language) in (Dialect.Language.allCases + [.chinese]).enumerated() {
        let files = try CountyFiles(
          county, in: folder.appendingPathComponent("\(number)"),
          claims: Dialect.any(language, using: &random), households: Dialect.any(language, using: &random),
          seed: UInt64(number))
        decisions.append(try EngineRun(.byBand, files).decisions)
      }
      #expect(decisions[0].count > 10_000)
      #expect(decisions.dropFirst().allSatisfy { $0 == decisions[0] })
    }
  }

  @Test(
    "A column missing or there twice is a failure, and nothing is written", arguments: Column.listedOfClaims)
  func headers(_ column: Column) throws {
    try withScratchFolder { folder in
      let plan = CountyPlan(seed: 500, claims: 100)
      let good = MakeCounty(plan).county
      let households = try WriteSheet.write(good.households, Column.ofHouseholds, .plain, seed: 1)
      let claims = try WriteSheet.write(good.claims, Column.ofClaims, .plain, seed: 1).text
      for (name, replaced) in [("missing", "other"), ("twice", "\(column.english),\(column.chinese)")] {
        let text = Bytes(of: claims.replacing(column.english, with: replaced, maxReplacements: 1))
        let files = try CountyFiles(
          claims: text, households: households, in: folder.appendingPathComponent(name))
        let run = try EngineRun(.whole, files)
        #expect(run.exitCode == 1, "\(name) \(column.english): \(run.talk)")
        #expect(run.decisions.isEmpty)
        #expect(!run.talk.isEmpty)
      }
    }
  }
}
