import BookKit
import Casebook
import Files
import Foundation
import Journal
import Sealing
import Store
import Tables
import TestKit
import Testing
import Units

@Suite("Files between offices")
struct JourneyTests {
  @Test("a case goes through department, insurer, village and township by files, in their names")
  func journey() throws {
    try withCounty { county in
      try county.verifiedAndVisited()
      for number in 1...3 { #expect(try county.state(number) == .visited) }
      _ = try county.send(to: "东关村", on: "2018-03-08")
      #expect(try county.rows().allSatisfy { $0["move"] == "appraise" })
      try county.fill([
        1: ["answer": "yes"], 2: ["answer": "不支持", "note": "其他收入"], 3: ["answer": "支持"],
      ])
      _ = try county.seal(as: "Dong", on: "2018-03-08")
      #expect(try county.receive(on: "2018-03-08").exitCode == 0)
      _ = try county.send(to: "东关村", on: "2018-03-09")
      try county.fill([
        1: ["happened_on": "2018-03-09"], 2: ["answer": "是"], 3: ["move": "撤回", "note": "不报了"],
      ])
      _ = try county.seal(as: "Dong", on: "2018-03-09")
      #expect(try county.receive(on: "2018-03-09").exitCode == 0)
      #expect(try county.state(3) == .withdrawn)
      _ = try county.send(to: "魏城镇", on: "2018-03-16")
      #expect(try county.rows().map { $0["until"] } == ["2018-03-16", "2018-03-16"])
      try county.fill([1: ["answer": "yes"]])
      _ = try county.seal(as: "Qian", on: "2018-03-16")
      let last = try county.receive(on: "2018-03-16")
      #expect(last.exitCode == 0 && last.talk.contains("1 recorded, 1 not answered yet"))
      #expect(try county.state(1) == .confirmed)
      #expect(try county.state(2) == .disclosed)
      try expectNames(county)
      #expect(try Casebook.open(county.path).rebuild().corrected.isEmpty)
    }
  }

  private func expectNames(_ county: County) throws {
    let expected: [EntryKind: String] = [
      .verify: "Wang", .visit: "Sun", .appraise: "Dong", .disclose: "Dong", .withdraw: "Dong",
      .confirm: "Qian", .send: "Li", .receive: "Li",
    ]
    let entries = try county.entries()
    for (kind, name) in expected {
      let found = entries.filter { $0.kind == kind }
      #expect(!found.isEmpty && found.allSatisfy { $0.actor == name }, "\(kind)")
      #expect(found.allSatisfy { ($0.payload.text("seal") != nil) == (name != "Li") }, "\(kind)")
    }
    #expect(try Casebook.open(county.path, .readOnly).lastHead()?.actor == "Li")
    let visits = entries.filter { $0.kind == .visit }.map(\.happenedOn.description)
    #expect(visits == ["2018-03-07", "2018-03-07", "2018-03-07"])
    let received = try #require(entries.first { $0.kind == .receive })
    #expect(received.payload.record("sealed")?.text("actor") == "Wang")
  }

  @Test("the control totals are those of the file, and OpenSSL finds the signature good")
  func independent() throws {
    try withCounty { county in
      #expect(try county.send(to: "县医保局", on: "2018-03-02").exitCode == 0)
      let rows = try county.rows()
      let sealed = try JSONSerialization.jsonObject(with: county.data("f.csv.seal.json"))
      var seal = try #require(sealed as? [String: Any])
      #expect(rows.map { $0["amount"] } == ["10000.00", "20000.00", "30000.00"])
      #expect(seal["rows"] as? Int == 3 && seal["sum"] as? String == "60000.00")
      let sum = try FangpinProcess(executable: URL(filePath: "/usr/bin/sha256sum")).run([county.file("f.csv")]
      )
      #expect(
        sum.text.hasPrefix(try #require(seal["sha256"] as? String) + " "))
      let hex = try #require(seal.removeValue(forKey: "signature") as? String)
      let signature = stride(from: 0, to: hex.count, by: 2).compactMap {
        UInt8(hex.dropFirst($0).prefix(2), radix: 16)
      }
      #expect(signature.count == 64)
      let message = try JSONSerialization.data(
        withJSONObject: seal, options: [.sortedKeys, .withoutEscapingSlashes])
      try message.write(to: county.folder.appending(path: "message"))
      try Data(signature).write(to: county.folder.appending(path: "signature"))
      try county.write(try county.key("Li").publicKey.pem, "public.pem")
      let check = try FangpinProcess(executable: URL(filePath: "/usr/bin/openssl")).run(
        [
          "pkeyutl", "-verify", "-pubin", "-inkey", county.file("public.pem"), "-rawin", "-in",
          county.file("message"), "-sigfile", county.file("signature"),
        ])
      #expect(check.exitCode == 0, "\(check.talk)")
    }
  }

  @Test("a file is received once")
  func once() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      #expect(try county.receive(on: "2018-03-06").exitCode == 0)
      let before = try county.entries().count
      let again = try county.receive(on: "2018-03-06")
      #expect(again.exitCode == 0 && again.talk.contains("already received, nothing to do"))
      #expect(try county.entries().count == before)
    }
  }

