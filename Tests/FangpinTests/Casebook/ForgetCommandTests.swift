import Casebook
import Foundation
import Journal
import Sealing
import TestKit
import Testing
import Units

@Suite("casebook forget")
struct ForgetCommandTests {
  static let name = "欧阳不忘"

  /// A household with one case, declared and withdrawn in 2018.
  private func declare(_ desk: CountyDesk, withdraw: Bool) throws {
    func key(_ name: String) throws -> PrivateKey {
      try PrivateKey(
        pem: String(
          decoding: Data(contentsOf: URL(filePath: desk.path(of: "keys/\(name).pem"))), as: UTF8.self))
    }
    let clock = try #require(Instant("2020-01-01T00:00:00Z"))
    let day = try #require(Day("2018-03-05"))
    let cost = try #require(Yuan("60000"))
    let book = try Casebook.open(desk.path(of: "wei.casebook"))
    try book.act(try key("Li"), on: day, clock: clock) { (recording) throws(CasebookError) in
      _ = try recording.append(HouseholdStatement(household: "H7", group: "low-income", members: 4))
    }
    try book.act(try key("Sun"), on: day, clock: clock) { (recording) throws(CasebookError) in
      let number = try recording.declare(
        Declaration(
          household: "H7", peril: "illness", incurredOn: day, total: cost,
          declarant: PersonalData(name: ForgetCommandTests.name, bankAccount: "6228480010000000017")))
      if withdraw { try recording.withdraw(number, reason: "asked for") }
    }
  }

  private func hasTrace(_ desk: CountyDesk) throws -> Bool {
    try desk.names.filter { $0.hasPrefix("wei.casebook") }.contains { file in
      try Data(contentsOf: URL(filePath: desk.path(of: file))).range(of: Data(ForgetCommandTests.name.utf8))
        != nil
    }
  }

  @Test("leaves no byte of a name in the casebook's files, and the journal whole", arguments: ["en", "zh"])
  func forgets(language: String) throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      try declare(desk, withdraw: true)
      #expect(try hasTrace(desk))
      let early = try desk.run(
        "forget", "H7", "--reason", "asked for", "--on", "2023-03-04", by: "Li", language: language)
      #expect(early.exitCode == 4 && early.talk.contains("2023-03-05"))
      #expect(try hasTrace(desk))
      let words = ["forget", "H7", "--reason", "asked for", "--on", "2023-03-05"]
      let done = try desk.run(words, by: "Li", language: language)
      #expect(done.exitCode == 0, "\(done.talk)")
      #expect(!(try hasTrace(desk)))
      #expect(try desk.run("dump").lines.last?.contains(#""numbers":["1"]"#) == true)
      #expect(try desk.run("rebuild").talk.contains("every table matched the journal"))
      let again = try desk.run(words, by: "Chen", language: language)
      #expect(again.exitCode == 0 && again.talk.contains(language == "en" ? "already deleted" : "早已删除"))
    }
  }

  @Test("is refused while a case is open")
  func openCase() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      try declare(desk, withdraw: false)
      let answer = try desk.run("forget", "H7", "--reason", "asked for", by: "Li")
      #expect(answer.exitCode == 4 && answer.talk.contains("open cases: 1"))
      #expect(try hasTrace(desk))
    }
  }
}
