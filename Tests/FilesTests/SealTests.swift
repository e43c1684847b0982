import Casebook
import Files
import Foundation
import Journal
import Sealing
import TestKit
import Testing
import Units

@Suite("Seals")
struct SealTests {
  /// Expects a file to be refused with a word, and nothing to be recorded.
  private func expectRefused(
    _ county: County, _ word: String, exitCode: Int32 = 4, at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try county.entries().count
    let received = try county.receive(on: "2018-03-06")
    #expect(received.exitCode == exitCode, "\(received.talk)", sourceLocation: location)
    #expect(received.talk.contains(word), "\(received.talk)", sourceLocation: location)
    #expect(try county.entries().count == before, sourceLocation: location)
    #expect(try county.state(1) == .opened, sourceLocation: location)
  }

  /// The seal of the answered file, made again with something else in it.
  private func reseal(
    _ county: County, as name: String = "Wang", key: PrivateKey? = nil, book: String? = nil,
    from: String? = nil, rows: Int? = nil,
    sum: Yuan? = nil, answers: Digest? = nil, table: FileKind = .docket
  ) throws {
    let path = Seal.path(of: county.file("f.csv"))
    let seal = try Seal.read(path)
    let totals = ControlTotals(
      rows: rows ?? seal.totals.rows, sum: sum ?? seal.totals.sum, digest: seal.totals.digest)
    let other = try Seal(
      table, book: book ?? seal.book, from: from ?? seal.from, to: seal.to, on: seal.day, totals: totals,
      cases: seal.cases,
      answers: answers ?? seal.answers, actor: name, key: try key ?? county.key(name))
    try Data(other.bytes).write(to: URL(filePath: path))
  }

  @Test("a byte changed after sealing is caught, wherever it is", arguments: [0, 120, 200, 260])
  func changedByte(place: Int) throws {
    try withCounty { county in
      try county.answeredByDepartment()
      var bytes = try county.data("f.csv")
      #expect(place < bytes.count)
      bytes[place] = bytes[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      try bytes.write(to: county.folder.appending(path: "f.csv"))
      try expectRefused(county, "changed after it was sealed")
    }
  }

  @Test("wrong totals are named, though the signature holds")
  func totals() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      try reseal(county)
      let kept = try county.data("f.csv.seal.json")
      try reseal(county, rows: 4)
      try expectRefused(county, "the number of rows is wrong")
      try kept.write(to: county.folder.appending(path: "f.csv.seal.json"))
      try reseal(county, sum: Yuan(fen: 6_000_001))
      try expectRefused(county, "the sum of the amounts is wrong")
      try kept.write(to: county.folder.appending(path: "f.csv.seal.json"))
      #expect(try county.receive(on: "2018-03-06").exitCode == 0)
    }
  }

  @Test("a key that is not enrolled, another's key, another's name and another's office are refused")
  func foreign() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      try reseal(county, key: try PrivateKey.generate(.ed25519))
      try expectRefused(county, "not enrolled")
      try reseal(county, key: try county.key("Dong"))
      try expectRefused(county, "the key is that of Dong")
      try reseal(county, as: "Sun", key: try county.key("Wang"))
      try expectRefused(county, "the key is that of Wang")
      try reseal(county, from: "东关村")
      try expectRefused(county, "the key is that of Wang")
    }
  }

  @Test("a word changed in the seal makes its signature worthless")
  func changedSeal() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      let seal = try county.text("f.csv.seal.json")
      #expect(seal.contains("2018-03-05"))
      try county.write(seal.replacing("2018-03-05", with: "2018-03-04"), "f.csv.seal.json")
      try expectRefused(county, "the signature is wrong")
    }
  }

  @Test("another casebook's file, an answer to nothing and a file of another kind are refused")
  func origin() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      try reseal(county, book: "0123456789abcdef0123456789abcdef")
      try expectRefused(county, "another casebook")
    }
    try withCounty { county in
      try county.answeredByDepartment()
      try reseal(county, answers: Digest([UInt8](repeating: 7, count: 32)))
      try expectRefused(county, "no file that this one answers")
    }
    try withCounty { county in
      try county.answeredByDepartment()
      try reseal(county, table: .payouts)
      try expectRefused(county, "is not a docket")
    }
  }

  @Test("a revoked key seals nothing more")
  func revoked() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      for name in ["Li", "Zhao"] {
        try county.act(name, on: "2018-03-05") { (recording) throws(CasebookError) in
          _ = try recording.revoke("Wang")
        }
      }
      try expectRefused(county, "revoked")
    }
  }

  @Test("a seal from a later day than its receipt is refused, and only the county receives")
  func dayAndRole() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      let early = try county.receive(on: "2018-03-04")
      #expect(early.exitCode == 4 && early.talk.contains("cannot have been received on 2018-03-04"))
      let words = ["casebook", "receive", county.file("f.csv"), "--on", "2018-03-06"]
      let wrong = try county.run(words, as: "Wang")
      #expect(wrong.exitCode == 4 && wrong.talk.contains("county office"))
    }
  }

  @Test(
    "what is wrong in a seal's file is shown with its place",
    arguments: [
      ("{", "f.csv.seal.json:1:2"), ("[]", "f.csv.seal.json:1:1"),
      ("{\"format\":\"fangpin-seal-2\"}", "f.csv.seal.json:1:11"),
      ("{\"rowz\":1}", "did you mean 'rows'"), ("{\"day\":\"2018-02-30\"}", "f.csv.seal.json:1:8"),
      ("{\"rows\":-1}", "f.csv.seal.json:1:9"), ("{\"cases\":[1]}", "f.csv.seal.json:1:10"),
      ("{\"key\":\"ab\"}", "64 hexadecimal digits"), ("{\"to\":\"a\",\"to\":\"b\"}", "appears twice"),
    ])
  func places(text: String, word: String) throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "f.csv.seal.json")
      try Data(text.utf8).write(to: path)
      let error = #expect(throws: CasebookError.self) { try Seal.read(path.path) }
      guard case .input(let diagnostics) = error else {
        Issue.record("not an input error: \(String(describing: error))")
        return
      }
      #expect(
        diagnostics.contains { $0.text(in: .en).contains(word) }, "\(diagnostics.map { $0.text(in: .en) })")
    }
  }
}
