import Foundation
import Store
import TestKit
import Testing
import Units

@Suite("Trouble in a database")
struct TroubleTests {
  @Test("a full disk is told, undoes the transaction, and leaves what was there")
  func full() throws {
    try withNewDatabase("CREATE TABLE t (a BLOB) STRICT; INSERT INTO t VALUES (x'00')") {
      database, path throws in
      try database.execute("PRAGMA max_page_count = 20")
      #expect(throws: StoreError.full(path: path)) {
        try database.transaction { () throws(StoreError) in
          for _ in 1...50 { try database.execute("INSERT INTO t VALUES (zeroblob(4000))") }
        }
      }
      #expect(!database.isInTransaction)
      #expect(try number("SELECT count(*) FROM t", in: database) == 1)
      #expect(try database.flaws(isThorough: false) == [])
      try database.execute("PRAGMA max_page_count = 1000; INSERT INTO t VALUES (zeroblob(4000))")
      #expect(try number("SELECT count(*) FROM t", in: database) == 2)
    }
  }

  @Test("a trigger's words come through")
  func trigger() throws {
    let schema = """
      CREATE TABLE journal (n INTEGER PRIMARY KEY, what TEXT) STRICT;
      CREATE TRIGGER kept BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, '台账不可删除 / entries stay'); END;
      INSERT INTO journal VALUES (1, 'a');
      """
    try withNewDatabase(schema) { database, _ throws in
      let refusal = StoreError.refused(what: "台账不可删除 / entries stay")
      #expect(throws: refusal) { try database.execute("DELETE FROM journal") }
      let delete = try database.prepare("DELETE FROM journal WHERE n = ?")
      delete.bind(1, 1)
      #expect(throws: refusal) { try delete.run() }
      delete.bind(1, 2)
      try delete.run()
      #expect(try number("SELECT count(*) FROM journal", in: database) == 1)
    }
  }

  @Test("a refusal names the rule and never the value")
  func constraints() throws {
    let schema = """
      CREATE TABLE person (id TEXT UNIQUE NOT NULL CHECK (length(id) < 30), age INTEGER) STRICT;
      INSERT INTO person VALUES ('130434196001011234', 1);
      """
    try withNewDatabase(schema) { database, _ throws in
      let secret = "130434196001011234"
      let insert = try database.prepare("INSERT INTO person VALUES (?1, ?2)")
      let tries: [(id: String?, age: String?, what: String)] = [
        (secret, nil, "UNIQUE constraint failed: person.id"),
        (nil, nil, "NOT NULL constraint failed: person.id"),
        (secret + secret, nil, "CHECK constraint failed: length(id) < 30"),
        ("x", secret + "x", "cannot store TEXT value in INTEGER column person.age"),
      ]
      for (id, age, what) in tries {
        insert.bind(1, id)
        insert.bind(2, age)
        #expect(throws: StoreError.refused(what: what)) { try insert.run() }
      }
      #expect(try number("SELECT count(*) FROM person", in: database) == 1)
    }
  }

  @Test("a wrong statement is told with its text, in many with its own alone")
  func wrongStatement() throws {
    try withNewDatabase { database, path throws in
      let failure = StoreError.failed(
        path: path, code: 1, message: "no such table: none", sql: "SELECT ? FROM none")
      #expect(throws: failure) { try database.prepare("SELECT ? FROM none") }
      let many = "CREATE TABLE t (a INTEGER) STRICT; -- one\n\nDELETE FROM none; SELECT 1"
      let error = #expect(throws: StoreError.self) { try database.execute(many) }
      guard case .failed(path, 1, "no such table: none", let sql) = error else { throw try #require(error) }
      #expect(sql.contains("DELETE FROM none") && !sql.contains("CREATE"))
      #expect(try number("SELECT count(*) FROM sqlite_schema", in: database) == 1)
      try database.execute("")
      try database.execute("-- nothing\n ; ;")
    }
  }

  @Test("a damaged file is told")
  func corrupt() throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT") { database, path throws in
      try database.execute(
        "WITH n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i, hex(i) FROM n"
      )
      #expect(try database.flaws(isThorough: false) == [])
      try database.close()
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try file.seek(toOffset: 3 * 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      try file.close()
      let again = try Database(path: path, .readOnly)
      let error = #expect(throws: StoreError.self) { try again.flaws(isThorough: false) }
      guard case .corrupt(path, let what) = error else { throw try #require(error) }
      #expect(!what.isEmpty && what != "ok")
      #expect(throws: StoreError.corrupt(path: path, what: "database disk image is malformed")) {
        try again.prepare("SELECT sum(length(b)) FROM t").run()
      }
    }
  }

  @Test(
    "a file that ends within its last page is told when it is opened, however large a page is",
    arguments: [512, 4096, 65_536])
  func cutPage(_ page: Int) throws {
    try withNewDatabase("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT") { database, path throws in
      try database.execute("PRAGMA page_size = \(page)")
      try database.vacuum()
      try database.close()
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(whole.count == 2 * page)
      for missing in [1, 300, page - 1] {
        try whole.dropLast(missing).write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreError.corrupt(path: path, what: "database disk image is malformed")) {
          try Database(path: path, .readOnly)
        }
      }
      try whole.write(to: URL(fileURLWithPath: path))
      _ = try Database(path: path, .readOnly)
    }
  }

  @Test("what was deleted is gone from the file and its log after a vacuum and a checkpoint")
  func vacuum() throws {
    try withNewDatabase("CREATE TABLE t (a TEXT) STRICT") { database, path throws in
      try database.keepWriteAheadLog()
      let name = "王秀兰-a-name-to-forget"
      let insert = try database.prepare("INSERT INTO t VALUES (?)")
      insert.bind(1, name)
      try insert.run()
      func isThere() throws -> Bool {
        try ["", "-wal"].contains { ending in
          try Data(contentsOf: URL(fileURLWithPath: path + ending)).range(of: Data(name.utf8)) != nil
        }
      }
      #expect(try isThere())
      try database.execute("DELETE FROM t")
      #expect(try isThere())
      try database.vacuum()
      try database.checkpoint()
      #expect(try !isThere())
      #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).isEmpty)
    }
  }

  @Test("every error has its own words in both languages, with the path it is about")
  func wordings() {
    let errors: [StoreError] = [
      .cannotOpen(path: "/b", reason: ENOENT), .cannotOpen(path: "/b", reason: 0), .notADatabase(path: "/b"),
      .exists(path: "/b"), .busy(path: "/b"), .full(path: "/b"), .readOnly(path: "/b"),
      .corrupt(path: "/b", what: "w"), .newerSchema(path: "/b", found: 9, known: 8),
      .failed(path: "/b", code: 1, message: "m", sql: "s"), .refused(what: "/b"),
    ]
    #expect(Set(errors.map(\.wording.zh)).count == errors.count)
    #expect(Set(errors.map(\.wording.en)).count == errors.count)
    for wording in errors.map(\.wording) {
      #expect(wording.zh.contains("/b") && wording.en.contains("/b"))
      #expect(wording.zh.unicodeScalars.contains { $0.value > 0x3400 }, "\(wording.zh)")
      #expect(wording.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(wording.en)")
    }
  }
}
