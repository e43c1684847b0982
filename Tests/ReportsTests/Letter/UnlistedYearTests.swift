import Casebook
import Foundation
import Journal
import OfficeKit
import Pages
import Reports
import Rules
import Sealing
import TestKit
import Testing
import Units

@Suite("A year whose public holidays are not at hand")
struct UnlistedYearTests {
  /// A case of 2018 that goes its way in January 2027, and is approved on a day.
  private func approve(_ office: CountyOffice, on day: String) throws -> Int {
    let book = try Casebook.open(office.path)
    let clock = try #require(Instant("2030-01-01T00:00:00Z"))
    @discardableResult
    func act<R>(
      _ desk: CountyOffice.Desk, _ day: String, _ body: (Recording) throws(CasebookError) -> R
    ) throws -> R {
      let key = try PrivateKey(pem: String(contentsOfFile: office.key(desk), encoding: .utf8))
      return try book.act(key, on: Day(day), clock: clock, body)
    }
    let number = try office.declare("H2", 18_000)
    try act(.department, "2026-12-01") { (r) throws(CasebookError) in
      try r.verify(number, Scheme.Asset.allCases.map { AssetAnswer($0, count: 0) }, note: nil)
    }
    try act(.insurer, "2026-12-02") { (r) throws(CasebookError) in try r.visit(number, finding: nil) }
    try act(.village, "2026-12-03") { (r) throws(CasebookError) in
      try r.appraise(number, supports: true, comment: nil)
      try r.disclose(number)
    }
    try act(.township, "2026-12-14") { (r) throws(CasebookError) in try r.confirm(number) }
    try act(.county, day) { (r) throws(CasebookError) in _ = try r.approve(number) }
    return number
  }

  @Test(
    "is named beside every day that was counted without them, and no other is", arguments: Language.allCases,
    [("2026-12-30", "2027-01-06", true), ("2026-12-15", "2026-12-22", false)])
  func said(language: Language, approval: (on: String, due: String, isSaid: Bool)) throws {
    try withOffice { office in
      let number = try approve(office, on: approval.on)
      let words = language == .zh ? "没有 2027 年的节假日安排" : "the public holidays of 2027 are not at hand"
      for command in [
        ["letter", "\(number)"], ["case", "show", "\(number)"], ["case", "inbox", "--on", "2027-01-05"],
      ] {
        let run = try office.fangpin(command + ["--casebook", office.path], in: language)
        #expect(run.exitCode == 0 && run.text.contains(approval.due), "\(command) \(run)")
        #expect(run.text.contains(words) == approval.isSaid, "\(command) \(run.text)")
      }
      let book = try Casebook.open(office.path)
      let report = try PeriodReport.of(
        book, try #require(Period("2027")), today: try #require(Day("2027-03-01")), threads: 1)
      #expect(report.figures[.overdue].value == 1)
      #expect(report.unlistedYears == (approval.isSaid ? [2027] : []))
      #expect(report.page(language).text.contains(words) == approval.isSaid)
      #expect(report.json.contains("\"years_without_holidays\": \"2027\"") == approval.isSaid)
    }
  }
}
