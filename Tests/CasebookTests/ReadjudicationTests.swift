import Casebook
import Files
import Foundation
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Readjudication under a changed scheme")
struct ReadjudicationTests {
  /// Two claims of DOMAIN.md's worked examples, decided as worded: one rate on the whole.
  private func withCases(_ body: (ImportDesk, Scheme, [UInt8]) throws -> Void) throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(
          .households,
          "household_id,group,members,annual_income,income_year,dwellings,businesses,vehicles,township",
          "H1,low-income,3,5000,,1,0,0,east", "H2,out-of-poverty,3,5000,2016,1,0,0,west"))
      let claims = [
        "claim_id,household_id,peril,incurred_on,amount", "C1,H1,education,2018-03-01,11000.00",
        "C2,H2,disaster,2018-03-02,47500.00", "C3,H2,illness,2017-12-30,18000.00",
      ]
      try desk.write(lines: claims, "claims.csv")
      _ = try desk.book.act(desk.key, on: Day("2018-04-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(desk.path(of: "claims.csv"), threads: 1)
      }
      let other = try SchemeFile.builtIn("wei-county-2017-by-band")
      try body(desk, other.scheme, other.bytes)
    }
  }

  private func record(
    _ desk: ImportDesk, _ scheme: Scheme, _ bytes: [UInt8], since day: String = "2018-01-01"
  ) throws -> Yuan {
    let since = try #require(Day(day))
    return try desk.book.act(desk.key, on: Day("2018-05-01"), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in
      try recording.readjudicate(under: scheme, bytes: bytes, since: since).promised
    }
  }

  private func payouts(_ book: Casebook) throws -> [String] {
    try (1...3).map { try #require(try book.casefile($0)).payout.description }
  }

  @Test("tells what would have been paid, by case and township, and records nothing")
  func dryRun() throws {
    try withCases { desk, byBand, _ in
      #expect(try payouts(desk.book) == ["2400.00", "30000.00", "7800.00"])
      let found = try desk.book.readjudicate(under: byBand, since: try #require(Day("2018-01-01")))
      #expect(found.examined == 2)
      #expect(found.differences.map(\.casefile.number) == [1, 2])
      #expect(found.differences.map(\.becomes.description) == ["3000.00", "22000.00"])
      #expect(found.byTownship.map(\.township) == ["east", "west"])
      #expect(found.supplements.map(\.amount.description) == ["600.00"])
      let all = try desk.book.readjudicate(under: byBand, since: try #require(Day("2017-10-01")))
      #expect(all.differences.map(\.becomes.description) == ["3000.00", "22000.00", "8800.00"])
      #expect(try payouts(desk.book) == ["2400.00", "30000.00", "7800.00"])
      #expect(desk.book.scheme.id == "wei-county-2017")
    }
  }

  @Test("pays more, takes nothing back, and pays it once")
  func recorded() throws {
    try withCases { desk, byBand, bytes in
      #expect(try record(desk, byBand, bytes) == Yuan("600"))
      #expect(try payouts(desk.book) == ["3000.00", "30000.00", "7800.00"])
      #expect(try desk.book.currentState().scheme == byBand.digest)
      #expect(try record(desk, byBand, bytes) == .zero)
      #expect(try record(desk, byBand, bytes, since: "2017-10-01") == Yuan("1000"))
      #expect(try payouts(desk.book) == ["3000.00", "30000.00", "8800.00"])
      let fund = try desk.book.fund(on: try #require(Day("2018-05-01")))
      #expect(fund.committed == Yuan("41800"))
      #expect(fund.contributed + fund.owed == fund.committed + fund.paid + fund.left)
      #expect(try desk.book.rebuild().corrected == [])
    }
  }

  @Test("the scheme as it stands changes nothing")
  func same() throws {
    try withCases { desk, _, _ in
      let found = try desk.book.readjudicate(under: desk.book.scheme, since: try #require(Day("2017-10-01")))
      #expect(found.examined == 3 && found.differences.isEmpty)
    }
  }
}
