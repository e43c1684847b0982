import Foundation
import Store
import TestKit
import Testing

@Suite("Copying a database")
struct CopyingTests {
  @Test("gives the whole of one moment, with what stands in the log, and leaves nothing else")
  func whole() throws {
    try withNewDatabase(ReadingTests.schema) { database, path throws in
      try database.keepWriteAheadLog()
      try database.setApplicationID(77)
      try database.execute("INSERT INTO t VALUES (2, 'y')")
      let copy = path + "-copy"
      #expect(try database.copy(to: copy) { false })
      #expect(try mode(of: copy) == 0o600)
      let other = try Database(path: copy, .readOnly)
      #expect(try number("SELECT sum(a) FROM t", in: other) == 3 && other.applicationID() == 77)
      #expect(try other.flaws(isThorough: true) == [])
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path
        ).sorted() == ["book", "book-copy", "book-shm", "book-wal"])
    }
  }

  @Test(
    "says when it was stopped, and refuses a place where something is", arguments: ["", "-wal", "-journal"])
  func refused(ending: String) throws {
    try withNewDatabase(ReadingTests.schema) { database, path throws in
      #expect(try !database.copy(to: path + "-half") { true })
      let copy = path + "-copy"
      try Data("here".utf8).write(to: URL(fileURLWithPath: copy + ending))
      #expect(throws: StoreError.exists(path: copy + ending)) { try database.copy(to: copy) { false } }
      #expect(try Data(contentsOf: URL(fileURLWithPath: copy + ending)) == Data("here".utf8))
    }
  }
}
