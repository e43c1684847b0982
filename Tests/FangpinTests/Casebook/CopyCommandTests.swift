import Casebook
import Foundation
import Store
import TestKit
import Testing

@Suite("casebook copy and extract")
struct CopyCommandTests {
  @Test("print the head that the copy ends with", arguments: ["en", "zh"])
  func copies(language: String) throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      let head = try desk.run("head").text
      let copy = try desk.run("copy", desk.path(of: "copy"), language: language)
      #expect(copy.exitCode == 0 && copy.text == head, "\(copy)")
      #expect(copy.talk.contains(language == "en" ? "7 entries" : "台账 7 条"), "\(copy.talk)")
      let extract = try desk.run(
        "extract", desk.path(of: "extract"), "--without-personal-data", language: language)
      #expect(extract.exitCode == 0 && extract.text == head, "\(extract)")
      #expect(extract.talk.contains(language == "en" ? "without personal data" : "不含个人信息"))
      #expect(try desk.run("head", "--casebook", desk.path(of: "copy")).text == head)
      let again = try desk.run("copy", desk.path(of: "copy"), language: language)
      #expect(again.exitCode == 1 && again.talk.contains(language == "en" ? "already exists" : "已存在"))
      #expect(try desk.run("extract", desk.path(of: "more"), language: language).exitCode == 2)
      #expect(try desk.run("copy", "-", language: language).exitCode == 2)
      #expect(try desk.names.filter { $0.hasPrefix(".") } == [])
    }
  }

  @Test("no output is the casebook, nor what lies beside it", arguments: ["", "-wal", "-shm", "-journal"])
  func clash(ending: String) throws {
    try withDesk { desk throws in
      try desk.begin()
      let place = desk.path(of: "wei.casebook" + ending)
      let before = try Data(contentsOf: URL(filePath: desk.path(of: "wei.casebook")))
      #expect(try desk.run("copy", place).exitCode == 2)
      let report = try FangpinProcess().run([
        "report", "--period", "2018", "--out", place, "--casebook", desk.path(of: "wei.casebook"),
      ])
      #expect(report.exitCode == 2 && report.talk.contains("replace an input"), "\(report)")
      #expect(try Data(contentsOf: URL(filePath: desk.path(of: "wei.casebook"))) == before)
      #expect(try desk.names.filter { $0.hasPrefix("wei.casebook") } == ["wei.casebook"])
    }
  }

  @Test(
    "whoever records while somebody reads is told that the file alone is not all", arguments: ["en", "zh"])
  func unsettled(language: String) throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      let book = desk.path(of: "wei.casebook")
      do {
        let reader = try Casebook.open(book, .readOnly)
        let told = try desk.run("contribute", "7", by: "Chen", language: language)
        #expect(told.exitCode == 0 && told.talk.contains("casebook copy"), "\(told)")
        #expect(try reader.currentState().entries == 7)
        #expect(try desk.run("copy", desk.path(of: "copy")).text.hasPrefix("8 "))
        #expect(try desk.run("status").text.contains(" 8\n"))
      }
      let later = try desk.run("contribute", "7", by: "Chen", language: language)
      #expect(later.exitCode == 0 && !later.talk.contains("casebook copy"), "\(later)")
      #expect(try desk.names.filter { $0.hasPrefix("wei.casebook") } == ["wei.casebook"])
    }
  }
}
