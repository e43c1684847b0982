import Audit
import Casebook
import Files
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Verifying a casebook")
struct VerifyTests {
  /// An office with a case in every state that a case can stand in.
  private func everyState(_ office: CountyOffice) throws -> Int {
    var cases = 0
    let states = CaseState.allCases
    for (index, state) in states.enumerated() {
      let number = try office.declare("H\(index + 3)", state == .denied ? 3_000 : 18_000)
      if state == .exhausted { continue }
      try office.bring(number, to: state)
      cases += 1
    }
    return cases
  }

  private func verify(
    _ office: CountyOffice, given: [HeadCode] = [], payouts: [Sheet] = [], threads: Int = 2
  ) throws -> Verification {
    try Verifier.verify(office.path, given: given, payouts: payouts, threads: threads)
  }

  @Test("a casebook with a case in every state is clean, at any number of threads", arguments: [1, 3])
  func clean(_ threads: Int) throws {
    try withOffice { office in
      #expect(try everyState(office) >= 12)
      let found = try verify(office, threads: threads)
      #expect(found.isClean, "\(found.faults.map { "\($0.entry ?? 0): \($0.what.en)" })")
      #expect(found.decisions >= 5 && found.payout > .zero && found.personal >= 12)
      #expect(found.areIndexesChecked)
    }
  }

  @Test(
    "batches, claims presented again, another scheme with what it pays more, and forgotten data are clean")
  func batches() throws {
    try withOffice(fund: Yuan(fen: 1_500_000), onDeficit: "pend") { office in
      try office.record(.county, on: "2018-04-01") { (r) throws(CasebookError) in
        for number in 1...12 {
          for asset in ["dwellings", "businesses", "vehicles"] {
            try r.append(AssetStatement(household: "H\(number)", asset: asset, count: 0, revises: nil))
          }
        }
      }
      let rows = (1...12).map { "C\($0),H\($0),illness,2018-03-0\($0 % 9 + 1),\(9_000 + 4_000 * $0)" }
      try batch(office, "one.csv", rows, on: "2018-04-02")
      // The same ids again: those that were not counted may come once more, those that were are duplicates.
      try batch(office, "two.csv", rows.reversed() + ["C77,H99,illness,2018-03-02,9000"], on: "2018-05-02")
      _ = try office.record(.county, on: "2018-05-03") { (r) throws(CasebookError) in
        try r.contribute(Yuan(fen: 900_000_000), note: nil)
      }
      let other = BuiltInSchemes.ids.first { $0 != BuiltInSchemes.standard } ?? ""
      let file = try SchemeFile.builtIn(other)
      let promised = try office.record(.county, on: "2018-06-01") { (r) throws(CasebookError) in
        try r.readjudicate(under: file.scheme, bytes: file.bytes, since: .of("2018-01-01")).promised
      }
      #expect(promised > .zero)
      let found = try verify(office)
      #expect(found.isClean, "\(found.faults.map { "\($0.entry ?? 0): \($0.what.en)" })")
      #expect(found.decisions == 25)
    }
  }

  private func batch(_ office: CountyOffice, _ name: String, _ rows: [String], on day: String) throws {
    try office.write(lines: ["claim_id,household_id,peril,incurred_on,amount"] + rows, name)
    let outcome = try office.record(.county, on: day) { (r) throws(CasebookError) in
      try r.adjudicate(office.path(of: name), threads: 2)
    }
    #expect(outcome.faults.isEmpty && !outcome.isKnown)
  }

