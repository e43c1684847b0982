import Foundation
import Store
import TestKit
import Testing

@Suite("Opening a database")
struct OpeningTests {
  @Test("a new file can be read and written by its owner alone, and so can its side files, under umask 000")
  func modes() throws {
    let before = umask(0)
    defer { umask(before) }
    try withNewDatabase { database, path throws in
      #expect(try mode(of: path) == 0o600)
      try database.keepWriteAheadLog()
      try database.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
      for ending in ["", "-wal", "-shm"] { #expect(try mode(of: path + ending) == 0o600, "\(ending)") }
    }
  }

  @Test("what is there is not made again, nor changed")
  func exists() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER) STRICT") { database, path throws in
      #expect(throws: StoreError.exists(path: path)) { try Database(path: path, .create) }
      #expect(try number("SELECT count(*) FROM sqlite_schema", in: database) == 1)
    }
  }

  @Test("what is there is named itself, and not its log, which nobody should move away")
  func existsWithLog() throws {
    try withNewDatabase { database, path throws in
      try database.keepWriteAheadLog()
      try database.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
      #expect(FileManager.default.fileExists(atPath: path + "-wal"))
      #expect(throws: StoreError.exists(path: path)) { try Database(path: path, .create) }
    }
  }

  @Test("side files of a lost database are not thrown away", arguments: ["-wal", "-journal", "-shm"])
  func leftBehind(_ ending: String) throws {
    try withScratchFolder { folder throws in
      let path = folder.appendingPathComponent("book").path
      let rest = Data("the only record".utf8)
      try rest.write(to: URL(fileURLWithPath: path + ending))
      #expect(throws: StoreError.exists(path: path + ending)) { try Database(path: path, .create) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path + ending)) == rest)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(
    "what is not there, or is a folder, cannot be opened", arguments: [Database.Mode.readWrite, .readOnly])
  func missing(_ mode: Database.Mode) throws {
    try withScratchFolder { folder throws in
      let path = folder.appendingPathComponent("none").path
      #expect(throws: StoreError.cannotOpen(path: path, reason: ENOENT)) { try Database(path: path, mode) }
      #expect(throws: StoreError.cannotOpen(path: folder.path, reason: EISDIR)) {
        try Database(path: folder.path, mode)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("a file cannot be made in a folder that is not there")
  func noFolder() throws {
    try withScratchFolder { folder throws in
      let path = folder.appendingPathComponent("none/book").path
      #expect(throws: StoreError.cannotOpen(path: path, reason: ENOENT)) { try Database(path: path, .create) }
    }
  }

  @Test("a file of something else is told at once", arguments: [Database.Mode.readWrite, .readOnly])
  func garbage(_ mode: Database.Mode) throws {
    try withScratchFolder { folder throws in
      let file = folder.appendingPathComponent("claims.csv")
      try Data(String(repeating: "claim_id,amount\n", count: 1000).utf8).write(to: file)
      #expect(throws: StoreError.notADatabase(path: file.path)) { try Database(path: file.path, mode) }
    }
  }

  @Test("a pipe is told from a database without waiting for its writer")
  func pipe() throws {
    try withScratchFolder { folder throws in
      let path = folder.appendingPathComponent("pipe").path
      let made = unsafe mkfifo(path, 0o600)
      #expect(made == 0)
      #expect(throws: StoreError.notADatabase(path: path)) { try Database(path: path, .readOnly) }
    }
  }

  @Test(
    "names that mean something else to SQLite are names of files",
    arguments: [":memory:", "", "file:book?mode=memory", "book"])
  func names(_ name: String) {
    // Not by making the file: it would stand in the folder that the tests run in, whose names another test reads.
    #expect(Database.fileName(name) == "./" + name)
    #expect(Database.fileName("/tmp/" + name) == "/tmp/" + name)
  }

  @Test("what was opened for reading is not written")
  func readOnly() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER) STRICT") { _, path in
      let reader = try Database(path: path, .readOnly)
      #expect(throws: StoreError.readOnly(path: path)) { try reader.execute("INSERT INTO t VALUES (1)") }
      #expect(try number("SELECT count(*) FROM t", in: reader) == 0)
    }
  }

  @Test("a file that may not be written is told at opening", .enabled(if: geteuid() != 0))
  func unwritable() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER) STRICT") { _, path in
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
      #expect(throws: StoreError.readOnly(path: path)) { try Database(path: path, .readWrite) }
      let reader = try Database(path: path, .readOnly)
      #expect(try number("SELECT count(*) FROM t", in: reader) == 0)
    }
  }

  @Test("marks, versions and counts are kept, with foreign keys on and commits on the disk")
  func marks() throws {
    try withNewDatabase { database, path throws in
      #expect(try database.userVersion() == 0 && database.applicationID() == 0)
      try database.setUserVersion(12)
      try database.setApplicationID(-5)
      try database.execute("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; INSERT INTO t VALUES (4), (9)")
      #expect(database.changes == 2)
      try database.close()
      let again = try Database(path: path, .readWrite)
      #expect(try again.userVersion() == 12 && again.applicationID() == -5)
      #expect(try number("PRAGMA foreign_keys", in: again) == 1)
      #expect(try number("PRAGMA synchronous", in: again) == 2)
    }
  }

  @Test("closing ends the statements still in use, and takes the write-ahead log away")
  func closing() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER) STRICT") { database, path throws in
      try database.keepWriteAheadLog()
      let insert = try database.prepare("INSERT INTO t VALUES (1), (2)")
      try insert.run()
      let select = try database.prepare("SELECT a FROM t")
      #expect(try select.step())
      #expect(FileManager.default.fileExists(atPath: path + "-wal"))
      try database.close()
      try database.close()
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
      withExtendedLifetime((insert, select)) {}
    }
  }
}
