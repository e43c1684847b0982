import Foundation
import Store
import TestKit
import Testing

@Suite("Reading a database")
struct ReadingTests {
  static let schema = "CREATE TABLE t (a INTEGER, b TEXT) STRICT; INSERT INTO t VALUES (1, 'x')"

  private func names(beside path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path
    ).sorted()
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  private func count(_ database: Database) throws -> Int {
    try number("SELECT count(*) FROM t", in: database)
  }

  private func look<R>(_ reader: Database, _ body: () throws(StoreError) -> R) throws -> R {
    try reader.snapshot({ (error: StoreError) -> StoreError in error }, body)
  }

  /// A database with a log that no connection has open.
  private func withClosed(_ name: String = "book", _ body: (String) throws -> Void) throws {
    try withScratchFolder { folder throws in
      let path = folder.appendingPathComponent(name).path
      let database = try Database(path: path, .create)
      try database.keepWriteAheadLog()
      try database.execute(Self.schema)
      try database.close()
      try body(path)
    }
  }

  @Test("leaves nothing beside the file, while it is open and afterwards")
  func nothingLeft() throws {
    try withClosed { path throws in
      #expect(try names(beside: path) == ["book"])
      let before = try bytes(path)
      let reader = try Database(path: path, .readOnly)
      #expect(try count(reader) == 1)
      #expect(try names(beside: path) == ["book"])
      try reader.close()
      #expect(try names(beside: path) == ["book"] && bytes(path) == before)
    }
  }

  @Test("a log that has no more than its header, as a kill leaves it, holds nothing and is not waited for")
  func headerAlone() throws {
    try withClosed { path throws in
      let writer = try Database(path: path, .readWrite)
      try writer.execute("INSERT INTO t VALUES (2, 'y')")
      let (header, index) = (try bytes(path + "-wal").prefix(32), try bytes(path + "-shm"))
      try writer.close()
      try Data(header).write(to: URL(filePath: path + "-wal"))
      try index.write(to: URL(filePath: path + "-shm"))
      let reader = try Database(path: path, .readOnly)
      #expect(try look(reader) { () throws(StoreError) in try reader.applicationID() } == 0)
      #expect(try count(reader) == 2)
      #expect(try bytes(path + "-wal") == header && bytes(path + "-shm") == index)
    }
  }

  @Test(
    "takes a name for a name, whatever is in it",
    arguments: ["a b.book", "100%20.book", "what?mode=memory", "no#3", "案卷簿+&=~", "'quoted\"", "x:y@z"])
  func names(_ name: String) throws {
    try withClosed(name) { path throws in
      #expect(try count(try Database(path: path, .readOnly)) == 1)
      #expect(try names(beside: path) == [name])
    }
  }

  @Test("sees what another has committed to the log")
  func log() throws {
    try withClosed { path throws in
      let writer = try Database(path: path, .readWrite)
      try writer.execute("INSERT INTO t VALUES (2, 'y')")
      let before = try names(beside: path)
      #expect(before == ["book", "book-shm", "book-wal"])
      let reader = try Database(path: path, .readOnly)
      #expect(try count(reader) == 2)
      try reader.close()
      #expect(try names(beside: path) == before)
      try writer.close()
    }
  }

  @Test("is not disturbed by who writes, and does not keep them from it")
  func apart() throws {
    try withClosed { path throws in
      let before = try bytes(path)
      let reader = try Database(path: path, .readOnly)
      let writer = try Database(path: path, .readWrite, busyTimeout: .milliseconds(30))
      // More than a log is let grow to before it is brought into the file.
      for round in 1...2 {
        try writer.transaction { () throws(StoreError) in
          try writer.execute(
            "WITH n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO t "
              + "SELECT i, hex(zeroblob(1000)) FROM n")
        }
        #expect(try count(writer) == 1 + round * 3000)
        #expect(
          try look(reader) { () throws(StoreError) in
            try reader.prepare("SELECT * FROM t").rows { $0.int(0) }
          } == [1])
      }
      #expect(throws: StoreError.busy(path: path)) { try writer.checkpoint() }
      #expect(try bytes(path) == before)
      #expect(try reader.dataVersion() != Database(path: path, .readOnly).dataVersion())
      try reader.close()
      try writer.execute("DELETE FROM t WHERE a = 3000")
      try writer.transaction { () throws(StoreError) in try writer.execute("DELETE FROM t WHERE a = 2999") }
      #expect(try bytes(path + "-wal").isEmpty, "a long log is brought in once nobody reads")
      #expect(try bytes(path) != before)
      try writer.close()
    }
  }

  @Test("does not pass over a change by a program that does not mind readers", .enabled(if: Shell.isThere))
  func changed() throws {
    try withClosed { path throws in
      let reader = try Database(path: path, .readOnly)
      let old = try reader.dataVersion()
      #expect(throws: StoreError.busy(path: path)) {
        try look(reader) { () throws(StoreError) in
          #expect(throws: Never.self) {
            let run = try Shell.run(path, "INSERT INTO t VALUES (5, 'z'); PRAGMA wal_checkpoint(TRUNCATE)")
            #expect(run.exitCode == 0, "\(run)")
          }
        }
      }
      #expect(try reader.dataVersion() != old)
    }
  }

  @Test("brings a log in when told to, and not while somebody reads")
  func settled() throws {
    try withClosed { path throws in
      let writer = try Database(path: path, .readWrite)
      #expect(writer.settleLog(waiting: .zero), "there is nothing to bring in")
      let reader = try Database(path: path, .readOnly)
      try writer.execute("INSERT INTO t VALUES (2, 'y')")
      #expect(!writer.settleLog(waiting: .milliseconds(20)))
      try reader.close()
      #expect(writer.settleLog(waiting: .zero))
      #expect(try bytes(path + "-wal").isEmpty)
      try writer.close()
    }
  }
}
