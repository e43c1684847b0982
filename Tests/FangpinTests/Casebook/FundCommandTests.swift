import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("The fund at the command line")
struct FundCommandTests {
  private func fund(_ office: CountyOffice, on day: String, in language: Language) throws -> [String] {
    let run = try office.fangpin(["casebook", "fund", "--on", day, "--casebook", office.path], in: language)
    #expect(run.exitCode == 0, "\(run.talk)")
    return run.text.split(separator: "\n").map(String.init)
  }

  private func figure(_ lines: [String], _ label: String) -> Substring? {
    lines.first { $0.hasPrefix(label) }?.split(separator: " ").last
  }

  @Test(
    "says what the county owes, and every figure of the day that is asked for", arguments: Language.allCases)
  func owed(language: Language) throws {
    let zh = language == .zh
    let (owed, left) = (zh ? "县财政尚未补足" : "owed by the county", zh ? "结余" : "left")
    try withOffice(fund: Yuan(fen: 500_000)) { office in
      try office.bring(try office.declare("H2", 18_000), to: .approved)
      let contributed = try office.fangpin([
        "casebook", "contribute", "3000", "--on", "2018-04-02", "--casebook", office.path, "--key",
        office.key(.county),
      ])
      #expect(contributed.exitCode == 0, "\(contributed.talk)")
      let before = try fund(office, on: "2018-03-18", in: language)
      #expect(before.contains(zh ? "截至 2018-03-18，单位：元" : "as of 2018-03-18, in yuan"))
      #expect(figure(before, owed) == "0.00" && figure(before, left) == "5,000.00")
      let called = try fund(office, on: "2018-04-01", in: language)
      #expect(figure(called, owed) == "2,800.00" && figure(called, left) == "0.00")
      let now = try fund(office, on: "2018-12-28", in: language)
      #expect(figure(now, owed) == "0.00" && figure(now, left) == "200.00")
    }
  }

  @Test(
    "readjudication never lies before what it decides again, and names the day", arguments: Language.allCases)
  func beforeDecisions(language: Language) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 18_000), to: .approved)
      let entries = try Casebook.open(office.path).currentState().entries
      func record(_ day: String) throws -> FangpinProcess.Outcome {
        try office.fangpin(
          [
            "casebook", "readjudicate", "--rules", "wei-county-2017-by-band", "--since", "2018-01-01",
            "--record", "--on", day, "--casebook", office.path, "--key", office.key(.county),
          ], in: language)
      }
      let early = try record("2018-03-18")
      #expect(early.exitCode == 4 && early.talk.contains("2018-03-19"), "\(early.talk)")
      #expect(try Casebook.open(office.path).currentState().entries == entries)
      #expect(try record("2018-03-19").exitCode == 0)
    }
  }

  @Test("says which supplements wait", arguments: Language.allCases)
  func waiting(language: Language) throws {
    try withOffice(fund: Yuan(fen: 780_000), onDeficit: "pend") { office in
      try office.bring(try office.declare("H2", 18_000), to: .approved)
      let file = office.file("by-band.json")
      try Data(SchemeFile.builtIn("wei-county-2017-by-band").onDeficit("pend").bytes).write(to: file)
      let run = try office.fangpin(
        [
          "casebook", "readjudicate", "--rules", file.path, "--since", "2018-01-01", "--record", "--on",
          "2018-04-01", "--casebook", office.path, "--key", office.key(.county),
        ], in: language)
      let said = language == .zh ? "1,000.00 元等待资金到位" : "1,000.00 yuan more waits its turn"
      #expect(run.exitCode == 0 && run.talk.contains(said), "\(run.talk)")
      let shown = try office.run("show", "1", in: language)
      #expect(shown.text.contains(language == .zh ? "其中等待资金" : "of this, waiting for the fund"))
      let letter = try office.fangpin(["letter", "1", "--casebook", office.path], in: language)
      let told =
        language == .zh ? "其中 1,000.00 元待资金到位后依次赔付" : "1,000.00 yuan of it will be paid in turn"
      #expect(letter.exitCode == 0 && letter.text.contains(told), "\(letter.talk)")
    }
  }

  @Test("money that the bank has sent back is overdue too", arguments: Language.allCases)
  func returned(language: Language) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 18_000), to: .returned)
      let inbox = try office.run("inbox", "--on", "2018-12-28", in: language)
      #expect(inbox.text.contains(language == .zh ? "已逾期" : "overdue"), "\(inbox.text)")
      let report = try office.fangpin(
        ["report", "--period", "2018", "--format", "csv", "--casebook", office.path], in: language)
      let overdue = report.text.split(separator: "\n").filter { $0.contains("payments_overdue_amount") }
      #expect(overdue.count == 1 && overdue[0].contains("7800.00"), "\(overdue)")
    }
  }
}
