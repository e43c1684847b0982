import Journal
import Rules
package import Sealing
package import Store
import Tables
package import Units

extension Casebook {
  /// Opens a casebook's file to look at it as it is: nothing is presumed but that it is one of ours.
  package static func fileForAudit(_ path: String) throws(StoreError) -> Database {
    do throws(CasebookError) { return try file(path, .readOnly) } catch {
      guard case .store(let trouble) = error else { throw .notADatabase(path: path) }
      throw trouble
    }
  }

  /// The digest function that the first entry names; SHA-256 where it makes no sense.
  package static func algorithmNamed(in database: Database) -> DigestAlgorithm {
    do throws(StoreError) {
      let text = try database.prepare("SELECT payload FROM journal ORDER BY number LIMIT 1").first {
        (row) throws(StoreError) in row.text(0)
      }
      let first = text.flatMap { Payload(canonical: Array($0.utf8)) }
      return first.flatMap(CreateStatement.algorithm) ?? .sha256
    } catch { return .sha256 }  // the pass will meet the same trouble, and tell it
  }

  /// What is wrong with the file as SQLite sees it, and with its schema: a trigger that has gone, a table with other columns.
  ///
  /// - Parameter isThorough: whether every index is held against its table, entry by entry, and not only each page against
  ///   itself.
  /// - Complexity: reads the whole file.
  package static func fileFaults(_ path: String, isThorough: Bool) throws(StoreError) -> [Wording] {
    let database = try fileForAudit(path)
    var faults: [Wording] = []
    let version = CasebookSchema.migrations.last?.version ?? 0
    if try database.userVersion() != version {
      faults.append(
        Wording(
          zh: "文件版本是 \(try database.userVersion())，应是 \(version)",
          en: "the file's version is \(try database.userVersion()), and should be \(version)"))
    }
    let (found, should) = (try objects(database), try model.get())
    for name in Set(found.keys).union(should.keys).sorted() where found[name] != should[name] {
      faults.append(
        found[name] == nil
          ? Wording(zh: "缺少 \(name)", en: "\(name) is missing")
          : should[name] == nil
            ? Wording(zh: "多出 \(name)", en: "\(name) does not belong here")
            : Wording(zh: "\(name) 的定义变了", en: "\(name) is defined otherwise"))
    }
    let check = isThorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"
    for line in try database.prepare(check).rows({ $0.text(0) }) where line != "ok" {
      faults.append(Wording(zh: "数据库：\(line)", en: "the database: \(line)"))
    }
    return faults
  }

  /// The objects that a casebook's schema has, as a new one has them.
  private static let model = Result { () throws(StoreError) in
    let database = try Database(path: "schema", .memory)
    try Migrations.bring(database, to: CasebookSchema.migrations)
    return try objects(database)
  }

  /// How many bytes a casebook's file has, by its own account.
  package static func size(of database: Database) throws(StoreError) -> Int {
    try database.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").first {
      $0.int(0)
    } ?? 0
  }

  /// The objects of a schema by kind and name, and how each is defined: quoted, because a name that is no text any more but the
  /// same bytes is found by nobody who asks for it.
  private static func objects(_ database: Database) throws(StoreError) -> [String: String] {
    let rows = try database.prepare(
      """
      SELECT type || ' ' || name, quote(type) || quote(name) || quote(tbl_name) || quote(sql) FROM sqlite_schema
      """
    ).rows { (name: $0.text(0), sql: $0.text(1)) }
    return Dictionary(rows.map { ($0.name, $0.sql) }, uniquingKeysWith: { first, _ in first + " ?" })
  }

  /// What is wrong with the scheme files: one that entries name is missing or another, or one that none names is there.
  package static func schemeFaults(
    _ database: Database, named: Set<String>
  ) throws(StoreError) -> [Wording] {
    let files = try database.prepare("SELECT digest, content FROM scheme_file ORDER BY digest").rows {
      (digest: $0.text(0), content: $0.blob(1))
    }
    var faults: [Wording] = []
    for file in files {
      let digest = SchemeDigest.sha256(file.content)
      if digest != file.digest {
        faults.append(
          Wording(
            zh: "方案文件 \(file.digest.prefix(16))… 的内容不是它的：摘要是 \(digest.prefix(16))…",
            en: "the scheme file \(file.digest.prefix(16))… is another: its digest is \(digest.prefix(16))…"))
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

extension CasebookError {
  /// What went wrong, in a sentence.
  package var wording: Wording {
    switch self {
    case .store(let trouble): trouble.wording
    case .key(let trouble): trouble.wording
    case .file(let trouble): trouble.wording
    case .damaged(let what): what
    case .refused(let refusal): refusal.what
    case .input(let diagnostics):
      Wording(
        zh: diagnostics.map(\.what.zh).joined(separator: "；"),
        en: diagnostics.map(\.what.en).joined(separator: "; "))
    }
  }
}
