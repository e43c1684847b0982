import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("fangpin report")
struct ReportCommandTests {
  @Test("writes a page, a table or JSON, to a file or to standard output")
  func forms() throws {
    try withOffice { office in
      let number = try office.declare("H3", 18_000)
      try office.bring(number, to: .paid)
      let book = ["--casebook", office.path]
      let page = try office.fangpin(["report", "--period", "2018-03"] + book, in: .zh)
      #expect(page.exitCode == 0)
      #expect(page.text.hasPrefix("<!DOCTYPE html>"))
      #expect(page.text.contains("月度核查报告"))
      let csv = try office.fangpin(["report", "--period", "2018-03", "--format", "csv"] + book)
      #expect(csv.text.contains("payouts,paid,,yuan,7800.00,0.00\n"))
      #expect(csv.text.contains("steps,median_days,confirmed,days,7,\n"))
      let sheet = try office.fangpin(["report", "--period", "2018-03", "--format", "xlsx"] + book)
      #expect(sheet.exitCode == 0 && sheet.output.starts(with: [0x50, 0x4B, 3, 4]))
      let named = office.file("march.xlsx")
      #expect(
        try office.fangpin(["report", "--period", "2018-03", "--out", named.path] + book).exitCode == 0)
      #expect(try Data(contentsOf: named) == sheet.output)
      let dressed = try office.fangpin(
        ["report", "--period", "2018-03", "--format", "csv", "--for-excel"] + book)
      #expect(
        dressed.output.starts(with: [0xEF, 0xBB, 0xBF])
          && dressed.text.contains("payouts,paid,,yuan,7800.00,"))
      let clash = try office.fangpin(
        ["report", "--period", "2018-03", "--format", "csv", "--out", named.path] + book)
      #expect(clash.exitCode == 2)
      let out = office.file("march.json").path
      let json = try office.fangpin(
        ["report", "--period", "2018-03", "--format", "json", "--out", out] + book)
      #expect(json.exitCode == 0)
      #expect(json.text.isEmpty)
      let text = try String(contentsOf: URL(fileURLWithPath: out), encoding: .utf8)
      #expect(text.contains("\"value\": \"7800.00\""))
    }
  }

  @Test(
    "says of a period what is to be said: that it is no period, has not begun, is not over, lies before the casebook"
  )
  func troubles() throws {
    try withOffice { office in
      let book = ["--casebook", office.path, "--format", "csv"]
      let none = try office.fangpin(["report", "--period", "2018-3"] + book)
      #expect(none.exitCode == 2)
      #expect(none.talk.contains("2018-03, 2018Q1, 2018H1 or 2018"))
      let ahead = try office.fangpin(["report", "--period", "9000"] + book)
      #expect(ahead.exitCode == 2)
      #expect(ahead.talk.contains("has not begun"))
      let before = try office.fangpin(["report", "--period", "2016"] + book, in: .zh)
      #expect(before.exitCode == 0)
      #expect(before.talk.contains("案卷簿从 2018-01-02 开始"))
      #expect(before.text.contains("payouts,paid,,yuan,,\n"))
      let empty = try office.fangpin(["report", "--period", "2018Q3"] + book)
      #expect(empty.exitCode == 0)
      #expect(empty.text.contains("payouts,paid,,yuan,0.00,0.00\n"))
      let lost = try office.fangpin(["report", "--period", "2018", "--casebook", office.file("none").path])
      #expect(lost.exitCode == 1)
      let nowhere = try office.fangpin(
        ["report", "--period", "2018", "--out", "/nowhere/at/all.html"] + book)
      #expect(nowhere.exitCode == 1)
    }
  }

  @Test("of a period that is not over is as of today, and says so")
  func unfinished() throws {
    try withOffice { office in
      let year = Calendar(identifier: .gregorian).component(.year, from: Date())
      let run = try office.fangpin(
        ["report", "--period", "\(year)", "--casebook", office.path, "--format", "csv"])
      #expect(run.exitCode == 0)
      #expect(run.talk.contains("is not over"))
      #expect(run.text.contains("about,is_over,,text,no,"))
    }
  }
}
