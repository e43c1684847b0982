import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// Slips of a county with a scheme of its own: they have the second form, and bring their words with them.
@Suite("Slips of another county")
struct OtherCountyTests {
  /// What the built-in schemes call what the other county calls otherwise, and whose they are.
  static let foreign = [
    "因病", "非高标准脱贫户", "魏县", "illness", "out of poverty", "Wei County", "住院", "inpatient",
  ]

  private func withPaidCase(
    _ reading: String = "whole", _ body: (CountyOffice, Slip) throws -> Void
  ) throws {
    try withOffice(under: .ofAnotherCounty(reading: reading)) { office in
      let number = try office.declare("H2", 22_000)
      try office.bring(number, to: .paid)
      try office.read { book, files in try body(office, try book.slip(of: files[0])) }
    }
  }

  @Test("the words are those of the form fangpin-slip-2, in both languages", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    try withPaidCase("by-band") { _, slip in
      let paper = try #require(slip.paper(in: language))
      let words = paper.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("{") }
      let steady = words.joined(separator: "\n").replacing(HeadCode(slip.head).line, with: "CODE")
        .replacing(/(指纹|fingerprint of the key) [0-9a-f]{16}/) { "\($0.1) KEY" }
      try Golden.expect(steady, in: "Tests/AuditTests/Slip/Golden/slip-2.\(language.rawValue).txt")
    }
  }

  @Test("names are the scheme's wherever the case is told, and no other's", arguments: Language.allCases)
  func names(_ language: Language) throws {
    try withPaidCase { office, slip in
      #expect(slip.format == .ownNames && slip.schemes?.count == 1)
      let own = language == .zh ? ["大病", "监测户", "南山"] : ["hospital bills", "watched household", "Nanshan"]
      let path = office.file("case-1.slip").path
      let asked: [([String], names: [String])] = [
        (["audit", "prove", "1"], own), (["audit", "check-slip", path], own),
        (["letter", "1"], [own[0], own[2]]), (["case", "explain", "1"], own),
        (["case", "show", "1"], [own[0]]),
      ]
      #expect(
        try office.fangpin(["audit", "prove", "1", "--casebook", office.path, "--out", path]).exitCode == 0)
      for (words, names) in asked {
        let book = words[1] == "check-slip" ? [] : ["--casebook", office.path]
        let run = try office.fangpin(words + book, in: language)
        #expect(run.exitCode == 0, "\(words): \(run.talk)")
        // The proof itself, which is the last line of a slip, has the words of the files.
        let told = run.text.split(separator: "\n").filter { !$0.hasPrefix("{") }.joined(separator: "\n")
        for name in names { #expect(told.contains(name), "\(words): \(name)") }
        for name in OtherCountyTests.foreign { #expect(!told.contains(name), "\(words): \(name)") }
      }
    }
  }

  @Test(
    "both checkers accept every form, and the decision is made again with the scheme that the slip brings")
  func holds() throws {
    let second = try SecondChecker(script: "checker2.py")
    for reading in ["whole", "by-band"] {
      try withPaidCase(reading) { _, slip in
        let texts = [slip.json, try #require(slip.paper(in: .zh)), try #require(slip.paper(in: .en))]
        for text in texts {
          #expect(verdict(text) == [] && verdict(text, head: HeadCode(slip.head)) == [])
        }
        #expect(try second.slips(texts, head: HeadCode(slip.head).line).allSatisfy { $0.hasPrefix("holds") })
        let recomputed = SlipCheck(slip, head: nil).recomputed
        #expect(recomputed.count == 1 && recomputed[0].result == .same(scheme: "nanshan-2018"))
        // The first checker knows the first form alone, which is what is left without the schemes.
        let first = slip.bringing(nil)
        #expect(first.format == .builtInNames && verdict(first.json) == [])
        #expect(try SecondChecker().slips([slip.json])[0].hasPrefix("unreadable"))
        #expect(try SecondChecker().slips([first.json])[0].hasPrefix("holds"))
        #expect(try second.slips([first.json])[0].hasPrefix("holds"))
      }
    }
  }

  @Test("a case that began under one scheme and was decided under another brings both")
  func twoSchemes() throws {
    let second = try SecondChecker(script: "checker2.py")
    try withOffice { office in
      let number = try office.declare("H2", 22_000)
      try office.bring(number, to: .verified)
      let rules = office.file("nanshan.json")
      try Data(SchemeFile.ofAnotherCounty().bytes).write(to: rules)
      let changed = try office.fangpin([
        "casebook", "readjudicate", "--rules", rules.path, "--since", "2018-01-01", "--record", "--on",
        "2018-03-06",
        "--casebook", office.path, "--key", office.key(.county),
      ])
      #expect(changed.exitCode == 0, "\(changed.talk)")
      try office.bring(number, to: .paid)
      let slip = try office.read { book, files in try book.slip(of: files[0]) }
      let schemes = try #require(slip.schemes)
      #expect(schemes.count == 2 && verdict(slip.json) == [])
      #expect(try second.slips([slip.json])[0].hasPrefix("holds"))
      let paper = try #require(slip.paper(in: .en))
      for name in ["declared: illness", "watched household", "Wei County", "Nanshan County"] {
        #expect(paper.contains(name), "\(name)")
      }
      let tampered = [Array(schemes.reversed()), schemes + [schemes[0]], [schemes[1]], [schemes[0]]]
      let told = [["out-of-order"], ["out-of-order"], ["scheme-missing"], ["scheme-missing"]]
      #expect(tampered.map { verdict(slip.bringing($0).json) } == told)
      let theirs = try second.slips(tampered.map { slip.bringing($0).json })
      #expect(theirs.allSatisfy { $0.hasPrefix("fails") })
    }
  }

  @Test("a word of the scheme that was changed is not believed, also where the paper says the same")
  func changedWords() throws {
    let second = try SecondChecker(script: "checker2.py")
    try withPaidCase { _, slip in
      let text = try #require(slip.schemes?.first)
      let wei = String(decoding: try SchemeFile.builtIn().bytes, as: UTF8.self)
      let schemes = [
        [text.replacing("大病", with: "小病")], [text.replacing("watched household", with: "rich household")],
        [text.replacing("\"percent\": 60", with: "\"percent\": 90")], [text + "\n"], [wei], [text, wei],
        ["{}"], [""],
      ]
      let tampered = schemes.map { slip.bringing($0) }
      for (index, slip) in tampered.enumerated() {
        let isAdded = index == 5
        #expect(verdict(slip.json) == (isAdded ? ["other-scheme"] : ["scheme-missing", "other-scheme"]))
        // Not a word of what nobody vouches for is told.
        #expect(slip.paper(in: .zh) == nil && slip.paper(in: .en) == nil)
      }
      #expect(try second.slips(tampered.map(\.json)).allSatisfy { $0.hasPrefix("fails") })
      let paper = try #require(slip.paper(in: .zh))
      let forged = paper.replacing("大病", with: "小病")
      #expect(verdict(forged).sorted() == ["other-scheme", "scheme-missing"])
      let words = paper.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in words.enumerated() where line.contains("大病") && !line.hasPrefix("{") {
        var changed = words.map(String.init)
        changed[index] = String(line).replacing("大病", with: "小病")
        #expect(verdict(changed.joined(separator: "\n")) == ["words-changed"], "line \(index + 1)")
      }
    }
  }

  @Test("one character changed anywhere in a scheme that the slip brings is caught by both")
  func everyField() throws {
    let second = try SecondChecker(script: "checker2.py")
    try withPaidCase { _, slip in
      let flips = try Flip.all(in: slip.json, seed: 12).filter { $0.field.hasPrefix(".schemes[0] ") }
      #expect(flips.count > 300, "\(flips.count)")
      let wanted = TestSize.volume(fast: 40, ordinary: 150, long: flips.count)
      let tried = stride(from: 0, to: flips.count, by: max(1, flips.count / wanted)).map { flips[$0] }
      let theirs = try second.slips(tried.map(\.text))
      for (flip, line) in zip(tried, theirs) {
        #expect(verdict(flip.text) == ["scheme-missing", "other-scheme"], "\(flip.field)")
        #expect(line.hasPrefix("fails"), "\(flip.field): \(line)")
      }
    }
  }

  @Test("what is no slip of the second form is unreadable, and says why")
  func unreadable() throws {
    try withPaidCase { _, slip in
      let json = slip.json
      let scheme = try #require(json.range(of: ",\"schemes\":["))
      let cases = [
        (json.replacing("fangpin-slip-2", with: "fangpin-slip-1"), "unknown-key"),
        (json.replacing("fangpin-slip-2", with: "fangpin-slip-3"), "slip-format"),
        (String(json[..<scheme.lowerBound]) + "}", "missing-key"),
        (slip.bringing([]).json, "wrong-value"),
        (String(json[..<scheme.upperBound]) + "1]}", "wrong-value"),
        (String(json[..<scheme.lowerBound]) + ",\"schemes\":{}}", "wrong-value"),
      ]
      for (text, code) in cases { #expect(verdict(text) == ["unreadable: \(code)"]) }
    }
  }
}

extension Slip {
  /// The same with other schemes.
  fileprivate func bringing(_ schemes: [String]?) -> Slip {
    Slip(
      book: book, algorithm: algorithm, number: number, head: head, publicKey: publicKey, parts: parts,
      schemes: schemes)
  }
}
