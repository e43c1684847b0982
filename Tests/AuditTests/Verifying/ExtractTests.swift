import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import Store
import TestKit
import Testing
import Units

@Suite("Copies and extracts of a casebook")
struct ExtractTests {
  /// An office with cases, of whose people the casebook knows something.
  private func withCases(_ body: (CountyOffice) throws -> Void) throws {
    try withOffice { office in
      for (household, state) in [
        ("H2", CaseState.paid), ("H3", .settled), ("H4", .returned), ("H5", .disclosed),
      ] {
        try office.bring(try office.declare(household, 18_000), to: state)
      }
      try body(office)
    }
  }

  private func verify(_ path: String) throws -> Verification { try Verifier.verify(path, threads: 2) }

  private func change(_ path: String, _ sql: String) throws {
    let database = try Database(path: path, .readWrite)
    try database.execute(sql)
    try database.close()
  }

  @Test("a copy ends with the same head, verifies, and has nothing beside it", arguments: CopyKind.allCases)
  func copies(kind: CopyKind) throws {
    try withCases { office in
      let place = office.file("copy.casebook").path
      let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
      let head = try Casebook.copy(office.path, to: place, kind)
      #expect(try head == Casebook.open(office.path, .readOnly).lastHead())
      #expect(try Casebook.open(place, .readOnly).lastHead() == head)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted()
          == (names + ["copy.casebook"]).sorted())
      let found = try verify(place)
      #expect(found.isClean, "\(found.faults.map(\.what.en))")
      #expect(found.isExtract == (kind == .withoutPersonalData) && found.decisions == 3)
    }
  }

  @Test("an extract has no personal data in any byte, and says how many rows it leaves out")
  func nothingPersonal() throws {
    try withCases { office in
      let whole = try verify(office.path)
      #expect(whole.personal >= 4 && whole.leftOut == 0 && !whole.isExtract)
      let place = office.file("extract.casebook").path
      _ = try Casebook.copy(office.path, to: place, .withoutPersonalData)
      let found = try verify(place)
      #expect(found.leftOut == whole.personal && found.personal == 0 && found.notCheckable == 0)
      let words = ["李小四", "11010519491231002X", "6222020000000000000", "13800138000"]
      for (path, isThere) in [(office.path, true), (place, false)] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        for word in words { #expect((bytes.range(of: Data(word.utf8)) != nil) == isThere, "\(word) \(path)") }
      }
      let again = office.file("again.casebook").path
      _ = try Casebook.copy(place, to: again, .whole)
      #expect(try verify(again).leftOut == whole.personal)
    }
  }

  @Test("the mark of an extract hides nothing: rows that are there, or that went from a casebook, are faults")
  func forged() throws {
    try withCases { office in
      let count = try verify(office.path).personal
      let (marked, robbed) = (office.file("marked").path, office.file("robbed").path)
      for path in [marked, robbed] { _ = try Casebook.copy(office.path, to: path, .whole) }
      try change(marked, "PRAGMA application_id = \(0x4650_4358)")
      let rows = try verify(marked)
      #expect(rows.count(.bytes) == count && rows.leftOut == 0)
      try change(robbed, "DELETE FROM personal")
      let gone = try verify(robbed)
      #expect(gone.count(.bytes) == count && gone.leftOut == 0 && !gone.isExtract)
    }
  }

  @Test("nothing is recorded in an extract, and it is not rebuilt")
  func onlyRead() throws {
    try withCases { office in
      let place = office.file("extract.casebook").path
      _ = try Casebook.copy(office.path, to: place, .withoutPersonalData)
      let before = try Data(contentsOf: URL(filePath: place))
      for work in [
        { () throws -> Void in _ = try Casebook.open(place) }, { _ = try Casebook.rebuild(place) },
      ] {
        do {
          try work()
          Issue.record("an extract was opened to be written")
        } catch CasebookError.refused(let refusal) {
          #expect(refusal.code == .extract)
        }
      }
      #expect(try Data(contentsOf: URL(filePath: place)) == before)
    }
  }

  @Test("a place where something is stays as it is, and no draft is left", arguments: CopyKind.allCases)
  func occupied(kind: CopyKind) throws {
    try withCases { office in
      let place = office.file("copy.casebook").path
      let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
      for taken in [place, place + "-wal"] {
        try Data("mine".utf8).write(to: URL(filePath: taken))
        #expect(throws: CasebookError.store(.exists(path: taken))) {
          try Casebook.copy(office.path, to: place, kind)
        }
        #expect(try Data(contentsOf: URL(filePath: taken)) == Data("mine".utf8))
        try FileManager.default.removeItem(atPath: taken)
      }
      let nowhere = office.file("none/copy.casebook").path
      #expect(throws: CasebookError.store(.cannotOpen(path: nowhere, reason: ENOENT))) {
        try Casebook.copy(office.path, to: nowhere, kind)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted() == names.sorted())
    }
  }

  @Test("letters and cases of an extract say that the name is not in it", arguments: Language.allCases)
  func said(language: Language) throws {
    try withCases { office in
      let place = office.file("extract.casebook").path
      _ = try Casebook.copy(office.path, to: place, .withoutPersonalData)
      let words = language == .zh ? "不在此件中" : "not in this copy"
      for command in [["case", "show", "1"], ["letter", "2"], ["audit", "verify"]] {
        let run = try office.fangpin(command + ["--casebook", place], in: language)
        #expect(run.exitCode == 0 && run.text.contains(words), "\(command) \(run)")
      }
      let anomalies = try office.fangpin(["audit", "anomalies", "--casebook", place], in: language)
      #expect(anomalies.text.contains(language == .zh ? "摘出件" : "extract"), "\(anomalies)")
      let step = try office.fangpin(
        ["casebook", "contribute", "5", "--casebook", place, "--key", office.key(.county)], in: language)
      #expect(step.exitCode == 4 && step.talk.contains(language == .zh ? "摘出件" : "extract"), "\(step)")
    }
  }
}
