import BookKit
import Casebook
import Foundation
import Glibc
import Journal
import OfficeKit
import Sealing
import TestKit
import Testing
import Units

/// What a loss of power can leave, as far as it can be made without pulling a plug: SIGKILL loses nothing that was handed
/// to the operating system, a loss of power does. What was synchronised is there; of what was not, the log's end may be
/// missing, or hold zeros, old bytes or a hole, and a page on its way into the file may or may not have arrived.
@Suite("Power lost at any moment", .from(.ordinary))
struct PowerLossTests {
  /// What may stand where the log's end was not yet on the disk.
  enum Tail: CaseIterable { case missing, zeros, noise, hole }

  @Test(
    "a log cut anywhere opens to a valid head and the journal as it stood after its last whole commit",
    arguments: Tail.allCases)
  func cuts(tail: Tail) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let written = try Written(in: folder)
      var random = Seeded(seed: 7_319)
      var found: Set<Int> = []
      for _ in 0..<TestSize.volume(fast: 70, ordinary: 70, long: 700) {
        let cut = Int.random(in: 0...written.log.bytes.count, using: &random)
        let expected = written.log.commits(before: cut)
        let log = torn(written.log.bytes, at: cut, tail, &random)
        let entries = try opened(written.file, log, written, in: folder)
        #expect(entries == written.sizes[expected], "cut at \(cut)")
        found.insert(entries)
      }
      #expect(found.count >= 15)
      #expect(try opened(written.file, written.log.bytes, written, in: folder) == written.lines.count)
    }
  }

  @Test("a checkpoint of which any pages have arrived loses nothing: the log still has them all")
  func checkpoint() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let written = try Written(in: folder)
      let size = written.log.pageSize
      #expect(written.checkpointed.count > written.file.count && written.checkpointed != written.file)
      var random = Seeded(seed: 91)
      for _ in 0..<TestSize.volume(fast: 40, ordinary: 40, long: 400) {
        var torn = Data()
        let share = UInt64.random(in: 0...4, using: &random)
        for place in stride(from: 0, to: written.checkpointed.count, by: size) {
          let isNew = random.next() % 4 < share
          let old = place < written.file.count ? written.file[place..<place + size] : Data(count: size)
          torn += isNew ? written.checkpointed[place..<place + size] : old
        }
        #expect(try opened(torn, written.log.bytes, written, in: folder) == written.lines.count)
      }
    }
  }

  @Test("a copy taken at any moment of a large batch has all of it or nothing", arguments: [UInt64(5), 6])
  func batch(seed: UInt64) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let office = try Office(foundedIn: folder, claims: 1500)
      try office.run(["casebook", "import", "households", "@households.csv"], as: .county, on: "2018-01-05")
        .expectDone()
      let before = try Examination(of: office, in: folder).entries
      var random = Seeded(seed: seed)
      var snapshots: [URL] = []
      let moments = (0..<12).map { _ in UInt32.random(in: 500...9000, using: &random) }
      let run = try office.run(["casebook", "adjudicate", "@claims.csv"], as: .county, on: "2018-03-29") {
        process in
        for (number, moment) in moments.enumerated() {
          usleep(moment)
          guard Killer.stop(process) else { return }
          let snapshot = folder.appending(path: "snapshot-\(number)")
          do {
            _ = try Examination.copy(office.path, to: made(snapshot))
            snapshots.append(snapshot)
          } catch { Issue.record(error) }
          kill(process, SIGCONT)
        }
      }
      run.expectDone()
      let after = try Examination(of: office, in: folder).entries
      #expect(after > before + 1000 && snapshots.count >= 3)
      for snapshot in snapshots {
        let copy = snapshot.appending(path: "copy.casebook").path
        let rebuilding = try Casebook.rebuild(copy)
        #expect([before, after].contains(rebuilding.entries) && rebuilding.corrected.isEmpty)
      }
    }
  }

  private func made(_ folder: URL) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func torn(_ bytes: Data, at cut: Int, _ tail: Tail, _ random: inout Seeded) -> Data {
    let rest = bytes.count - cut
    switch tail {
    case .missing: return bytes.prefix(cut)
    case .zeros: return bytes.prefix(cut) + Data(count: rest)
    case .noise:
      return bytes.prefix(cut) + Data((0..<rest).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    case .hole:
      let hole = min(rest, 512)
      return bytes.prefix(cut) + Data((0..<hole).map { bytes[cut + $0] ^ 0x5A }) + bytes.suffix(rest - hole)
    }
  }

  /// Opens a file with a log, and makes sure that its journal is a prefix of what was written, and its state what it says.
  ///
  /// - Returns: how many entries it has.
  private func opened(_ file: Data, _ log: Data, _ written: Written, in place: URL) throws -> Int {
    try withScratchFolder(in: place) { folder in
      let path = folder.appending(path: "copy.casebook")
      try file.write(to: path)
      try log.write(to: folder.appending(path: "copy.casebook-wal"))
      let book = try Casebook.open(path.path)
      let lines = try book.dumped(bare: false)
      #expect(try book.lastHead()?.size == lines.count)
      #expect(lines == Array(written.lines.prefix(lines.count)))
      #expect(try book.rebuild().corrected.isEmpty)
      return lines.count
    }
  }
}

/// A casebook into which thirty transactions were written, with what was on the disk in between.
private struct Written {
  /// The file before the thirty, with the log of all of them beside it, and the file with everything in it.
  let file: Data
  let log: WriteAheadLog
  let checkpointed: Data
  /// How many entries there were before, and after each transaction.
  let sizes: [Int]
  let lines: [String]

  init(in folder: URL) throws {
    let copies = FangpinProcess(executable: URL(filePath: "/usr/bin/cp"))
    let office = try Office(foundedIn: folder, claims: 1)
    file = try Data(contentsOf: URL(filePath: office.path))
    let key = try PrivateKey(pem: office.text("county.pem"))
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let book = try Casebook.open(office.path)
    var sizes = [try book.lastHead()?.size ?? 0]
    for number in 1...30 {
      try book.act(key, on: Day("2018-02-01"), clock: now) { (recording) throws(CasebookError) in
        _ = try recording.contribute(Yuan(fen: Int64(number) * 100), note: nil)
        for household in 0..<(number % 4 * 3) {
          try recording.append(
            HouseholdStatement(household: "H\(number)-\(household)", members: household + 1))
        }
      }
      sizes.append(try book.lastHead()?.size ?? 0)
    }
    self.sizes = sizes
    lines = try book.dumped(bare: false)
    // By another process: to close a file here would drop the locks that the open casebook holds on it.
    let copy = folder.appending(path: "taken")
    for ending in ["", "-wal"] {
      let done = try copies.run([office.path + ending, copy.path + ending])
      try #require(done.exitCode == 0, "\(done.talk)")
    }
    log = WriteAheadLog(try Data(contentsOf: URL(filePath: copy.path + "-wal")))
    // Nothing was checkpointed so far: each state of the log goes with the file as it was.
    try #require(try Data(contentsOf: copy) == file)
    try #require(log.commits.count == 30)
    try Written.checkpoint(copy.path)
    checkpointed = try Data(contentsOf: copy)
  }

  /// Who closes a casebook as the last brings its log into the file.
  private static func checkpoint(_ path: String) throws { _ = try Casebook.open(path).lastHead() }
}
