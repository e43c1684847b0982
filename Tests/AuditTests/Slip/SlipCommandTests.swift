import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import Sealing
import TestKit
import Testing
import Units

/// `audit prove` and `audit check-slip` as people use them.
@Suite("The commands on slips")
struct SlipCommandTests {
  private func withPaidCase(_ body: (CountyOffice, HeadCode) throws -> Void) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 22_000), to: .paid)
      try body(office, HeadCode(try #require(try office.read { book, _ in try book.lastHead() })))
    }
  }

  private func prove(
    _ office: CountyOffice, _ words: String..., in language: Language = .en
  ) throws -> FangpinProcess.Outcome {
    try office.fangpin(["audit", "prove", "--casebook", office.path] + words, in: language)
  }

  @Test(
    "a slip goes to a file or to the terminal, and holds in either form",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func bothForms(_ language: Language) throws {
    try withPaidCase { office, head in
      let path = office.file("case-1.slip").path
      let made = try prove(office, "1", "--out", path, in: language)
      #expect(made.exitCode == 0 && made.text.isEmpty && made.talk.contains(head.line))
      let json = try prove(office, "1", "--format", "json", in: language)
      #expect(json.exitCode == 0 && json.text.hasPrefix("{\"algorithm\""))
      try Data(json.text.utf8).write(to: office.file("case-1.json"))
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("\n" + json.text))
      for file in [path, office.file("case-1.json").path] {
        let alone = try office.fangpin(["audit", "check-slip", file], in: language)
        let typed = head.line.uppercased().replacing("-", with: " ")
        let held = try office.fangpin(["audit", "check-slip", file, "--head", typed], in: language)
        #expect(alone.exitCode == 0 && held.exitCode == 0, "\(held.talk)")
        let said = language == .zh ? ("还没有外部凭据证明这个存证码", "成立：") : ("nobody outside has vouched", "proven:")
        #expect(alone.text.contains(said.0) && !held.text.contains(said.0))
        #expect(held.text.hasPrefix(said.1) && held.text.contains("wei-county-2017"))
      }
    }
  }

  /// The words belong to the form: who changes them gives the form another number.
  @Test("the words are those of the form fangpin-slip-1, in both languages", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    try withPaidCase { office, head in
      let paper = try prove(office, "1", in: language).text
      let words = paper.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("{") }
      let steady = words.joined(separator: "\n").replacing(head.line, with: "CODE")
        .replacing(/(指纹|fingerprint of the key) [0-9a-f]{16}/) { "\($0.1) KEY" }
      try Golden.expect(steady, in: "Tests/AuditTests/Slip/Golden/slip.\(language.rawValue).txt")
    }
  }

  @Test("an earlier head leaves out what came later, and says so")
  func earlierHead() throws {
    try withPaidCase { office, last in
      let early = try office.read { book, files in
        HeadCode(try #require(try book.head(covering: files[0].openedEntry)))
      }
      let made = try prove(office, "1", "--head", early.line, "--out", office.file("early").path)
      #expect(
        made.exitCode == 0 && made.talk.contains("what came after entry \(early.size) is not in the slip"))
      let held = try office.fangpin(["audit", "check-slip", office.file("early").path, "--head", early.line])
      #expect(held.exitCode == 0 && held.text.contains("opened, to be verified"))
      let other = try office.fangpin(["audit", "check-slip", office.file("early").path, "--head", last.line])
      #expect(other.exitCode == 4 && other.text.contains("[other-head]"))
      #expect(other.text.contains("audit prove --head \"\(last.line)\""))
    }
  }

  @Test("what cannot be proven is refused, each with what to do instead")
  func refusals() throws {
    try withPaidCase { office, head in
      let early = try office.read { book, files in
        HeadCode(try #require(try book.head(of: files[0].openedEntry - 1)))
      }
      let notYet = try prove(office, "1", "--head", early.line)
      #expect(
        notYet.exitCode == 4 && notYet.talk.contains("is not covered by the head \(early.line) yet"),
        "\(notYet.talk)"
      )
      let digits = head.digits.hasPrefix("0") ? "1" + head.digits.dropFirst() : "0" + head.digits.dropFirst()
      let wrong = try prove(office, "1", "--head", "\(head.size) \(digits)")
      #expect(
        wrong.exitCode == 4
          && wrong.talk.contains("the casebook's head at entry \(head.size) is \(head.line)"))
      let noHead = try prove(office, "1", "--head", "1 \(head.digits)")
      #expect(noHead.exitCode == 4 && noHead.talk.contains("not one of this casebook"), "\(noHead.talk)")
      #expect(try prove(office, "99").exitCode == 4)
      #expect(try prove(office, "1", "--head", "12 abc").exitCode == 2)
      #expect(try prove(office, "one").exitCode == 2)
      #expect(try prove(office, "1", "--out", office.path).exitCode == 2)
      #expect(try prove(office, "1", "--out", "/nowhere/slip").exitCode == 1)
      #expect(try office.run("show", "1").exitCode == 0)
    }
  }

  @Test(
    "what is no slip is unreadable: the place, the member and the cure are told",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func unreadable(_ language: Language) throws {
    try withPaidCase { office, _ in
      let json = try prove(office, "1", "--format", "json").text
      let cases: [(String, code: String)] = [
        ("", "no-proof"), ("hello\nworld\n", "no-proof"), ("{", "unexpected-end"), ("{}", "missing-key"),
        (json.replacing("\"size\"", with: "\"sise\""), "unknown-key"),
        (json.replacing("\"case\":1", with: "\"case\":\"1\""), "wrong-value"),
        (json.replacing("fangpin-slip-1", with: "fangpin-slip-3"), "slip-format"),
        (json.replacing("\"case\":1", with: "\"case\":1,\"case\":1"), "duplicate-key"),
        ("words\n" + json.dropLast(20), "unclosed-string"),
      ]
      for (text, code) in cases {
        let file = office.file("bad")
        try Data(text.utf8).write(to: file)
        let run = try office.fangpin(["audit", "check-slip", file.path], in: language)
        #expect(run.exitCode == 1 && run.text.isEmpty, "\(code): \(run.talk)")
        #expect(run.talk.contains("[\(code)]") && run.talk.contains("bad:"), "\(code): \(run.talk)")
      }
      #expect(try office.fangpin(["audit", "check-slip", "/nowhere"]).exitCode == 1)
      #expect(
        try office.fangpin(["audit", "check-slip", office.file("bad").path, "--rules", "wei"]).exitCode == 1)
      #expect(try office.fangpin(["audit", "check-slip"]).exitCode == 2)
    }
  }

  @Test("changed words are named, and what the proof really says is shown")
  func changedWords() throws {
    try withPaidCase { office, head in
      let paper = try prove(office, "1", in: .zh).text
      let forged = paper.replacing("已到账 10,200.00", with: "已到账 102,000.00")
      #expect(forged != paper, "\(paper)")
      try Data(forged.utf8).write(to: office.file("forged"))
      let run = try office.fangpin(
        ["audit", "check-slip", office.file("forged").path, "--head", head.line], in: .zh)
      #expect(run.exitCode == 4 && run.text.contains("words-changed") && run.text.contains("凭证本身说的是"))
      #expect(run.text.contains("102,000.00") && run.text.contains("已到账 10,200.00"))
    }
  }

  @Test("notes of the offices are read out to whoever hands the slip over")
  func notes() throws {
    try withOffice { office in
      let number = try office.declare("H2", 22_000)
      try office.record(.village, on: "2018-03-06") { (r) throws(CasebookError) in
        try r.pend(number, reason: "invoice-of-the-aunt")
      }
      let run = try prove(office, "\(number)")
      #expect(run.exitCode == 0 && run.talk.contains("says 'invoice-of-the-aunt'"), "\(run.talk)")
    }
  }

  @Test("a decision under a scheme that is not at hand is said not to be recomputed, and with --rules it is")
  func ownScheme() throws {
    try withOffice(onDeficit: "pend") { office in
      try office.bring(try office.declare("H2", 22_000), to: .paid)
      let slip = office.file("slip").path
      #expect(try prove(office, "1", "--out", slip).exitCode == 0)
      let without = try office.fangpin(["audit", "check-slip", slip])
      #expect(without.exitCode == 0 && without.text.contains("was not recomputed"), "\(without.text)")
      let other = try office.fangpin(["audit", "check-slip", slip, "--rules", "wei-county-2017"])
      #expect(other.exitCode == 0 && other.text.contains("is not that of any decision here"), "\(other.text)")
      let rules = office.file("own.json")
      try Data(try office.schemeBytes()).write(to: rules)
      let with = try office.fangpin(["audit", "check-slip", slip, "--rules", rules.path])
      #expect(with.exitCode == 0 && with.text.contains("recomputed under wei-county-2017, is the same"))
    }
  }
}
