import Foundation
import TestKit
import Testing

@Suite("casebook enrol, revoke and actors")
struct ActorsTests {
  @Test("one proposes, another confirms by the same command")
  func twoActors() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.write(CountyDesk.actors, "actors.csv")
      let words = ["enrol", desk.path(of: "actors.csv"), "--keys", desk.path(of: "keys")]
      let first = try desk.run(words, by: "Li")
      #expect(first.exitCode == 0 && first.lines.count == 3)
      #expect(first.lines[0].hasSuffix("enrolled") && first.lines[1].contains("proposed"))
      #expect(try desk.run(words, by: "Li").exitCode == 4)
      #expect(try desk.run("contribute", "1", by: "Sun").exitCode == 4)
      let second = try desk.run(words, by: "Chen")
      #expect(second.exitCode == 0 && second.lines[0].hasSuffix("already enrolled"))
      #expect(second.lines[1].hasSuffix("enrolled") && second.lines[2].hasSuffix("enrolled"))
      let head = try desk.run("head").text
      let third = try desk.run(words, by: "Li", language: "zh")
      #expect(third.exitCode == 0 && third.lines.allSatisfy { $0.hasSuffix("早已登记") })
      #expect(try desk.run("head").text == head)
      let actors = try desk.run("actors")
      #expect(actors.lines.count == 5)
      #expect(actors.lines[3].contains("Village One") && actors.lines[3].contains("H1 H2 H3"))
    }
  }

  static let faults: [(row: String, place: String, what: String)] = [
    ("Sun,Village,mayor,", "3:3", "no role 'mayor'"),
    ("Sun,,village,", "3:2", "'office' is missing"),
    ("Sun,Village,,", "3:3", "'role' is missing"),
    (",Village,village,", "3:1", "'name' is missing"),
    ("Chen,Village,village,", "3:1", "'Chen' is already on line 2"),
    ("../Li,Village,village,", "3:1", "cannot be a file name"),
    ("Stranger,Village,village,", "3:1", "cannot open"),
    ("Sun,Village", "3:3", "'role' is missing"),
    ("Sun,\"Village,village,", "3:", "quotes"),
  ]

  @Test(
    "a bad row is told with its place, and nobody is enrolled",
    arguments: TestSize.spread(Array(0..<9), fast: 3))
  func badRow(index: Int) throws {
    #expect(Self.faults.count == 9)
    let fault = Self.faults[index]
    try withDesk { desk throws in
      try desk.begin()
      try desk.write("name,office,role,households\nChen,county,county,\n\(fault.row)\n", "actors.csv")
      let head = try desk.run("head", "--full").text
      let answer = try desk.run(
        "enrol", desk.path(of: "actors.csv"), "--keys", desk.path(of: "keys"), by: "Li")
      #expect(answer.exitCode == 1 && answer.text.isEmpty)
      #expect(answer.talk.contains("actors.csv:\(fault.place)"), "\(answer.talk)")
      #expect(answer.talk.contains(fault.what), "\(answer.talk)")
      #expect(try desk.run("head", "--full").text == head)
    }
  }

  @Test("a key of somebody else's, or none, is told with its row")
  func badKey() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.write("name,office,role\nSun,Village,village\n", "actors.csv")
      try FileManager.default.removeItem(atPath: desk.path(of: "keys/Sun.pub.pem"))
      try FileManager.default.copyItem(
        atPath: desk.path(of: "keys/Sun.pem"), toPath: desk.path(of: "keys/Sun.pub.pem"))
      let answer = try desk.run(
        "enrol", desk.path(of: "actors.csv"), "--keys", desk.path(of: "keys"), by: "Li")
      #expect(answer.exitCode == 1 && answer.talk.contains("actors.csv:2:1"))
      #expect(answer.talk.contains("a public key is needed"))
    }
  }

  @Test("revoking takes two, neither of them the one who leaves")
  func revoke() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      #expect(try desk.run("revoke", "Nobody", by: "Li").exitCode == 4)
      #expect(try desk.run("revoke", "Sun", by: "Wu").exitCode == 4)
      let first = try desk.run("revoke", "Sun", by: "Li")
      #expect(first.exitCode == 0 && first.talk.contains("proposed"))
      #expect(try desk.run("revoke", "Sun", by: "Li").exitCode == 4)
      #expect(try desk.run("actors").text.contains("revocation proposed by Li"))
      let second = try desk.run("revoke", "Sun", by: "Chen")
      #expect(second.exitCode == 0 && second.talk.contains("is revoked"))
      let refused = try desk.run("contribute", "1", by: "Sun")
      #expect(refused.exitCode == 4 && refused.talk.contains("is revoked"))
    }
  }
}
