import Foundation
import TestKit
import Testing

@Suite("What is wrong on purpose is found")
struct CanaryTests {
  /// A county's files in a form, with something changed before they are written.
  private static func files(
    _ form: Form, in folder: URL, _ change: (inout County) -> Void = { _ in }
  ) throws -> CountyFiles {
    var county = MakeCounty(CountyPlan(seed: 40, claims: 300, order: .shuffled)).county
    change(&county)
    var random = Seeded(seed: 4)
    var dialect = Dialect.any(.mixed, as: form, using: &random)
    // In one spelling, so that what is changed changes nothing else.
    (dialect.manySpellings, dialect.dressed) = (false, 0)
    return try CountyFiles(county, in: folder, claims: dialect, households: dialect, seed: 4)
  }

  @Test("A fen more in the claims, or a household fewer, in every form", arguments: Form.allCases)
  func writtenBytes(_ form: Form) throws {
    try withScratchFolder { folder in
      let files = try CanaryTests.files(form, in: folder.appendingPathComponent("as-it-is"))
      let engine = try EngineRun(.whole, files, more: ["--detail"])
      let oracle = OracleRun(.whole, claims: files.claims, register: files.register)
      let agreed = Disagreements(detail: engine, oracle)
      #expect(agreed.isEmpty, "\(agreed.text)")
      #expect(oracle.claims.count > 250 && !oracle.claimRejects.isEmpty && !oracle.register.rejects.isEmpty)

      let dearer = try CanaryTests.files(form, in: folder.appendingPathComponent("dearer")) { county in
        guard let place = county.claims.firstIndex(where: \.isWhole) else { return }
        if case .money(let fen) = county.claims[place][4] { county.claims[place][4] = .money(fen: fen + 1) }
      }
      let one = OracleRun(.whole, claims: dearer.claims, register: files.register)
      #expect(!Disagreements(detail: engine, one).isEmpty)

      let fewer = try CanaryTests.files(form, in: folder.appendingPathComponent("fewer")) { county in
        let asked = Set(files.claims.claims.prefix(50).map(\.content.household.text))
        guard
          let place = county.households.firstIndex(where: { row in
            if case .id(let id) = row[0] { return asked.contains(id) && row.isWhole }
            return false
          })
        else { return }
        county.households.remove(at: place)
      }
      let other = OracleRun(.whole, claims: files.claims, register: fewer.register)
      #expect(!Disagreements(detail: engine, other).isEmpty)
    }
  }

  @Test("A slip of the oracle about corrections", arguments: Slip.ofCorrections)
  func slips(_ slip: Slip) throws {
    let county = MakeCounty(CountyPlan(seed: 42, claims: 3000, order: .ascending, corrects: true)).county
    let claims = ReadClaims(try WriteSheet.write(county.claims, county.columns, .plain, seed: 1))
    let register = Register(try WriteSheet.write(county.households, Column.ofHouseholds, .plain, seed: 2))
    let right = OracleRun(.whole, claims: claims, register: register)
    let wrong = OracleRun(.whole, claims: claims, register: register, slip: slip)
    var engine = EngineRun(
      exitCode: 3, talk: "", decisions: right.decisions, payouts: right.payouts, rejects: [],
      decisionsFile: URL(fileURLWithPath: "/dev/null"))
    let rejects = Disagreements(engine, right).found.count
    #expect(Disagreements(engine, wrong).found.count > rejects)
    engine.decisions = wrong.decisions
    #expect(Disagreements(engine, right).found.count > rejects)
  }

  @Test("A slip of the oracle about persons who move", arguments: Slip.ofPersons)
  func slipsOfPersons(_ slip: Slip) throws {
    let plan = CountyPlan(seed: 43, claims: 3000, order: .ascending, corrects: true, namesPersons: true)
    let county = MakeCounty(plan).county
    var random = Seeded(seed: plan.seed)
    let claims = ReadClaims(
      try WriteSheet.write(county.claims, county.columns, .plain, seed: 1), namePersons: true)
    let register = Register(try WriteSheet.write(county.households, Column.ofHouseholds, .plain, seed: 2))
    let list = MakeMembers.make(county.stays, using: &random)
    let members = ReadMembers(try WriteSheet.write(list, Column.ofMembers, .plain, seed: 3))
    let rules = PaperRules(reading: .whole, sums: .byPerson)
    let right = OracleRun(rules, claims: claims, register: register, members: members)
    let wrong = OracleRun(rules, claims: claims, register: register, members: members, slip: slip)
    var engine = EngineRun(
      exitCode: 3, talk: "", decisions: right.decisions, payouts: right.payouts, rejects: [],
      decisionsFile: URL(fileURLWithPath: "/dev/null"))
    let rejects = Disagreements(engine, right).found.count
    #expect(Disagreements(engine, wrong).found.count > rejects)
    engine.decisions = wrong.decisions
    #expect(Disagreements(engine, right).found.count > rejects)
  }

  @Test("Correcting what only an earlier run knows, as if nobody had known it")
  func earlierRuns() throws {
    let county = MakeCounty(CountyPlan(seed: 44, claims: 3000, order: .ascending, corrects: true)).county
    let register = Register(try WriteSheet.write(county.households, Column.ofHouseholds, .plain, seed: 2))
    let halves = [county.claims.prefix(1500), county.claims.dropFirst(1500)]
    let claims = try halves.map {
      ReadClaims(try WriteSheet.write(Array($0), county.columns, .plain, seed: 1))
    }
    let first = OracleRun(.whole, claims: claims[0], register: register)
    let second = OracleRun(.whole, claims: claims[1], register: register, earlier: first.ledger)
    #expect(second.verdicts.contains { $0.corrected.contains(.countedEarlier) })

    var forgetful = first.ledger
    forgetful.read = Set(forgetful.counted.keys)
    let wrong = OracleRun(.whole, claims: claims[1], register: register, earlier: forgetful)
    #expect(wrong.decisions != second.decisions)
    forgetful = first.ledger
    forgetful.counted = [:]
    let other = OracleRun(.whole, claims: claims[1], register: register, earlier: forgetful)
    #expect(other.decisions != second.decisions)
  }
}
