import Casebook
import Foundation
import OfficeKit
import TestKit
import Testing
import Units

/// Two processes at once: each is done or waits, and what one of them may do once is done once.
@Suite("Two at once")
struct TwoAtOnceTests {
  @Test(
    "twenty pairs of contributions and a look at the same time: none is lost, and the look is of one moment",
    .from(.ordinary))
  func contributions() throws {
    try withOffice { office in
      let before = try fund(office)
      for pair in 1...20 {
        let runs = try together(
          { try office.run(["casebook", "contribute", "\(pair).00"], as: .county, on: "2018-02-01") },
          { try office.run(["casebook", "contribute", "\(pair).50"], as: .deputy, on: "2018-02-01") },
          { try office.run(["casebook", "status"]) })
        for run in runs { run.expectDone() }
      }
      let found = try Examination(of: office, in: memoryFolder)
      #expect(found.corrected.isEmpty && found.entries == before.entries + 40)
      #expect(try fund(office).fen == before.fen + 2 * 21_000 + 20 * 50)
    }
  }

  @Test("the same import, step and settlement by two: done once, and the other is told")
  func same() throws {
    try withOffice { office in
      let words: [([String], Office.Desk, String, Set<Int32>)] = [
        (["casebook", "import", "households", "@households.csv"], .county, "2018-01-05", [0]),
        (["casebook", "import", "members", "@members.csv"], .county, "2018-01-05", [0]),
        (["declare", "--from", "@declarations.csv"], .clerk, "2018-03-01", [0, 3]),
        (
          ["case", "verify", "1", "--dwellings", "1", "--businesses", "0", "--vehicles", "0"], .department,
          "2018-03-02", [0, 4]
        ),
        (["case", "visit", "1"], .insurer, "2018-03-03", [0, 4]),
        (["case", "appraise", "1", "--supports", "yes"], .village, "2018-03-04", [0, 4]),
        (["case", "disclose", "1"], .village, "2018-03-05", [0, 4]),
        (["case", "confirm", "1"], .township, "2018-03-12", [0, 4]),
        (["case", "approve", "1"], .county, "2018-03-13", [0, 4]),
        (["casebook", "adjudicate", "@claims.csv"], .county, "2018-03-19", [0]),
      ]
      for (words, desk, day, exits) in words {
        let before = try Examination(of: office, in: memoryFolder).entries
        let runs = try together(
          { try office.run(words, as: desk, on: day) }, { try office.run(words, as: desk, on: day) })
        #expect(Set(runs.map(\.exitCode)) == exits, "\(words) \(runs.map(\.talk))")
        let after = try Examination(of: office, in: memoryFolder)
        #expect(after.entries > before && after.corrected.isEmpty)
        let again = try office.run(words, as: desk, on: day)
        #expect(exits.contains(again.exitCode))
        #expect(try Examination(of: office, in: memoryFolder).entries == after.entries)
      }
      let payouts = try together(
        { try office.run(["case", "settle", "1", "--out", "@a.csv"], as: .cashier, on: "2018-03-20") },
        { try office.run(["case", "settle", "1", "--out", "@b.csv"], as: .cashier, on: "2018-03-20") })
      #expect(payouts.map(\.exitCode).sorted() == [0, 4])
      #expect(office.isThere("a.csv") != office.isThere("b.csv"))
    }
  }

  @Test(
    "who holds the file for a second is waited for; who holds it longer than five is named as the reason",
    .from(.ordinary))
  func held() throws {
    try withOffice { office in
      for (seconds, exit) in [(1, Int32(0)), (8, 1)] {
        let sqlite = FangpinProcess(executable: URL(filePath: "/usr/bin/sqlite3"))
        let signal = office.file("held-\(seconds)")
        let before = try Examination(of: office, in: memoryFolder).entries
        let began = ContinuousClock.now
        let runs = try together(
          {
            try sqlite.run(
              [office.path, "BEGIN IMMEDIATE", ".shell touch '\(signal)'; sleep \(seconds)", "ROLLBACK"])
          },
          {
            for _ in 0..<500 where !FileManager.default.fileExists(atPath: signal) { usleep(10_000) }
            return try office.run(["casebook", "contribute", "7.00"], as: .county, on: "2018-02-01")
          })
        #expect(runs[0].exitCode == 0 && runs[1].exitCode == exit, "\(runs.map(\.talk))")
        if exit == 1 {
          #expect(runs[1].talk.contains("another process is using"), "\(runs[1].talk)")
          #expect(ContinuousClock.now - began >= .seconds(5))
        }
        let after = try Examination(of: office, in: memoryFolder).entries
        #expect(after == before + (exit == 0 ? 1 : 0))
      }
    }
  }

  private func withOffice(_ body: (Office) throws -> Void) throws {
    try withScratchFolder(in: memoryFolder) { folder in try body(try Office(foundedIn: folder, claims: 400)) }
  }

  /// How many entries there are, and what was contributed; read in a copy.
  private func fund(_ office: Office) throws -> (entries: Int, fen: Int64) {
    try withScratchFolder(in: memoryFolder) { folder in
      let state = try Casebook.open(Examination.copy(office.path, to: folder)).currentState()
      return (state.entries, state.contributed.fen)
    }
  }

  /// Runs them at once, each on a thread of its own.
  private func together(_ bodies: (() throws -> Office.Run)...) throws -> [Office.Run] {
    let outcomes = Outcomes()
    nonisolated(unsafe) let bodies = bodies
    let group = DispatchGroup()
    for index in unsafe bodies.indices {
      group.enter()
      Thread.detachNewThread {
        outcomes.set(index, Result { unsafe try bodies[index]() })
        group.leave()
      }
    }
    group.wait()
    return try outcomes.all()
  }
}

/// What two threads came to.
private final class Outcomes: @unchecked Sendable {
  private let lock = NSLock()
  private var results: [Int: Result<Office.Run, any Error>] = [:]

  func set(_ index: Int, _ result: Result<Office.Run, any Error>) {
    lock.withLock { results[index] = result }
  }
  func all() throws -> [Office.Run] {
    try lock.withLock { try results.sorted { $0.key < $1.key }.map { try $0.value.get() } }
  }
}