  @Test("a head kept elsewhere fits, an older one too, and that of another casebook does not")
  func heads() throws {
    try withOffice { office in
      let early = HeadCode(try #require(try Casebook.open(office.path).lastHead()))
      _ = try everyState(office)
      let late = HeadCode(try #require(try Casebook.open(office.path).lastHead()))
      #expect(try verify(office, given: [early, late]).isClean)
      try withOffice { other in
        let found = try verify(other, given: [early])
        #expect(found.count(.history) == 1 && found.count(.bytes) == 0 && found.count(.results) == 0)
        #expect(found.faults.first?.entry == early.size)
        // One that covers more than there is speaks of a tail that has gone.
        #expect(try verify(other, given: [late]).count(.history) == 1)
      }
    }
  }

  @Test("a payout file says what the journal says, or the row and its entry are named")
  func payoutFiles() throws {
    try withOffice { office in
      let number = try office.declare("H5", 18_000)
      try office.bring(number, to: .approved)
      let out = office.file("payouts.csv").path
      let run = try office.run("settle", "\(number)", "--out", out, as: .cashier, on: "2018-03-20")
      try #require(run.exitCode == 0, "\(run.talk)")
      let whole = try String(contentsOfFile: out, encoding: .utf8)
      func found(_ text: String) throws -> Verification {
        try Data(text.utf8).write(to: URL(filePath: out))
        return try verify(office, payouts: [try Sheet.read(out, .payouts)])
      }
      #expect(try found(whole).isClean)
      #expect(try found(whole).payoutRows == 1)
      let settled = try #require(
        try Casebook.open(office.path).entries(of: office.casefile(number)).last?.number)
      for (was, becomes) in [
        ("7800.00", "8800.00"), ("H5", "H6"), ("6222020000000000000", "6222020000000000001"),
      ] {
        try #require(whole.contains(was))
        let wrong = try found(whole.replacing(was, with: becomes))
        #expect(wrong.count(.results) == 1 && wrong.count(.bytes) == 0, "\(was)")
        #expect(wrong.faults.first?.entry == settled, "\(was)")
      }
      let header = try #require(whole.split(separator: "\n").first)
      #expect(try found(whole + whole.dropFirst(header.count + 1)).count(.results) == 1)
      let empty = try found("\(header)\n")
      #expect(empty.isClean && empty.payoutRows == 0)
    }
  }

  @Test("what a scheme of its own time decides is not held against another scheme")
  func ownScheme() throws {
    try withOffice { office in
      let number = try office.declare("H5", 18_000)
      try office.bring(number, to: .paid)
      let run = try office.fangpin([
        "audit", "replay", "--rules", "wei-county-2017-by-band", "--casebook", office.path,
      ])
      #expect(run.exitCode == 4 && run.text.contains("1,000.00"), "\(run.text)")
      let same = try office.fangpin([
        "audit", "replay", "--rules", "wei-county-2017", "--casebook", office.path,
      ])
      #expect(same.exitCode == 0, "\(same.text)")
      #expect(try verify(office).isClean)
    }
  }

  @Test(
    "the command answers in both languages, and with 4 where an answer is no", arguments: Language.allCases)
  func command(_ language: Language) throws {
    try withOffice { office in
      let clean = try office.fangpin(["audit", "verify", "--casebook", office.path], in: language)
      #expect(clean.exitCode == 0 && clean.text.contains(language == .zh ? "字节完好" : "bytes intact"))
      let head = "5 00000000000000000000000000000000"
      let wrong = try office.fangpin(
        ["audit", "verify", "--head", head, "--casebook", office.path], in: language)
      #expect(
        wrong.exitCode == 4 && wrong.text.contains(language == .zh ? "第 5 条" : "entry 5"), "\(wrong.text)")
      let bad = try office.fangpin(
        ["audit", "verify", "--head", "5 00", "--casebook", office.path], in: language)
      #expect(bad.exitCode == 2)
      let json = try office.fangpin(
        ["audit", "verify", "--format", "json", "--casebook", office.path], in: language)
      let read = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any]
      #expect((read?["bytes"] as? [String: Any])?["holds"] as? Bool == true)
    }
  }

  @Test(
    "no command that only reads writes its output over the casebook",
    arguments: TestSize.spread(
      [
        "report --period 2018", "audit prove 1", "audit anomalies",
        "audit replay --rules wei-county-2017-by-band",
        "letter 1", "notice --village Xi", "audit draw --head HEAD", "audit diff BOOK OTHER",
      ], fast: 4))
  func outputs(_ words: String) throws {
    try withOffice { office in
      try office.bring(try office.declare("H5", 18_000), to: .paid)
      let before = try Data(contentsOf: URL(filePath: office.path))
      let head = HeadCode(try #require(try Casebook.open(office.path).lastHead())).line
      let other = office.file("decisions.csv")
      try Data("claim_id,payout\ncase-1,7800.00\n".utf8).write(to: other)
      var given = words.split(separator: " ").map(String.init).map { word in
        ["HEAD": head, "BOOK": office.path, "OTHER": other.path][word] ?? word
      }
      if !given.contains(office.path) { given += ["--casebook", office.path] }
      for language in Language.allCases {
        let run = try office.fangpin(given + ["--out", office.path], in: language)
        #expect(run.exitCode == 2 && run.talk.contains(office.path), "\(run.talk)")
        #expect(try Data(contentsOf: URL(filePath: office.path)) == before)
      }
    }
  }
}
