import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// Draw, fill in, extrapolate, at the terminal.
@Suite("Sample commands")
struct SampleCommandTests {
  /// An office with six paid cases; the heads before and after the last two.
  private func withCases(_ body: (CountyOffice, _ first: String, _ later: String) throws -> Void) throws {
    try withOffice { office in
      func head() throws -> String {
        let run = try office.fangpin(["casebook", "head", "--casebook", office.path])
        return run.text.trimmingCharacters(in: .newlines)
      }
      for number in 1...6 {
        try office.bring(office.declare("H\(number + 1)", Int64(9_000 + 700 * number)), to: .approved)
      }
      let first = try head()
      try office.bring(office.declare("H9", 30_000), to: .approved)
      _ = try office.record(.deputy, on: "2018-03-23") { (r) throws(CasebookError) in
        try r.reverse(2, reason: "insured")
      }
      try body(office, first, head())
    }
  }

  private func draw(_ office: CountyOffice, _ words: String..., language: Language = .en) throws
    -> FangpinProcess.Outcome
  {
    try office.fangpin(["audit", "draw", "--casebook", office.path] + words, in: language)
  }

  @Test("a head freezes what can be drawn: later decisions and reversals change nothing")
  func frozen() throws {
    try withCases { office, first, later in
      let (sample, list) = (office.file("s.csv").path, office.file("p.csv").path)
      let run = try draw(office, "--head", first, "--seed-head", later, "--out", sample, "--population", list)
      #expect(run.exitCode == 0, "\(run.talk)")
      let rows = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
      #expect(rows.count == 7 && rows[2].hasPrefix("2,case-2,H3,Dong,2018-03-19,"))
      let now = try draw(
        office, "--head", later, "--seed", "x", "--out", office.file("t.csv").path, "--population", list)
      let after = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
      #expect(now.exitCode == 0 && after.count == 7 && !after.contains { $0.hasPrefix("2,") })
    }
  }

