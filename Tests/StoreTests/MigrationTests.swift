import Foundation
import Store
import TestKit
import Testing

@Suite("Migrations")
struct MigrationTests {
  static let steps = [
    Migration(
      version: 1, why: "entries have a place",
      sql: "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)"),
    Migration(version: 2, why: "entries have a day", sql: "ALTER TABLE t ADD COLUMN day INTEGER"),
    Migration(version: 4, why: "days are counted", sql: "UPDATE t SET day = a + 10"),
  ]

  @Test("take a file from any version to the newest, and leave one that is there", arguments: 0...3)
  func forward(taken: Int) throws {
    try withNewDatabase { database, _ throws in
      try Migrations.bring(database, to: Array(Self.steps.prefix(taken)))
      #expect(try database.userVersion() == [0, 1, 2, 4][taken])
      for _ in 1...2 {
        try Migrations.bring(database, to: Self.steps)
        #expect(try database.userVersion() == 4)
        #expect(try database.prepare("SELECT a, day FROM t").rows { [$0.int(0), $0.int(1)] } == [[1, 11]])
      }
    }
  }

  @Test("only read a file that is up to date")
  func upToDate() throws {
    try withNewDatabase { database, path throws in
      try Migrations.bring(database, to: Self.steps)
      try database.begin()
      let reader = try Database(path: path, .readOnly)
      try Migrations.bring(reader, to: Self.steps)
      try database.rollback()
      let migrations = Self.steps + [Migration(version: 5, why: "more", sql: "CREATE TABLE u (a) ")]
      #expect(throws: StoreError.readOnly(path: path)) { try Migrations.bring(reader, to: migrations) }
    }
  }

  @Test("refuse a file from a newer program, and leave it alone")
  func newer() throws {
    try withNewDatabase { database, path throws in
      try database.setUserVersion(5)
      #expect(throws: StoreError.newerSchema(path: path, found: 5, known: 4)) {
        try Migrations.bring(database, to: Self.steps)
      }
      #expect(throws: StoreError.newerSchema(path: path, found: 5, known: 4)) {
        try Migrations.check(Database(path: path, .readOnly), knowing: Self.steps)
      }
      #expect(try number("SELECT count(*) FROM sqlite_schema", in: database) == 0)
    }
  }

  @Test("that fail half way leave the version before, whole")
  func failing() throws {
    try withNewDatabase { database, _ throws in
      let wrong = Migration(version: 3, why: "fails", sql: "DELETE FROM t; INSERT INTO none VALUES (1)")
      #expect(throws: StoreError.self) {
        try Migrations.bring(database, to: Array(Self.steps.prefix(2)) + [wrong])
      }
      #expect(try database.userVersion() == 2)
      #expect(try number("SELECT count(*) FROM t", in: database) == 1)
      try Migrations.bring(database, to: Self.steps)
      #expect(try database.userVersion() == 4)
    }
  }

  @Test("cut off by a power failure leave the version before, whole", arguments: [false, true])
  func cutOff(keepsLog: Bool) throws {
    try withNewDatabase { database, path throws in
      if keepsLog { try database.keepWriteAheadLog() }
      try Migrations.bring(database, to: Array(Self.steps.prefix(2)))
      // A small cache writes changed pages out before the commit, so that the copy below holds half a migration.
      try database.execute("PRAGMA cache_size = 5")
      try database.begin()
      try database.setUserVersion(4)
      try database.execute(
        "WITH n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO t SELECT i, i FROM n"
      )
      // What a disk holds at this moment. The index of the log is memory, and is not there after a failure.
      let copy = path + "-copy"
      for ending in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: path + ending) {
        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
      }
      try database.rollback()
      let half = try Data(contentsOf: URL(fileURLWithPath: copy + (keepsLog ? "-wal" : ""))).count
      #expect(half > 100_000, "the copy holds no half migration: the test would show nothing")
      let after = try Database(path: copy, .readWrite)
      #expect(try after.userVersion() == 2)
      #expect(try number("SELECT count(*) FROM t", in: after) == 1)
      #expect(try after.flaws(isThorough: false) == [])
      try Migrations.bring(after, to: Self.steps)
      #expect(try after.userVersion() == 4)
    }
  }

  @Test("by two at once are taken once", arguments: [1, 2, 3])
  func twoAtOnce(round: Int) throws {
    try withNewDatabase { database, path throws in
      let ended = DispatchSemaphore(value: 0)
      for _ in 1...2 {
        Thread {
          do {
            let own = try Database(path: path, .readWrite, busyTimeout: .seconds(20))
            try Migrations.bring(own, to: Self.steps)
          } catch {
            Issue.record(error, "round \(round)")
          }
          ended.signal()
        }.start()
      }
      for _ in 1...2 { ended.wait() }
      #expect(try database.userVersion() == 4)
      #expect(try number("SELECT count(*) FROM t", in: database) == 1)
    }
  }
}
