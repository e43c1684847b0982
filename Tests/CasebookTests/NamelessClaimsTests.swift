import Audit
import Batch
import BookKit
import Casebook
import Files
import Journal
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Claims that name nobody, where persons are summed and the household is capped")
struct NamelessClaimsTests {
  /// The paper's scheme with every sum by person; the cap on disaster stays the household's.
  private static func scheme() throws -> SchemeFile {
    try .builtIn().replacing(
      "\"sumOver\": { \"of\": \"household\"", with: "\"sumOver\": { \"of\": \"person\"")
  }

  private static let households = [
    "household_id,group,members,annual_income,dwellings,businesses,vehicles",
    "H0,low-income,3,5000,1,0,0", "H1,low-income,4,5000,1,0,0", "H2,out-of-poverty,2,5000,1,0,0",
  ]

  private static func claims(_ random: inout Seeded) -> [String] {
    ["claim_id,household_id,peril,incurred_on,amount,person_id"]
      + (0..<120).map { index in
        let household = Int.random(in: 0...2, using: &random)
        return "C\(index),H\(household),"
          + "\(["illness", "disaster"].randomElement(using: &random) ?? ""),2018-03-0\(1 + index % 9),"
          + "\(Int.random(in: 1...40_000, using: &random)).00,"
          + (["P1-\(household)", "P2-\(household)", "P3-\(household)", ""].randomElement(using: &random) ?? "")
      }
  }

  /// What a batch without a casebook decides: id, reason, payout.
  private static func batch(_ desk: ImportDesk, _ claims: [String]) throws -> [String] {
    try desk.write(lines: claims, "claims.csv")
    try desk.write(lines: households, "register.csv")
    var request = AdjudicationRequest(
      scheme: desk.book.scheme, claims: desk.path(of: "claims.csv"),
      households: desk.path(of: "register.csv"))
    request.output = desk.path(of: "decisions.csv")
    let summary = try Adjudication.run(request)
    #expect(summary.rejectedClaims == 0)
    return try desk.text("decisions.csv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[3])"
    }
  }

  private func decided(_ desk: ImportDesk) throws -> [String] {
    try desk.book.allEntries(.decide).map { entry in
      let says = entry.payload
      return "\(says.text("claim") ?? "?") \(says.text("reason") ?? "?") \(says.text("payout") ?? "?")"
    }
  }

  @Test(
    "pend in batch and casebook alike, and take nothing from those that follow",
    arguments: TestSize.seeds(fast: 1, ordinary: 8, long: 80))
  func pend(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let claims = Self.claims(&random)
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try desk.take(.households, try desk.sheet(.households, lines: Self.households))
      let all = try Self.batch(desk, claims)
      let nameless = Set(
        claims.filter { $0.hasSuffix(",") }.map { String($0.prefix { $0 != "," }) })
      #expect(nameless.count > 10 && all.count == 120)
      for line in all {
        let isNameless = nameless.contains(String(line.prefix { $0 != " " }))
        #expect(line.hasSuffix(" person-unknown 0.00") == isNameless, "\(line)")
      }
      // Without them the others are decided as they are with them.
      let named = try Self.batch(desk, claims.filter { !$0.hasSuffix(",") })
      #expect(named == all.filter { !$0.hasSuffix(" person-unknown 0.00") })

      try desk.write(lines: claims, "claims.csv")
      let outcome = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(desk.path(of: "claims.csv"), threads: 2)
      }
      #expect(outcome.faults.isEmpty)
      #expect(try decided(desk) == all)
      #expect(try desk.book.rebuild().corrected == [])
      // Decided once more under the same scheme, nothing differs.
      let again = try desk.book.readjudicate(under: desk.book.scheme, since: .of("2018-01-01"))
      #expect(again.examined > 0 && again.differences.isEmpty)
    }
  }

  @Test("a reversal under a cap that is shared proposes who gets more, and another gives it")
  func sharedCap() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      let second = try desk.enrol("Chen", .county)
      let third = try desk.enrol("Zhao", .county, second: second)
      try desk.take(.households, try desk.sheet(.households, lines: Self.households))
      try desk.write(
        lines: [
          "claim_id,household_id,peril,incurred_on,amount,person_id", "C1,H1,disaster,2018-03-01,60000,P1",
          "C2,H1,disaster,2018-03-02,25000,P2", "C3,H1,illness,2018-03-03,90000,P1",
        ], "claims.csv")
      _ = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(desk.path(of: "claims.csv"), threads: 1)
      }
      #expect(try desk.book.casefile(1)?.payout == Yuan("30000"))
      #expect(try desk.book.casefile(2)?.reason == "cap-exhausted")
      let done = try desk.book.act(third, on: Day("2018-06-02"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.reverse(1, reason: "not his loss")
      }
      #expect(done.again.isEmpty && done.later.isEmpty)
      let proposed = try #require(done.proposed.first)
      #expect(proposed.statement.step.number == 2 && done.proposed.count == 1)
      #expect(proposed.statement.again.was == .zero && proposed.statement.again.becomes == Yuan("9000"))
      #expect(try desk.book.casefile(2)?.state == .denied)
      _ = try desk.book.act(second, on: Day("2018-06-03"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.second(proposed.entry)
      }
      let raised = try #require(try desk.book.casefile(2))
      #expect(raised.state == .approved && raised.payout == Yuan("9000") && raised.reason == "covered")
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
    }
  }
}
