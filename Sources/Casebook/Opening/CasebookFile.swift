import Journal
import Rules
package import Sealing
import Store
import Tables
package import Units

/// A casebook's file as it is: nothing is presumed but that it is one of ours.
package final class CasebookFile {
  private let database: Database
  private let statements: Statements

  /// Opens a file to look at it.
  package init(_ path: String) throws(CasebookError) {
    database = try Casebook.file(path, .readOnly, mayBeOutdated: true)
    statements = Statements(database)
  }

  private func reading<R>(_ body: () throws(StoreError) -> R) throws(CasebookError) -> R {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }

  /// A number that changes when another process writes the file.
  package func version() throws(CasebookError) -> Int {
    try reading { () throws(StoreError) in try database.dataVersion() }
  }

  /// Throws where another process has written the file since it had this version.
  package func check(version: Int) throws(CasebookError) {
    if try self.version() != version { throw .store(.busy(path: database.path)) }
  }

  /// How many bytes it has, by its own account.
  package func byteCount() throws(CasebookError) -> Int {
    try reading { () throws(StoreError) in try database.byteCount() }
  }

  /// Its heads by size, whatever they say.
  package func heads() throws(CasebookError) -> [SignedHead] {
    try reading { () throws(StoreError) in try statements.rows(HeadColumn.bySize) { SignedHead($0) } }
  }

  /// The digest function that the first entry names; SHA-256 where it makes no sense.
  package var algorithm: DigestAlgorithm {
    do throws(StoreError) {
      let first = try statements.firstLine().flatMap { Payload(canonical: Array($0.payload.utf8)) }
      return first.flatMap(CreateStatement.algorithm) ?? .sha256
    } catch { return .sha256 }  // the pass will meet the same trouble, and tell it
  }
}

// MARK: What is wrong with it

extension CasebookFile {
  /// What is wrong with the file as SQLite sees it, and with its schema: a trigger that has gone, a table with other columns.
  ///
  /// - Parameter isThorough: whether every index is held against its table, entry by entry, and not only each page against
  ///   itself.
  /// - Complexity: reads the whole file.
  package func faults(isThorough: Bool) throws(CasebookError) -> [Wording] {
    let isOutdated = try isOutdated()
    return try reading { () throws(StoreError) in
      try schemaFaults(isOutdated)
        + database.flaws(isThorough: isThorough).map {
          Wording(zh: "数据库：\($0)", en: "the database: \($0)")
        }
    }
  }

  /// - Parameter isOutdated: whether only what lasts is looked at.
  private func schemaFaults(_ isOutdated: Bool) throws(StoreError) -> [Wording] {
    var faults: [Wording] = []
    let version = CasebookSchema.version
    if try database.userVersion() != version, !isOutdated {
      faults.append(
        Wording(
          zh: "文件版本是 \(try database.userVersion())，应是 \(version)",
          en: "the file's version is \(try database.userVersion()); it should be \(version)"))
    }
    let should = try (isOutdated ? Casebook.lastingObjects : CasebookFile.model).get()
    let found = try database.schemaObjects().filter { !isOutdated || should[$0.key] != nil }
    for name in Set(found.keys).union(should.keys).sorted() where found[name] != should[name] {
      faults.append(
        found[name] == nil
          ? Wording(zh: "缺少 \(name)", en: "\(name) is missing")
          : should[name] == nil
            ? Wording(zh: "多出 \(name)", en: "\(name) does not belong here")
            : Wording(zh: "\(name) 的定义变了", en: "the definition of \(name) was changed"))
    }
    return faults
  }

  /// Whether what is derived is of an earlier version: of a casebook of before, which nothing is recorded in any more.
  package func isOutdated() throws(CasebookError) -> Bool {
    guard try Casebook.isOutdated(database) else { return false }
    let first = try reading { () throws(StoreError) in try statements.firstLine() }
    return first.flatMap { Payload(canonical: Array($0.payload.utf8)) }
      .map { CreateStatement.procedure($0) != .current } ?? false
  }

  /// The objects that a casebook's schema has, as a new one has them.
  private static let model = Result { () throws(StoreError) in
    let database = try Database(path: "schema", .memory)
    try Migrations.bring(database, to: CasebookSchema.migrations)
    return try database.schemaObjects()
  }

  /// What is wrong with the scheme files: one that entries name is missing or another, or one that none names is there.
  package func schemeFaults(named: Set<String>) throws(CasebookError) -> [Wording] {
    let files = try reading { () throws(StoreError) in
      try statements.rows(SchemeFileColumn.byDigest) {
        (digest: $0.text(.digest), content: $0.blob(.content))
      }
    }
    var faults: [Wording] = []
    for file in files {
      let digest = SchemeDigest.sha256(file.content)
      if digest != file.digest {
        faults.append(
          Wording(
            zh: "方案文件 \(file.digest.prefix(16))… 的内容不是它的：摘要是 \(digest.prefix(16))…",
            en: "the content of scheme file \(file.digest.prefix(16))… is not its own: its digest is "
              + "\(digest.prefix(16))…"))
      } else if !named.contains(digest) {
        faults.append(
          Wording(
            zh: "方案文件 \(digest.prefix(16))… 台账没有提到",
            en: "no entry names the scheme file \(digest.prefix(16))…"))
      }
    }
    let there = Set(files.map(\.digest))
    for digest in named.sorted() where !there.contains(digest) {
      faults.append(
        Wording(
          zh: "缺少方案文件 \(digest.prefix(16))…", en: "the scheme file \(digest.prefix(16))… is missing"))
    }
    return faults
  }
}
