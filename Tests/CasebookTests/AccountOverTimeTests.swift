import BookKit
import Casebook
import Claims
import Files
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("An account of a casebook over time")
struct AccountOverTimeTests {
  private func with(_ scheme: SchemeFile? = nil, _ body: (ImportDesk) throws -> Void) throws {
    try ImportDesk.with(scheme: scheme) { desk in
      try group("out-of-poverty", desk, on: "2018-01-10")
      try body(desk)
      #expect(try desk.book.rebuild().corrected == [])
    }
  }

  private func group(_ group: String, _ desk: ImportDesk, on day: String) throws {
    let header = "household_id,group,members,annual_income,income_year,dwellings,businesses,vehicles"
    try desk.take(
      .households, try desk.sheet(.households, header, "H1,\(group),3,5000,2016,1,0,0"), revising: true,
      on: day)
  }

  /// Decides a claim on a day, and says what it is paid.
  private func decide(_ claim: String, _ desk: ImportDesk, on day: String) throws -> Yuan {
    try desk.write(lines: ["claim_id,household_id,peril,incurred_on,amount", claim], "claims.csv")
    let list = desk.path(of: "claims.csv")
    _ = try desk.book.act(desk.key, on: Day(day), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in try recording.adjudicate(list, threads: 1)
    }
    return try #require(try desk.book.cases().last).payout
  }

  private func adopt(_ file: SchemeFile, _ desk: ImportDesk, since: String) throws -> Yuan {
    let since = try #require(Day(since))
    return try desk.book.act(desk.key, on: Day("2018-05-03"), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in
      try recording.readjudicate(under: file.scheme, bytes: file.bytes, since: since).promised
    }
  }

  @Test("is kept when the household's group changes in mid-year")
  func group() throws {
    try with { desk throws in
      try group("low-income", desk, on: "2018-02-01")
      #expect(try decide("C1,H1,illness,2018-02-05,25000", desk, on: "2018-02-10") == Yuan("1500"))
      try group("out-of-poverty", desk, on: "2018-03-01")
      #expect(try decide("C2,H1,illness,2018-03-05,20000", desk, on: "2018-03-10") == Yuan("18500"))
      let file = try #require(try desk.book.casefile(2))
      let derivation = try #require(try desk.book.derivation(of: file))
      #expect(derivation.history.map(\.claim.id) == ["C1"] && derivation.carried.accumulated == .zero)
    }
  }

  @Test("is kept when a scheme renames the benefit")
  func renamed() throws {
    let other = try SchemeFile.builtIn().replacing("\"illness-out-of-poverty\"", with: "\"illness-a\"")
    try with { desk throws in
      #expect(try decide("C1,H1,illness,2018-02-05,18000", desk, on: "2018-02-10") == Yuan("7800"))
      #expect(try adopt(other, desk, since: "2018-01-01") == .zero)
      #expect(try decide("C2,H1,illness,2018-03-05,4000", desk, on: "2018-05-02") == Yuan("2400"))
      let file = try #require(try desk.book.casefile(2))
      let derivation = try #require(try desk.book.derivation(of: file))
      #expect(derivation.history.map(\.claim.id) == ["C1"])
      #expect(try adopt(other, desk, since: "2018-01-01") == .zero)
    }
  }

  @Test("is folded again where a scheme moves the year", arguments: ["2017-10-01", "2018-01-01"])
  func movedYear(since: String) throws {
    let other = try SchemeFile.builtIn().replacing("\"startsOn\": \"01-01\"", with: "\"startsOn\": \"10-01\"")
    try with { desk throws in
      #expect(try decide("C1,H1,illness,2017-12-30,18000", desk, on: "2018-02-10") == Yuan("7800"))
      #expect(try decide("C2,H1,illness,2018-02-05,9000", desk, on: "2018-02-11") == Yuan("2800"))
      // 27,000 in one year earn 13,200.
      #expect(try adopt(other, desk, since: since) == Yuan("2600"))
      #expect(try decide("C3,H1,illness,2018-03-05,4000", desk, on: "2018-05-02") == Yuan("2400"))
      #expect(try adopt(other, desk, since: since) == .zero)
    }
  }
}
