import Foundation
import Store
import TestKit
import Testing

/// Makes a new database in a folder of its own, and hands it to `body` with its path.
func withNewDatabase<R>(_ schema: String = "", _ body: (Database, String) throws -> R) throws -> R {
  try withScratchFolder { folder throws in
    let path = folder.appendingPathComponent("book").path
    let database = try Database(path: path, .create, busyTimeout: .milliseconds(50))
    if !schema.isEmpty { try database.execute(schema) }
    let result = try body(database, path)
    try database.close()
    return result
  }
}

/// The one whole number that `sql` answers.
func number(_ sql: String, in database: Database) throws -> Int {
  try #require(try database.prepare(sql).first { $0.int(0) })
}

/// The mode bits of a file.
func mode(of path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return try #require(attributes[.posixPermissions] as? Int)
}

/// The `sqlite3` shell: another process, and somebody else's reading of our files.
enum Shell {
  static let path = "/usr/bin/sqlite3"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  static func run(_ file: String, _ sql: String) throws -> (exitCode: Int32, output: String, errors: String) {
    let outcome = try FangpinProcess(executable: URL(fileURLWithPath: path)).run(["-batch", file, sql])
    return (outcome.exitCode, outcome.text, outcome.talk)
  }
}
