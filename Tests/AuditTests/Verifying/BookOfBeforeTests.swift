import Audit
import BookKit
import Casebook
import Foundation
import Journal
import Sealing
import Store
import TestKit
import Testing
import Units

@Suite("A casebook of version 0.3, as that version wrote it")
struct BookOfBeforeTests {
  private func withCopy(_ body: (_ path: String) throws -> Void) throws {
    try withScratchFolder { folder in
      let copy = folder.appending(path: "wei.casebook")
      try FileManager.default.copyItem(
        at: Repository.samples.appending(path: "Casebook/of-0.3/wei.casebook"), to: copy)
      try body(copy.path)
    }
  }

  private func head() throws -> HeadCode {
    let text = try String(
      contentsOf: Repository.samples.appending(path: "Casebook/of-0.3/head.txt"), encoding: .utf8)
    return try #require(HeadCode(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test("its bytes, heads and signatures are checked, its steps are not taken again, and that is said")
  func checked() throws {
    try withCopy { path in
      let before = try Data(contentsOf: URL(filePath: path))
      let found = try Verifier.verify(path, given: [try head()], threads: 2)
      #expect(found.isClean, "\(found.faults.map(\.what.en))")
      #expect(found.entries == 44 && found.heads == 12 && found.personal == 11)
      #expect(
        found.otherProcedure == Procedure(number: nil) && found.decisions == 0 && !found.areTablesCompared)
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test("a byte of its journal that was changed is named")
  func tampered() throws {
    try withCopy { path in
      var bytes = try Data(contentsOf: URL(filePath: path))
      let place = try #require(bytes.range(of: Data("\"payout\":\"7800.00\"".utf8)))
      bytes.replaceSubrange(place, with: Data("\"payout\":\"9800.00\"".utf8))
      try bytes.write(to: URL(filePath: path))
      let found = try Verifier.verify(path, threads: 1)
      #expect(found.count(.bytes) > 0 && !found.isClean)
    }
  }

  @Test("it is read once its tables are made anew, its journal stays as it is, and nothing is recorded in it")
  func read() throws {
    try withCopy { path in
      #expect(throws: CasebookError.outdated(path: path)) { _ = try Casebook.open(path, .readOnly) }
      #expect(throws: CasebookError.outdated(path: path)) { _ = try Casebook.open(path) }
      let rebuilding = try Casebook.rebuild(path)
      #expect(rebuilding.wasOutdated && rebuilding.entries == 44)
      let again = try Casebook.rebuild(path)
      #expect(again.corrected.isEmpty && !again.wasOutdated)
      let book = try Casebook.open(path)
      #expect(try book.casefile(1)?.payout == Yuan("7800"))
      let key = try PrivateKey.generate(.ed25519)
      let refused = try refusalMet {
        _ = try book.act(key, on: Day("2018-04-01"), clock: Instant(seconds: 1_546_000_000)) {
          (recording) throws(CasebookError) in try recording.contribute(Yuan(fen: 1), note: nil)
        }
      }
      #expect(refused.code == .otherProcedure)
      let found = try Verifier.verify(path, given: [try head()], threads: 1)
      #expect(found.isClean && found.areTablesCompared && found.otherProcedure != nil)
    }
  }
}
