/// One step of a file's schema from one version to the next.
package struct Migration: Sendable {
  /// The version that the file has after it; the first is 1.
  package let version: Int
  /// Why the schema changed: for whoever reads the list years later.
  package let why: String
  /// The statements, without a transaction of their own.
  package let sql: String

  /// Describes a step.
  package init(version: Int, why: String, sql: String) {
    self.version = version
    self.why = why
    self.sql = sql
  }
}

/// The way of a file from the schema it has to the newest that we know.
package enum Migrations {
  /// Takes the steps that the file has not taken, in order, each in one transaction with its number: whenever the power
  /// fails, the file has a whole version. A file that is up to date is only read.
  ///
  /// - Parameter migrations: every step there ever was, in ascending order.
  /// - Throws: ``StoreError/newerSchema(path:found:known:)`` for a file that has taken steps we do not know.
  package static func bring(_ database: Database, to migrations: [Migration]) throws(StoreError) {
    let versions = migrations.map(\.version)
    precondition(
      versions.first.map { $0 > 0 } ?? true && zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 },
      "migrations ascend from 1")
    let known = versions.last ?? 0
    var version = try version(of: database, known: known)
    for migration in migrations where migration.version > version {
      version = try database.transaction { () throws(StoreError) in
        // Another process may have come first while we waited for the file.
        let found = try self.version(of: database, known: known)
        if found >= migration.version { return found }
        try database.execute(migration.sql)
        precondition(database.isInTransaction, "migration \(migration.version) ends its own transaction")
        try database.setUserVersion(migration.version)
        return migration.version
      }
    }
  }

  /// Refuses a file that has taken steps we do not know: for a file that is only read.
  ///
  /// - Throws: ``StoreError/newerSchema(path:found:known:)``.
  package static func check(_ database: Database, knowing migrations: [Migration]) throws(StoreError) {
    _ = try version(of: database, known: migrations.last?.version ?? 0)
  }

  private static func version(of database: Database, known: Int) throws(StoreError) -> Int {
    let found = try database.userVersion()
    if found > known { throw .newerSchema(path: database.path, found: found, known: known) }
    return found
  }
}
