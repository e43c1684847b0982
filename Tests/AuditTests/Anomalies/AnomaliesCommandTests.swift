import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// `fangpin audit anomalies`, as an auditor runs it.
@Suite("fangpin audit anomalies")
struct AnomaliesCommandTests {
  /// Two households with one account and one declarant, both paid.
  private func withFindings(
    _ body: (CountyOffice, (String...) throws -> FangpinProcess.Outcome) throws -> Void
  )
    throws
  {
    try withOffice { office in
      for household in ["H2", "H3"] { try office.bring(try office.declare(household, 20_000), to: .paid) }
      try body(office) { words in
        try office.fangpin(["audit", "anomalies", "--casebook", office.path] + words)
      }
    }
  }

  @Test("ranks what it finds, explains it, and says that none of it is an accusation")
  func text() throws {
    try withFindings { office, run in
      let english = try run()
      #expect(english.exitCode == 4)
      for phrase in [
        "one account in several households (shared-account)", "****0000", "none of it is an accusation",
        "Possible innocent explanation:",
        "Next:", "member-twice", "Limits used", "cases 1 2; households H2 H3",
      ] { #expect(english.text.contains(phrase), "\(phrase)") }
      let chinese = try office.fangpin(["audit", "anomalies", "--casebook", office.path], in: .zh)
      for phrase in ["多户同一账户", "不是对任何人的认定", "也可能没有问题：", "接着看：", "所用的界限"] {
        #expect(chinese.text.contains(phrase), "\(phrase)")
      }
      for text in [english.text, chinese.text] {
        #expect(!text.contains("6222020000000000000") && !text.contains("11010519491231002X"))
      }
      #expect(english.text.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "no Chinese in the English")
    }
  }

  @Test("writes the same findings as JSON and as a table, in a file or not")
  func formats() throws {
    try withFindings { office, run in
      let json = try run("--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
      let findings = try #require(object["findings"] as? [[String: Any]])
      #expect(findings.compactMap { $0["code"] as? String } == ["shared-account", "member-twice"])
      for key in ["evidence", "meaning", "innocent", "next"] {
        let words = try #require(findings.first?[key] as? [String: String])
        #expect(words["zh"]?.isEmpty == false && words["en"]?.isEmpty == false)
      }
      #expect((object["limits"] as? [Any])?.count == AnomalyLimit.allCases.count)
      let path = office.file("found.csv").path
      let written = try run("--format", "csv", "--out", path, "--limit", "1")
      #expect(written.exitCode == 4 && written.text.isEmpty)
      #expect(written.talk.contains("to be looked at: 2") && written.talk.contains("written: 1"))
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 2 && lines[0].hasPrefix("rank,code,score,strength,stake,cases"))
      #expect(lines[1].hasPrefix("1,shared-account,"))
      #expect(try run("--format", "csv").text.split(separator: "\n").count == 3)
    }
  }

  @Test("ends with 0 where there is nothing, and runs only what is asked for")
  func nothing() throws {
    try withFindings { _, run in
      let quiet = try run("--only", "bill-twice", "--only", "approval-burst")
      #expect(quiet.exitCode == 0 && quiet.text.contains("with 2 checks: 0 to be looked at"))
      let old = try run("--since", "2018-12-01")
      #expect(old.exitCode == 0)
      let limited = try run("--limit", "1")
      #expect(limited.exitCode == 4 && limited.text.contains("1 more finding left out by --limit"))
    }
  }

  @Test("refuses what it cannot understand, and to write over the casebook")
  func refusals() throws {
    try withFindings { office, run in
      let unknown = try run("--only", "fraud")
      #expect(unknown.exitCode == 2 && unknown.talk.contains("shared-account"))
      #expect(try run("--since", "July").exitCode == 2)
      #expect(try run("--limit", "0").exitCode == 2)
      #expect(try run("--format", "html").exitCode == 2)
      #expect(try run("--out", office.path).exitCode == 2)
      #expect(try run("--out", office.folder.path).exitCode == 1)
      #expect(try office.fangpin(["audit", "anomalies", "--casebook", office.key(.county)]).exitCode == 1)
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test("every check and every limit has its words in both languages, none said twice")
  func words() {
    let groups: [[Wording]] = [
      AnomalyCode.allCases.map(\.name), AnomalyCode.allCases.map(\.meaning),
      AnomalyCode.allCases.map(\.innocent),
      AnomalyCode.allCases.map(\.next), AnomalyLimit.allCases.map(\.reason),
    ]
    for words in groups {
      #expect(
        words.count >= 10 && Set(words.map(\.zh)).count == words.count
          && Set(words.map(\.en)).count == words.count)
      for word in words {
        #expect(word.zh.unicodeScalars.contains { $0.value > 0x3400 }, "\(word.zh)")
        #expect(word.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(word.en)")
      }
    }
  }
}