  @Test(
    "heads that fit no journal, and plans that make no sense, are refused with the way out",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func refusals(language: Language) throws {
    try withCases { office, first, later in
      let out = office.file("s.csv").path
      let (digit, size) = (first.last == "0" ? "1" : "0", first.split(separator: " ")[0])
      let bad: [(Int32, [String])] = [
        (4, ["--head", first.dropLast() + digit]), (4, ["--head", "9\(first)"]),
        (4, ["--head", first, "--from", "2019-01-01"]), (2, ["--head", "\(size) 12"]),
        (2, ["--head", later, "--seed-head", first]), (2, ["--head", first, "--tolerable", "1"]),
        (2, ["--head", first, "--confidence", "100"]), (2, ["--head", first, "--expected", "x"]),
        (2, ["--head", first, "--of", "decided", "--by", "amount"]), (2, ["--head", first, "--seed", " x"]),
        (2, ["--head", first, "--from", "2018-05-01", "--to", "2018-04-01"]),
        (2, ["--head", first, "--from", "May"]),
      ]
      for (code, words) in bad {
        let run = try office.fangpin(
          ["audit", "draw", "--casebook", office.path, "--out", out] + words, in: language)
        #expect(run.exitCode == code && !run.talk.isEmpty, "\(words): \(run.talk)")
        #expect(!FileManager.default.fileExists(atPath: out))
      }
      let alone = try draw(office, "--head", first, "--out", out, language: language)
      #expect(alone.exitCode == 0 && alone.talk.contains("--seed-head"))
      let twice = try draw(office, "--head", first, "--out", out, language: language)
      #expect(twice.exitCode == 1 && twice.talk.contains("s.csv"))
    }
  }

  @Test(
    "a filled-in sample is extrapolated; one that was tampered with is named",
    arguments: DrawPlan.Method.allCases)
  func extrapolate(method: DrawPlan.Method) throws {
    try withCases { office, first, later in
      let sample = office.file("s.csv").path
      _ = try draw(
        office, "--head", first, "--seed-head", later, "--by", method.rawValue, "--size", "6", "--out", sample
      )
      var rows = try String(contentsOfFile: sample, encoding: .utf8).split(separator: "\n").map(String.init)
      #expect(rows.count == 7)
      func extrapolate(_ rows: [String], _ language: Language = .en) throws -> FangpinProcess.Outcome {
        try (rows.joined(separator: "\n") + "\n").write(toFile: sample, atomically: true, encoding: .utf8)
        return try office.fangpin(["audit", "extrapolate", sample, "--casebook", office.path], in: language)
      }
      let empty = try extrapolate(rows, .zh)
      #expect(empty.exitCode == 3 && empty.talk.contains("audited_payout") && empty.text.isEmpty)
      #expect(FileManager.default.fileExists(atPath: sample + ".rejects.csv"))
      for index in 1..<rows.count {
        let cells = rows[index].split(separator: ",", omittingEmptySubsequences: false)
        rows[index] = (cells[..<8] + [cells[5], "fine"]).joined(separator: ",")
      }
      let clean = try extrapolate(rows)
      #expect(
        clean.exitCode == 0 && clean.text.contains("passed")
          && clean.text.contains("Dong") == (method == .stratum))
      #expect(!FileManager.default.fileExists(atPath: sample + ".rejects.csv"))
      var wrong = rows
      let cells = rows[1].split(separator: ",", omittingEmptySubsequences: false)
      wrong[1] = (cells[..<8] + ["0", "nothing was due"]).joined(separator: ",")
      let overpaid = try extrapolate(wrong, .zh)
      let payout = try #require(Yuan(cells[5]))
      #expect(
        overpaid.exitCode == 4 && overpaid.text.contains("多付 1 件共 \(payout.grouped) 元"), "\(overpaid.text)")
      for (line, text) in [(3, "gone"), (2, "swapped")] {
        var bad = rows
        if text == "gone" {
          bad.remove(at: line)
        } else {
          bad[line] = bad[line].replacing(",case-2,", with: ",case-7,")
        }
        let run = try extrapolate(bad)
        #expect(run.exitCode == 4 && run.text.isEmpty, "\(run.talk)")
        #expect(run.talk.contains(text == "gone" ? "case 3 (" : "'case-7'"), "\(run.talk)")
      }
      let twice = try extrapolate(rows + [rows[1]])
      #expect(twice.exitCode == 3 && twice.talk.contains("duplicate-case"))
    }
  }

  @Test("a record that was changed is found out")
  func record() throws {
    try withCases { office, first, _ in
      let sample = office.file("s.csv").path
      _ = try draw(office, "--head", first, "--seed", "a", "--size", "6", "--out", sample)
      let text = try String(contentsOfFile: sample + ".draw.json", encoding: .utf8)
      let changes: [(Int32, String, String, String)] = [
        (4, "\"words\": \"a\"", "\"words\": \"b\"", "drawing again"),
        (4, "\"population\": 6", "\"population\": 7", "drawing again"),
        (4, "\"casebook\": \"", "\"casebook\": \"0", "from this one"),
        (1, "\"format\": \"fangpin-draw-1\"", "\"format\": \"x\"", "fangpin-draw-1"),
        (1, "\"size\": 6", "\"size\": \"six\"", "whole number"),
        (1, "\"tolerable\": \"5\"", "\"tolerable\": \"1\"", "raise"),
        (1, "\"seed\":", "\"sead\":", "'sead'"), (1, "}", "", "draw.json:28:"),
      ]
      for (code, part, other, says) in changes {
        #expect(text.contains(part), "\(part)")
        try text.replacing(part, with: other).write(
          toFile: sample + ".draw.json", atomically: true, encoding: .utf8)
        for language in Language.allCases {
          let run = try office.fangpin(
            ["audit", "extrapolate", sample, "--casebook", office.path], in: language)
          #expect(run.exitCode == code && run.text.isEmpty, "\(part): \(run.talk)")
          if language == .en { #expect(run.talk.contains(says), "\(part): \(run.talk)") }
        }
      }
    }
  }
}
