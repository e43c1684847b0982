import Foundation
import Store
import TestKit
import Testing

@Suite("A transaction")
struct TransactionTests {
  enum Trouble: Error, Equatable {
    case store(StoreError)
    case refusedByRule(Int)
  }

  static let schema = "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)"

  @Test("lasts as a whole, and hands out what it computed")
  func lasts() throws {
    try withNewDatabase(Self.schema) { database, path throws in
      let answer = try database.transaction(Trouble.store) { () throws(Trouble) in
        #expect(database.isInTransaction)
        do throws(StoreError) { try database.execute("INSERT INTO t VALUES (2)") } catch {
          throw .store(error)
        }
        return "done"
      }
      #expect(answer == "done" && !database.isInTransaction)
      let other = try Database(path: path, .readOnly)
      #expect(try number("SELECT sum(a) FROM t", in: other) == 3)
    }
  }

  @Test("that only reads sees the file as it was at its first look, whatever others commit")
  func snapshot() throws {
    try withNewDatabase(Self.schema) { database, path throws in
      try database.keepWriteAheadLog()
      let reader = try Database(path: path, .readOnly)
      func sum() throws(Trouble) -> Int {
        do { return try reader.prepare("SELECT sum(a) FROM t").first { $0.int(0) } ?? 0 } catch {
          throw .store(error)
        }
      }
      let looks = try reader.snapshot(Trouble.store) { () throws(Trouble) in
        let first = try sum()
        do throws(StoreError) { try database.execute("INSERT INTO t VALUES (2)") } catch {
          throw .store(error)
        }
        return [first, try sum()]
      }
      #expect(looks == [1, 1] && !reader.isInTransaction)
      // A connection that reads sees the file as it was opened; another look is another connection.
      #expect(try sum() == 1)
      #expect(try number("SELECT sum(a) FROM t", in: Database(path: path, .readOnly)) == 3)
    }
  }

  @Test("is undone when its body throws, and the body's error comes out")
  func undone() throws {
    try withNewDatabase(Self.schema) { database, _ throws in
      #expect(throws: Trouble.refusedByRule(7)) {
        try database.transaction(Trouble.store) { () throws(Trouble) in
          do throws(StoreError) { try database.execute("DELETE FROM t") } catch { throw .store(error) }
          throw .refusedByRule(7)
        }
      }
      #expect(!database.isInTransaction)
      #expect(try number("SELECT sum(a) FROM t", in: database) == 1)
    }
  }

  @Test("that breaks a rule at its commit is undone, and says so")
  func commitRefused() throws {
    let schema = """
      CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE c (p INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED) STRICT;
      """
    try withNewDatabase(schema) { database, _ throws in
      #expect(throws: Trouble.store(.refused(what: "FOREIGN KEY constraint failed"))) {
        try database.transaction(Trouble.store) { () throws(Trouble) in
          do throws(StoreError) { try database.execute("INSERT INTO c VALUES (5)") } catch {
            throw .store(error)
          }
        }
      }
      #expect(!database.isInTransaction)
      #expect(try number("SELECT count(*) FROM c", in: database) == 0)
    }
  }

  @Test("step by step is rolled back, twice if need be")
  func byHand() throws {
    try withNewDatabase(Self.schema) { database, _ throws in
      try database.begin()
      try database.execute("DELETE FROM t")
      try database.rollback()
      try database.rollback()
      try database.begin()
      try database.execute("INSERT INTO t VALUES (5)")
      try database.commit()
      #expect(try number("SELECT sum(a) FROM t", in: database) == 6)
    }
  }

  @Test("waits as long as it was told for another writer, then says busy", arguments: [false, true])
  func busy(keepsLog: Bool) throws {
    try withNewDatabase(Self.schema) { first, path throws in
      if keepsLog { try first.keepWriteAheadLog() }
      let second = try Database(path: path, .readWrite, busyTimeout: .milliseconds(80))
      try first.begin()
      let clock = ContinuousClock()
      let waited = clock.measure {
        #expect(throws: StoreError.busy(path: path)) { try second.begin() }
      }
      #expect(waited >= .milliseconds(70) && waited < .seconds(4), "\(waited)")
      second.busyTimeout = .zero
      #expect(throws: StoreError.busy(path: path)) {
        try second.transaction { () throws(StoreError) in try second.execute("DELETE FROM t") }
      }
      try first.rollback()
      try second.begin()
      try second.rollback()
    }
  }

  @Test("gets its turn when the other writer is done within the wait")
  func turn() throws {
    try withNewDatabase(Self.schema) { database, path throws in
      let begun = DispatchSemaphore(value: 0)
      let ended = DispatchSemaphore(value: 0)
      Thread {
        do {
          let other = try Database(path: path, .readWrite)
          try other.transaction { () throws(StoreError) in
            try other.execute("INSERT INTO t VALUES (10)")
            begun.signal()
            Thread.sleep(forTimeInterval: 0.2)
          }
        } catch {
          Issue.record(error)
          begun.signal()
        }
        ended.signal()
      }.start()
      begun.wait()
      database.busyTimeout = .seconds(20)
      try database.transaction { () throws(StoreError) in try database.execute("UPDATE t SET a = a + 1") }
      ended.wait()
      #expect(try number("SELECT sum(a) FROM t", in: database) == 13)
    }
  }

  @Test("keeps another process out, and lets it in afterwards", .enabled(if: Shell.isThere))
  func otherProcess() throws {
    try withNewDatabase(Self.schema) { database, path throws in
      try database.keepWriteAheadLog()
      try database.begin()
      try database.execute("INSERT INTO t VALUES (2)")
      let kept = try Shell.run(path, "INSERT INTO t VALUES (100)")
      #expect(kept.exitCode != 0 && kept.errors.contains("locked"), "\(kept)")
      #expect(try Shell.run(path, "SELECT sum(a) FROM t").output == "1\n")
      try database.commit()
      let admitted = try Shell.run(path, "INSERT INTO t VALUES (100); SELECT sum(a) FROM t")
      #expect(admitted.output == "103\n")
      #expect(try number("SELECT sum(a) FROM t", in: database) == 103)
    }
  }
}
