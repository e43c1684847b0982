import Foundation
import Store
import TestKit
import Testing

@Suite("A value written")
struct RoundTripTests {
  static let texts = [
    "", "a", "防贫", "𠮷野家 😀", "a\u{0}b", "\u{0}", "line\nline", "e\u{301}", "'; DROP TABLE t; --",
  ]

  @Test("as a number comes back", arguments: [nil, 0, 1, -1, .max, .min, 1 << 53 + 1] as [Int64?])
  func numbers(_ value: Int64?) throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER, b INTEGER) STRICT") { database, _ throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?1, ?2)")
      insert.bind(1, value)
      insert.bind(2, value.map { Int($0) })
      try insert.run()
      let select = try database.prepare("SELECT a, b FROM t")
      #expect(try select.step())
      #expect(select.isNull(0) == (value == nil))
      #expect(select.optionalInt64(0) == value)
      #expect(select.int64(1) == value ?? 0)
      #expect(select.int(0) == Int(value ?? 0))
      #expect(try !select.step())
    }
  }

  @Test("as text comes back, copied or lent", arguments: texts)
  func text(_ value: String) throws {
    try withNewDatabase("CREATE TABLE t (a TEXT, b TEXT, c TEXT) STRICT") { database, _ throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?1, ?2, ?3)")
      insert.bind(1, value)
      insert.bind(3, nil as String?)
      try unsafe Array(value.utf8).withUnsafeBytes { bytes in
        unsafe insert.bind(2, textBytes: bytes)
        try insert.run()
      }
      let select = try database.prepare(
        "SELECT a, b, c, typeof(a), length(CAST(b AS BLOB)) FROM t WHERE a = b")
      #expect(try select.step())
      for column in [0, 1] {
        #expect(select.text(column) == value)
        #expect(select.optionalText(column) == value)
        #expect(Array(select.text(column).utf8) == Array(value.utf8))
        #expect(select.blob(column) == Array(value.utf8))
      }
      #expect(select.optionalText(2) == nil && select.text(2).isEmpty && select.isNull(2))
      #expect(select.text(3) == "text")
      #expect(select.int(4) == value.utf8.count)
    }
  }

  @Test(
    "as bytes comes back, copied or lent", arguments: [[], [0], [255, 0, 128], Array(0...255)] as [[UInt8]])
  func bytes(_ value: [UInt8]) throws {
    try withNewDatabase("CREATE TABLE t (a BLOB NOT NULL, b BLOB NOT NULL, c BLOB) STRICT") {
      database, _ throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?)")
      insert.bind(1, blob: value)
      insert.bind(3, blob: nil)
      try unsafe value.withUnsafeBytes { bytes in
        unsafe insert.bind(2, blobBytes: bytes)
        try insert.run()
      }
      let select = try database.prepare("SELECT a, b, c, hex(b) FROM t")
      #expect(try select.step())
      #expect(
        select.blob(0) == value && select.blob(1) == value && select.blob(2).isEmpty && select.isNull(2))
      let sum = unsafe select.withBytes(1) { bytes in unsafe bytes.reduce(0) { $0 + Int($1) } }
      #expect(sum == value.reduce(0) { $0 + Int($1) })
      #expect(select.text(3) == value.map { String(format: "%02X", $0) }.joined())
    }
  }

  @Test("as text is what the sqlite3 shell reads", .enabled(if: Shell.isThere))
  func shell() throws {
    try withNewDatabase("CREATE TABLE t (a TEXT, b INTEGER) STRICT") { database, path throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?, ?)")
      insert.bind(1, "𠮷\u{0}防")
      insert.bind(2, Int64.min)
      try insert.run()
      let read = try Shell.run(path, "SELECT hex(a), b FROM t")
      #expect(read.output == "F0A0AEB700E998B2|-9223372036854775808\n")
    }
  }

  @Test("from lent bytes is not used again: the position is unbound when they may be gone")
  func lentOnce() throws {
    try withNewDatabase("CREATE TABLE t (a TEXT, b BLOB, c INTEGER) STRICT") { database, _ throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?)")
      insert.bind(3, 3)
      try unsafe [UInt8](repeating: 65, count: 100).withUnsafeBytes { bytes in
        unsafe insert.bind(1, textBytes: bytes)
        unsafe insert.bind(2, blobBytes: bytes)
        try insert.run()
      }
      try insert.run()
      let found = try database.prepare("SELECT a IS NULL, b IS NULL, c FROM t ORDER BY rowid").rows {
        [$0.int(0), $0.int(1), $0.int(2)]
      }
      #expect(found == [[0, 0, 3], [1, 1, 3]])
    }
  }

  @Test("lent to a position beyond the sixty-third comes back")
  func manyPositions() throws {
    try withNewDatabase { database, _ throws in
      let select = try database.prepare("SELECT ?70 || ?63")
      let found = try unsafe Array("防贫".utf8).withUnsafeBytes { bytes in
        unsafe select.bind(70, textBytes: bytes)
        unsafe select.bind(63, textBytes: bytes)
        return try select.first { $0.text(0) }
      }
      #expect(found == "防贫防贫")
    }
  }

  @Test("beyond SQLite's limit is an error at the step, and the statement works again after it")
  func tooLong() throws {
    try withNewDatabase("CREATE TABLE t (a TEXT) STRICT") { database, path throws in
      let insert = try database.prepare("INSERT INTO t VALUES (?)")
      try unsafe [UInt8](repeating: 65, count: 1).withUnsafeBytes { bytes in
        // Nothing beyond the first byte is read: the length alone is refused.
        let endless = unsafe UnsafeRawBufferPointer(start: bytes.baseAddress, count: 3_000_000_000)
        unsafe insert.bind(1, textBytes: endless)
        let error = #expect(throws: StoreError.self) { try insert.run() }
        guard case .failed(path, 18, _, insert.sql) = error else { throw try #require(error) }
      }
      insert.bind(1, "short")
      try insert.run()
      #expect(try number("SELECT count(*) FROM t", in: database) == 1)
    }
  }

  @Test("ten thousand times is there ten thousand times, in order and to the byte")
  func many() throws {
    try withNewDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b BLOB NOT NULL) STRICT") {
      database, _ in
      try database.keepWriteAheadLog()
      let count = 10_000
      try database.transaction { () throws(StoreError) in
        let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?)")
        for row in 1...count {
          insert.bind(1, row)
          insert.bind(2, "户\(row)")
          insert.bind(3, blob: [UInt8(row & 255), UInt8(row >> 8)])
          try insert.run()
        }
      }
      try database.checkpoint()
      var next = 1
      let select = try database.prepare("SELECT id, a, b FROM t ORDER BY id")
      while try select.step() {
        #expect(select.int(0) == next && select.text(1) == "户\(next)")
        #expect(select.blob(2) == [UInt8(next & 255), UInt8(next >> 8)])
        next += 1
      }
      #expect(next == count + 1)
      #expect(try database.flaws(isThorough: false) == [])
    }
  }

  @Test("is read as rows, or as the first of them")
  func rows() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)") {
      database, _ in
      let select = try database.prepare("SELECT a FROM t WHERE a > ? ORDER BY a")
      select.bind(1, 1)
      #expect(try select.rows { $0.int(0) } == [2, 3])
      #expect(try select.rows { $0.int(0) } == [2, 3])
      #expect(try select.first { $0.int(0) } == 2)
      select.bind(1, 9)
      #expect(try select.first { $0.int(0) } == nil)
      #expect(try select.rows { $0.int(0) }.isEmpty)
    }
  }
}
