import TestKit
import Testing

@Suite("The made counties meet every row and every reject")
struct GeneratorTests {
  @Test(
    "Each reading meets every row, each file every kind of reject", .from(.ordinary),
    arguments: PaperRules.Reading.allCases)
  func everythingIsMet(_ reading: PaperRules.Reading) throws {
    var hits = Hits()
    for seed in UInt64(1)...4 {
      let county = MakeCounty(CountyPlan(seed: seed, claims: 10_000)).county
      var random = Seeded(seed: seed)
      let dialect = Dialect.any(.mixed, using: &random)
      let claims = try WriteSheet.write(county.claims, Column.ofClaims, dialect, seed: seed)
      let households = try WriteSheet.write(county.households, Column.ofHouseholds, dialect, seed: seed)
      hits.add(
        OracleRun(reading, claims: ReadClaims(claims.text), register: Register(households.text)))
    }
    #expect(hits.missedRows.isEmpty, "\(hits.table)")
    #expect(hits.missedKinds.isEmpty, "\(hits.table)")
    #expect(hits.rows[15] == nil)
    #expect(hits.totals.claims > 20 && hits.totals.households > 2)
  }

  @Test(
    "One seed makes one county, and every dialect of it says the same to the oracle",
    arguments: TestSize.spread(IDOrder.allCases, fast: 1))
  func dialects(_ order: IDOrder) throws {
    let plan = CountyPlan(seed: 77, claims: 3000, order: order)
    let county = MakeCounty(plan).county
    #expect(MakeCounty(plan).county.claims == county.claims)
    var random = Seeded(seed: 5)
    var decisions: Set<Bytes> = []
    for seed in TestSize.seeds(fast: 3, ordinary: 6, long: 6) {
      let dialect = Dialect.any(random.pick(Dialect.Language.allCases), using: &random)
      let claims = try WriteSheet.write(county.claims, Column.ofClaims, dialect, seed: seed)
      let households = try WriteSheet.write(county.households, Column.ofHouseholds, dialect, seed: seed)
      let run = OracleRun(.whole, claims: ReadClaims(claims.text), register: Register(households.text))
      #expect(run.claims.count > plan.claims)
      decisions.insert(run.decisions)
    }
    #expect(decisions.count == 1)
  }
}
