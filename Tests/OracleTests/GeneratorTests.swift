import TestKit
import Testing

@Suite("The made counties meet every row and every reject")
struct GeneratorTests {
  @Test(
    "Each reading meets every row, each file every kind of reject and both in every form", .from(.ordinary),
    arguments: PaperRules.Reading.allCases)
  func everythingIsMet(_ reading: PaperRules.Reading) throws {
    var hits = Hits()
    for (seed, form) in zip(UInt64(1)..., Form.allCases) {
      let plan = CountyPlan(seed: seed, claims: 4_000, namesPersons: seed % 3 == 0)
      let county = MakeCounty(plan).county
      var random = Seeded(seed: seed)
      var dialect = Dialect.any(.mixed, as: form, using: &random)
      dialect.isTorn = form == .commas
      let claims = try WriteSheet.write(county.claims, county.columns, dialect, seed: seed)
      let households = try WriteSheet.write(county.households, Column.ofHouseholds, dialect, seed: seed)
      let stays = MakeMembers.make(county.stays, using: &random)
      let members = try WriteSheet.write(stays, Column.ofMembers, dialect, seed: seed)
      let run = OracleRun(
        PaperRules(reading: reading, sums: plan.namesPersons ? .byEither : .byHousehold),
        claims: ReadClaims(claims, namePersons: plan.namesPersons), register: Register(households),
        members: plan.namesPersons ? ReadMembers(members) : nil)
      hits.add(run, form, form)
    }
    #expect(hits.missedRows.isEmpty, "\(hits.table)")
    #expect(hits.missedKinds.isEmpty, "\(hits.table)")
    #expect(hits.missedForms.isEmpty, "\(hits.claimForms) \(hits.householdForms)")
    #expect(hits.missedCorrections.isEmpty, "\(hits.corrected)")
    #expect(hits.rows[15] == nil && hits.rows["2a"] != nil && hits.rows["15a"] != nil)
    #expect(hits.rareStandings(below: 20).isEmpty, "\(hits.standings)")
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
      let claims = try WriteSheet.write(county.claims, county.columns, dialect, seed: seed)
      let households = try WriteSheet.write(county.households, Column.ofHouseholds, dialect, seed: seed)
      let run = OracleRun(.whole, claims: ReadClaims(claims), register: Register(households))
      #expect(run.claims.count > plan.claims)
      decisions.insert(run.decisions)
    }
    #expect(decisions.count == 1)
  }
}
