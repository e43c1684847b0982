import BookKit
import Casebook
import Foundation
import Journal
import Store
import Tables
import TestKit
import Testing
import Units

@Suite("Rows of answers")
struct RowTests {
  /// The rows that were set aside: case line, field and problem.
  private func rejects(_ county: County) throws -> [String] {
    try county.text("f.csv.rejects.csv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[1]) \(cells[3]) \(cells[5])"
    }
  }

  @Test("nobody acts on the own household by a file either, and the other rows are recorded")
  func ownHousehold() throws {
    try withCounty { county in
      try county.verifiedAndVisited()
      _ = try county.send(to: "西关村", on: "2018-03-08")
      try county.fill([1: ["answer": "yes"], 2: ["answer": "yes"], 3: ["answer": "no"]])
      _ = try county.seal(as: "Lu", on: "2018-03-08")
      let received = try county.receive(on: "2018-03-08")
      #expect(received.exitCode == 3 && received.talk.contains("2 recorded"))
      #expect(try rejects(county) == ["3 move own-household"])
      #expect(try county.state(1) == .appraised)
      #expect(try county.state(2) == .visited)
      #expect(try Casebook.open(county.path).rebuild().corrected.isEmpty)
      let file = try #require(try county.entries().last)
      #expect(file.kind == .receive && file.payload.number("rejected") == 1)
    }
  }

  @Test(
    "rows that say something else than the casebook, or that the rules refuse, are set aside with their place"
  )
  func refused() throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      let counts = ["dwellings": "1", "businesses": "0", "vehicles": "0"]
      try county.fill([
        1: counts.merging(["household_id": "H2"]) { $1 }, 2: ["move": "visit", "note": "seen"],
        3: counts.merging(["happened_on": "2018-02-28"]) { $1 },
      ])
      #expect(try county.seal(as: "Wang", on: "2018-03-05").exitCode == 0)
      let received = try county.receive(on: "2018-03-06")
      #expect(received.exitCode == 3 && received.talk.contains("0 recorded"))
      #expect(
        try rejects(county) == [
          "2 household_id differs", "3 move illegal-move", "4 move before-last-step",
        ])
      for number in 1...3 { #expect(try county.state(number) == .opened) }
      #expect(try county.entries().filter { $0.kind == .verify }.isEmpty)
    }
  }

  @Test("a department's answers may come piece by piece, and the case is verified with the last")
  func pieces() throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      try county.fill([1: ["vehicles": "0"], 2: ["dwellings": "none"]])
      _ = try county.seal(as: "Wang", on: "2018-03-03")
      _ = try county.receive(on: "2018-03-03")
      #expect(try county.state(1) == .opened)
      _ = try county.send(to: "县医保局", "g.csv", on: "2018-03-04")
      let counts = ["dwellings": "1", "businesses": "0", "vehicles": "2"]
      try county.fill([1: counts, 2: counts], in: "g.csv")
      _ = try county.seal("g.csv", as: "Wang", on: "2018-03-05")
      let received = try county.receive("g.csv", on: "2018-03-05")
      #expect(received.exitCode == 0 && received.talk.contains("2 recorded, 1 not answered yet"))
      #expect(try county.state(1) == .verified)
      let facts = try Casebook.open(county.path, .readOnly).facts(
        of: "H1", on: try #require(Day("2018-03-05")))
      #expect(facts?.assets.map { $0?.value } == [1, 0, 2])
    }
  }

  @Test(
    "seal shows what it cannot read, with its place, and writes nothing",
    arguments: [
      (["move": "approve", "note": "x"], "cannot be done by file"),
      (["move": "vist", "note": "x"], "did you mean 'visit'"),
      (["dwellings": "two"], "not a count"), (["dwellings": "无"], "not a count"),
      (["note": "x"], "must be filled"),
      (["happened_on": "2018-02-30", "vehicles": "1"], "not a date"), (["amount": "many"], "not an amount"),
      (["case": "one"], "not a case number"), (["move": "pend", "answer": "yes"], "must be filled"),
      (["move": "appraise", "answer": "perhaps"], "yes, 支持, no, 不支持"),
      (["move": "confirm", "answer": "no"], "yes, 是"),
    ])
  func unreadable(cells: [String: String], word: String) throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      let before = try county.data("f.csv.seal.json")
      try county.fill([2: cells])
      let sealed = try county.seal(as: "Wang", on: "2018-03-05")
      #expect(
        sealed.exitCode == 1 && sealed.talk.contains("f.csv:3:") && sealed.talk.contains(word),
        "\(sealed.talk)")
      #expect(try county.data("f.csv.seal.json") == before)
    }
  }

  @Test("rows may be left out before sealing; a case that was not sent, or stands twice, is refused")
  func othersRows() throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      let sent = try county.text("f.csv")
      for change in [("\n2,case-2", "\n9,case-2"), ("\n2,case-2", "\n1,case-2")] {
        try county.write(sent.replacing(change.0, with: change.1), "f.csv")
        let sealed = try county.seal(as: "Wang", on: "2018-03-05")
        #expect(sealed.exitCode == 4 && sealed.talk.contains("line 3"), "\(sealed.talk)")
      }
      let early = try county.seal(as: "Wang", on: "2018-03-01")
      #expect(early.exitCode == 4)
      try county.write(sent.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n", "f.csv")
      try county.fill([1: ["vehicles": "0"]])
      #expect(try county.seal(as: "Wang", on: "2018-03-05").exitCode == 0)
      // Sealed again after a correction: the first answer's seal knows what was asked.
      try county.fill([1: ["vehicles": "1"]])
      #expect(try county.seal(as: "Wang", on: "2018-03-05").exitCode == 0)
      let received = try county.receive(on: "2018-03-06")
      #expect(received.exitCode == 0 && received.talk.contains("1 row, 1 recorded"), "\(received.talk)")
    }
  }

  @Test("an open objection waits for the township, which resolves it by a file")
  func objection() throws {
    try withCounty { county in
      try county.verifiedAndVisited()
      for (move, day) in [("appraise", "2018-03-08"), ("disclose", "2018-03-09")] {
        _ = try county.send(to: "东关村", on: day)
        #expect(try county.rows().first { $0["case"] == "1" }?["move"] == move)
        try county.fill([1: ["answer": "yes"]])
        _ = try county.seal(as: "Dong", on: day)
        #expect(try county.receive(on: day).exitCode == 0)
      }
      try county.act("Dong", on: "2018-03-10") { (recording) throws(CasebookError) in
        try recording.object(1, text: "too rich")
      }
      _ = try county.send(to: "魏城镇", on: "2018-03-16")
      #expect(try county.rows().map { $0["move"] } == ["resolve"])
      try county.fill([1: ["answer": "不成立"]])
      _ = try county.seal(as: "Qian", on: "2018-03-16")
      #expect(try county.receive(on: "2018-03-16").exitCode == 0)
      _ = try county.send(to: "魏城镇", on: "2018-03-17")
      #expect(try county.rows().map { $0["move"] } == ["confirm"])
    }
  }
}