  @Test(
    "an office nobody is enrolled for is refused, with the nearest one; where nothing is waiting for '太平洋保险' nothing is written"
  )
  func offices() throws {
    try withCounty { county in
      let unknown = try county.send(to: "县医保居", on: "2018-03-02")
      #expect(unknown.exitCode == 4 && unknown.talk.contains("县医保局"))
      let before = try county.entries().count
      let nothing = try county.send(to: "太平洋保险", on: "2018-03-02")
      #expect(nothing.exitCode == 0 && nothing.talk.contains("nothing is waiting for '太平洋保险'"))
      #expect(!county.isThere("f.csv") && !county.isThere("f.csv.seal.json"))
      #expect(try county.entries().count == before)
    }
  }

  @Test("no file is written over a docket that is still on its way, until its answers have been received")
  func onItsWay() throws {
    try withCounty { county in
      try county.answeredByDepartment()
      // Both what was sent, answered where it lies, and a docket that nobody has answered.
      let sent = try Data(contentsOf: URL(filePath: county.file("f.csv")))
      #expect(try county.send(to: "县医保局", "g.csv", on: "2018-03-02").exitCode == 0)
      let before = try county.entries().count
      for name in ["f.csv", "f.csv.seal.json", "g.csv", "g.csv.seal.json"] {
        let over = try county.run(["report", "--period", "2018", "--out", county.file(name)])
        #expect(over.exitCode == 2 && over.talk.contains("still on its way"), "\(name) \(over)")
      }
      #expect(try county.send(to: "县医保局", on: "2018-03-06").exitCode == 2)
      #expect(try Data(contentsOf: URL(filePath: county.file("f.csv"))) == sent)
      #expect(try county.entries().count == before)
      #expect(try county.receive(on: "2018-03-06").exitCode == 0)
      // The second docket said the same, byte for byte: its answers have been received as well.
      for name in ["f.csv", "g.csv"] {
        #expect(
          try county.run(["report", "--period", "2018", "--out", county.file(name)]).exitCode == 0, "\(name)")
      }
    }
  }

  @Test("no file is written over the casebook, the key or the answers")
  func clash() throws {
    try withCounty { county in
      let before = try county.entries().count
      for name in ["wei.casebook", "Li.pem"] {
        let sent = try county.send(to: "县医保局", name, on: "2018-03-02")
        #expect(sent.exitCode == 2 && sent.talk.contains(name), "\(sent.talk)")
      }
      try county.answeredByDepartment()
      let words = ["casebook", "receive", county.file("f.csv"), "--rejects", county.file("f.csv")]
      #expect(try county.run(words, as: "Li").exitCode == 2)
      #expect(try county.entries().count == before + 1)
    }
  }

  @Test("a file with Chinese headers in GB18030 and cells as a spreadsheet leaves them is received")
  func spreadsheet() throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      let columns = DocketFile.columns.map(\.chinese).joined(separator: ",")
      let rows = (1...3).map {
        "\($0),case-\($0),H\($0),因病,2018/2/20,\($0)0000,已立案,2018/3/1,,核查,2018/3/4,,1,无答复,0,已查"
      }
      let plain = ([columns] + rows).joined(separator: "\r\n") + "\r\n"
      try county.write(plain, "plain.csv")
      let recoded = try FangpinProcess(executable: URL(filePath: "/usr/bin/iconv")).run(
        ["-f", "UTF-8", "-t", "GB18030", county.file("plain.csv")])
      try recoded.output.write(to: county.folder.appending(path: "f.csv"))
      #expect(try county.seal(as: "Wang", on: "2018-03-05").exitCode == 0)
      let received = try county.receive(on: "2018-03-06")
      #expect(received.exitCode == 0 && received.talk.contains("3 recorded"))
      let answers = try county.entries().filter { $0.kind == .verify }
      #expect(answers.count == 9 && answers.count { $0.payload.bool("answered") == false } == 3)
      #expect(answers.allSatisfy { $0.happenedOn.description == "2018-03-04" })
      #expect(try county.state(1) == .verified)
    }
  }
}
