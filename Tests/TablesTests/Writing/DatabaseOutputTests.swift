import Foundation
import Tables
import TestKit
import Testing

@Suite("An output in a database's place")
struct DatabaseOutputTests {
  @Test(
    "is refused, whatever command it is of: the database, and what lies beside it",
    arguments: ["", "-wal", "-shm", "-journal"], [true, false])
  func refused(ending: String, isThere: Bool) throws {
    try withScratchFolder { folder throws in
      let path = folder.appending(path: "wei.casebook").path
      let database = Data("SQLite format 3\0".utf8) + Data(count: 84)
      try database.write(to: URL(filePath: path))
      if isThere, !ending.isEmpty { try Data("log".utf8).write(to: URL(filePath: path + ending)) }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(throws: TableError.database(path + ending)) {
        try OutputFile.write("claim_id\n", to: path + ending)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == database)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    }
  }

  @Test("is written where the name alone is like one's")
  func written() throws {
    try withScratchFolder { folder throws in
      for name in ["list-wal", "list", "list-journal"] {
        let path = folder.appending(path: name).path
        for text in ["one\n", "two\n"] {
          try OutputFile.write(text, to: path)
          #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
        }
      }
    }
  }
}
