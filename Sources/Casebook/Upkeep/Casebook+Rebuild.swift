import Journal
import Sealing
import Store
import Units

/// What a rebuild found: the derived tables that were not what the journal says.
package struct Rebuilding: Hashable, Sendable {
  /// How many entries were read.
  package let entries: Int
  /// The tables that differed, by name.
  package let corrected: [String]
  /// Whether they were all of an earlier version.
  package let wasOutdated: Bool
}

extension Casebook {
  /// Rebuilds a casebook whose derived tables may be so far gone that it cannot be opened.
  package static func rebuild(_ path: String) throws(CasebookError) -> Rebuilding {
    let database = try file(path, .readWrite, mayBeOutdated: true)
    let digest: String?
    let statements = Statements(database)
    do throws(StoreError) { digest = try statements.lastScheme() } catch { throw .store(error) }
    guard let digest else { throw .damaged(entry: 1) }
    let scheme = try readScheme(digest, statements)
    return try Casebook(path: path, database: database, scheme: scheme).rebuild()
  }

  /// Throws everything derived away and derives it anew from the journal, which the last head must fit: what is derived
  /// from a journal that was tampered with is worth nothing, and then nothing is changed.
  package func rebuild() throws(CasebookError) -> Rebuilding {
    let rebuilding = try writing { () throws(CasebookError) in
      let isOutdated = try Casebook.isOutdated(database)
      if isOutdated {
        do throws(StoreError) { try database.makeDerivedTablesAnew() } catch { throw .store(error) }
      }
      let before = try derivedDigests()
      let state = try derive()
      try write(state)
      try checkLastHead(state)
      let after = try derivedDigests()
      let corrected = CasebookSchema.derivedTables.filter { before[$0] != after[$0] }
      return Rebuilding(entries: state.entries, corrected: corrected, wasOutdated: isOutdated)
    }
    return rebuilding
  }

  /// Derives everything from the journal, from nothing.
  func derive() throws(CasebookError) -> BookState {
    try emptyDerivedTables()
    var fold = Fold(book: self, state: BookState())
    var hasher = Sealing.Hasher(.sha256)
    var expected = 1
    try entries { (entry) throws(CasebookError) in
      guard entry.number == expected else { throw .damaged(entry: expected) }
      if expected == 1 {
        guard entry.kind == .create else { throw .damaged(entry: 1) }
        hasher = Sealing.Hasher(try entry.read(CreateStatement.self).algorithm)
      }
      expected += 1
      let leaf = unsafe entry.leafBytes.withUnsafeBytes { unsafe hasher.leaf($0) }
      fold.state.tree.append(leaf: leaf, hasher)
      fold.state.lastRecordedAt = entry.recordedAt
      try fold.apply(entry)
    }
    return fold.state
  }

  /// A digest of each derived table's rows, in the order of their keys.
  func derivedDigests() throws(CasebookError) -> [String: Digest] {
    var digests: [String: Digest] = [:]
    for table in CasebookSchema.derivedTables { digests[table] = try digest(of: table) }
    return digests
  }

  private func digest(of table: String) throws(CasebookError) -> Digest {
    let hasher = Sealing.Hasher(.sha256)
    var digest = hasher.digest([])
    try eachQuotedRow(of: table) { digest = hasher.digest(digest.bytes + Array($0.utf8)) }
    return digest
  }
}
