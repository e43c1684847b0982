import Casebook
import Foundation
import Journal
import OfficeKit
import Reports
import TestKit
import Testing
import Units

/// `fangpin letter` as its clerk types it; no browser is needed.
@Suite("fangpin letter")
struct LetterCommandTests {
  @Test("writes one case to standard output, to a file for its owner alone, or into a folder")
  func places() throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000)
      try office.bring(number, to: .approved)
      let plain = try office.fangpin(["letter", "\(number)", "--casebook", office.path])
      #expect(plain.exitCode == 0 && plain.text.hasPrefix("<!DOCTYPE html>") && plain.talk.isEmpty)
      let file = office.file("l.html").path
      let named = try office.fangpin(["letter", "\(number)", "--out", file, "--casebook", office.path])
      #expect(named.exitCode == 0 && named.text.isEmpty)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == plain.text)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let folder = office.file("folder").path
      let period = [
        "--decided-from", "2018-03-01", "--to", "2018-03-31", "--out", folder, "--casebook", office.path,
      ]
      #expect(try office.fangpin(["letter"] + period).exitCode == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter-\(number).html"])
      let before = [
        "--decided-from", "2018-01-01", "--to", "2018-01-31", "--out", folder, "--casebook", office.path,
      ]
      let none = try office.fangpin(["letter"] + before)
      #expect(none.exitCode == 0 && none.talk.contains("no case was decided"))
    }
  }

  @Test(
    "says what is wrong with its words",
    arguments: [
      ([], 2, "give a case number"), (["x"], 2, "'x'"), (["1", "2"], 2, "--out DIR"),
      (["77"], 4, "no case 77"),
      (["1", "--decided-from", "2018-01-01"], 2, "not both"),
      (["--decided-from", "2018-13-01"], 2, "2018-13-01"),
      (["--to", "2018-01-01"], 2, "--decided-from"), (["1"], 4, "not decided yet"),
      (["--decided-from", "2018-02-01", "--to", "2018-01-01"], 2, "is after 2018-01-01"),
    ])
  func refusals(_ words: [String], _ code: Int32, _ said: String) throws {
    try withOffice { office in
      _ = try office.declare("H1", 18_000)
      let run = try office.fangpin(["letter"] + words + ["--casebook", office.path])
      #expect(run.exitCode == code && run.talk.contains(said) && run.text.isEmpty, "\(run.talk)")
    }
  }

  @Test("never replaces the casebook")
  func clash() throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000)
      try office.bring(number, to: .approved)
      let run = try office.fangpin(["letter", "\(number)", "--out", office.path, "--casebook", office.path])
      #expect(run.exitCode == 2 && run.talk.contains("replace an input"))
      #expect(try office.casefile(number).number == number)
    }
  }

  @Test("what somebody typed never becomes markup")
  func markup() throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000, as: "<script>王&明\u{1B}")
      try office.record(.village, on: "2018-03-07") { (r) throws(CasebookError) in
        try r.pend(number, reason: "<b>invoice</b>")
      }
      let page = LetterPage(try office.letter(number), in: .zh).text
      #expect(page.contains("&lt;script&gt;王&amp;明\u{FFFD}") && page.contains("&lt;b&gt;invoice"))
      #expect(!page.contains("<script>") && !page.contains("<b>") && !page.contains("\u{1B}"))
    }
  }
}
