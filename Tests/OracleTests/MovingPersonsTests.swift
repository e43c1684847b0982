import Foundation
import TestKit
import Testing

@Suite("Persons who move are decided as the oracle decides them")
struct MovingPersonsTests {
  /// A county, and what its costs are summed by.
  struct Plan: Sendable, CustomTestStringConvertible {
    let county: CountyPlan
    let rules: PaperRules
    /// How often what persons have to do with claims must be met.
    var least: Int { county.claims / 600 }
    var testDescription: String { "\(county.testDescription), \(rules.sums), \(rules.reading)" }

    init(_ seed: UInt64, claims: Int, repeats: Bool = true) {
      let sums = PaperRules.Sums.allCases.filter { $0 != .byHousehold }
      county = CountyPlan(seed: seed, claims: claims, repeats: repeats, namesPersons: true)
      rules = PaperRules(
        reading: seed % 2 == 0 ? .whole : .byBand, sums: sums[Int(seed % UInt64(sums.count))])
    }
  }

  static let plans = TestSize.seeds(fast: 3, ordinary: 12, long: 120).map {
    Plan(2000 + $0, claims: TestSize.volume(fast: 3000, ordinary: 10_000, long: 10_000))
  }

  @Test("Every decision, payout and reject, without a list of members and with one", arguments: plans)
  func county(_ plan: Plan) throws {
    try withScratchFolder { folder in
      let county = MakeCounty(plan.county).county
      var random = Seeded(seed: plan.county.seed)
      let languages = Dialect.Language.allCases
      let forms = Form.drawn(by: plan.county.seed)
      let (claims, households, members) = (
        Dialect.any(random.pick(languages), as: forms.claims, using: &random),
        Dialect.any(random.pick(languages), as: forms.households, using: &random),
        Dialect.any(random.pick(languages), using: &random)
      )
      let alone = try CountyFiles(
        county, in: folder, claims: claims, households: households, seed: plan.county.seed)
      let listed = try alone.with(
        members: MakeMembers.make(county.stays, using: &random), members, seed: plan.county.seed)
      for files in [alone, listed] {
        let oracle = OracleRun(
          plan.rules, claims: files.claims, register: files.register, members: files.members)
        let parted = Disagreements(try EngineRun(plan.rules, files), oracle)
        #expect(parted.isEmpty, "\(plan), \(claims), \(households), \(members)\n\(parted.text)")
        let detail = Disagreements(
          detail: try EngineRun(plan.rules, files, named: "detail", more: ["--detail"]), oracle,
          namesPersons: true)
        #expect(detail.isEmpty, "\(detail.text)")

        var hits = Hits()
        hits.add(oracle)
        #expect(hits.missedRows.isEmpty && hits.rows["15a"] != nil, "\(hits.table)")
        #expect(hits.missedCorrections.isEmpty == plan.county.corrects, "\(hits.table)")
        #expect(hits.rareStandings(below: plan.least) == MovingPersonsTests.rare(files), "\(hits.standings)")
        // Those who have moved are denied for their sums, and paid.
        let moved = oracle.verdicts.filter { $0.standing == .moved }
        #expect(files.members == nil || Set(moved.map(\.outcome)).count == 2)
        #expect(
          files.members == nil || moved.count { ($0.sums?.paidBefore ?? .zero) > .zero } >= plan.least / 2)
      }
    }
  }

  /// What needs a list.
  private static func rare(_ files: CountyFiles) -> [Verdict.Standing] {
    files.members == nil ? [.listedElsewhere, .listedTwice, .moved] : []
  }

  @Test(
    "Three months, each with a list of its days, are decided as the oracle decides them",
    arguments: TestSize.spread(plans, fast: 1))
  func months(_ plan: Plan) throws {
    try withScratchFolder { folder in
      let county = MakeCounty(plan.county).county
      var random = Seeded(seed: plan.county.seed)
      var ledger = Ledger()
      var earlier: [String] = []
      var hits = Hits()
      for files in try MovingPersonsTests.months(of: county, in: folder, using: &random) {
        let oracle = OracleRun(
          plan.rules, claims: files.claims, register: files.register, members: files.members,
          earlier: ledger)
        let engine = try EngineRun(plan.rules, files, more: earlier + ["--detail"])
        let parted = Disagreements(detail: engine, oracle, namesPersons: true)
        #expect(parted.isEmpty, "\(plan), \(files.folder.lastPathComponent)\n\(parted.text)")
        #expect(!engine.decisions.isEmpty, "\(engine.talk)")
        hits.add(oracle)
        ledger = oracle.ledger
        earlier += ["--earlier", engine.decisionsFile.path]
      }
      #expect(hits.rareStandings(below: plan.least).isEmpty, "\(hits.standings)")
    }
  }

  /// A county whose claims come in three months: the first has no list, the others each one of their own.
  private static func months(
    of county: County, in folder: URL, using random: inout Seeded
  ) throws -> [CountyFiles] {
    let count = county.claims.count
    let cuts = [0, count / 3, 2 * count / 3, count]
    var months: [CountyFiles] = []
    for month in 0..<3 {
      let part = County(
        households: county.households, claims: Array(county.claims[cuts[month]..<cuts[month + 1]]),
        columns: county.columns)
      let files = try CountyFiles(
        part, in: folder.appendingPathComponent("month-\(month + 1)"), claims: .plain, households: .plain,
        seed: UInt64(month))
      let list = MakeMembers.make(county.stays, using: &random)
      months.append(month == 0 ? files : try files.with(members: list, .plain, seed: UInt64(month)))
    }
    return months
  }

  @Test(
    "With one list, and no id twice, three months joined are one run over all of them",
    arguments: plans.prefix(TestSize.volume(fast: 1, ordinary: 3, long: 3)))
  func joined(_ plan: Plan) throws {
    try withScratchFolder { folder in
      let county = MakeCounty(
        CountyPlan(seed: plan.county.seed, claims: 3000, order: .shuffled, repeats: false, namesPersons: true)
      ).county
      var random = Seeded(seed: plan.county.seed)
      let list = MakeMembers.make(county.stays, using: &random)
      func files(_ claims: ArraySlice<SheetRow>, _ name: String) throws -> CountyFiles {
        try CountyFiles(
          County(households: county.households, claims: Array(claims), columns: county.columns),
          in: folder.appendingPathComponent(name), claims: .plain, households: .plain, seed: 1
        ).with(members: list, .plain, seed: 1)
      }
      let whole = try EngineRun(plan.rules, try files(county.claims[...], "year"), more: ["--detail"])
      let third = county.claims.count / 3
      var earlier: [String] = []
      var joined: [[Bytes]] = []
      for month in 0..<3 {
        let claims = county.claims[(month * third)..<(month == 2 ? county.claims.count : (month + 1) * third)]
        let run = try EngineRun(plan.rules, try files(claims, "month-\(month)"), more: earlier + ["--detail"])
        earlier += ["--earlier", run.decisionsFile.path]
        joined += MovingPersonsTests.withoutOrigin(run.decisions)
      }
      #expect(joined.count >= 3000)
      #expect(joined == MovingPersonsTests.withoutOrigin(whole.decisions))
    }
  }

  /// Rows without the cell that says what they were built on.
  private static func withoutOrigin(_ decisions: Bytes) -> [[Bytes]] {
    let table = ReadTable(decisions)
    let origin = table.header.firstIndex(of: Bytes(of: "earlier"))
    return table.rows.map { row in row.cells.enumerated().filter { $0.offset != origin }.map(\.element) }
  }
}
