import Claims
import Journal
import Rules
import Sealing
package import Store
import Units

extension Casebook {
  /// Opens a casebook; nothing is read but its state, its scheme and its last head, which must fit it.
  package static func open(_ path: String, _ mode: Database.Mode = .readWrite) throws(CasebookError)
    -> Casebook
  {
    return try open(path, try file(path, mode, mayBeOutdated: false))
  }

  /// Opens the file, and makes sure that it is a casebook of ours, or to be read an extract of one.
  ///
  /// - Parameter mayBeOutdated: whether what is derived may be of an earlier version.
  static func file(
    _ path: String, _ mode: Database.Mode, mayBeOutdated: Bool = false
  ) throws(CasebookError) -> Database {
    let database = try ownFile(path, mode)
    if !mayBeOutdated, try isOutdated(database) { throw .outdated(path: path) }
    return database
  }

  private static func ownFile(_ path: String, _ mode: Database.Mode) throws(CasebookError) -> Database {
    let isExtract: Bool
    let database: Database
    do throws(StoreError) {
      database = try Database(path: path, mode)
      let mark = try database.applicationID()
      isExtract = mark == CasebookSchema.extractID
      guard isExtract || mark == CasebookSchema.applicationID else {
        throw StoreError.notADatabase(path: path)
      }
    } catch { throw .store(error) }
    guard !isExtract || mode == .readOnly else {
      throw .refused(
        Refusal(
          .extract,
          Wording(
            zh: "\(path) 是略去个人信息的摘出件，只供核对", en: "\(path) is an extract without personal data, only for audits"
          ),
          fix: Wording(zh: "办理要用案卷簿原件", en: "use the casebook itself to record anything")))
    }
    do throws(StoreError) {
      try Migrations.check(database, knowing: CasebookSchema.migrations)
      if mode == .readWrite { try configure(database) }
      return database
    } catch { throw .store(error) }
  }

  /// Opens a file to take its steps again: it cannot be written, and what is derived from its journal stands empty, in memory,
  /// before the file's own tables. It must hold the scheme that its first entry names.
  ///
  /// - Returns: also the households of which the file has forgotten something, or as an extract never had it.
  package static func openToRetake(
    _ path: String
  ) throws(CasebookError) -> (book: Casebook, forgotten: Set<String>) {
    let database = try file(path, .readOnly, mayBeOutdated: true)
    let statements = Statements(database)
    let digest: String?
    let forgotten: [String]
    do throws(StoreError) {
      try database.keepTemporaryInMemory()
      try database.holdInMemory(kibibytes: 65_536)
      forgotten = try statements.silentHouseholds(inAll: try database.isExtract())
      digest = try statements.firstLine()?.scheme
      try database.makeRetakingTables()
      try database.beginLooking()
    } catch { throw .store(error) }
    guard let digest else { throw .damaged(entry: 1) }
    let scheme = try readScheme(digest, statements)
    return (Casebook(path: path, database: database, scheme: scheme), Set(forgotten))
  }

  static func configure(_ database: Database) throws(StoreError) {
    try database.keepWriteAheadLog()
    try database.overwriteDeleted()
  }

  private static func open(_ path: String, _ database: Database) throws(CasebookError) -> Casebook {
    // Of one moment: what another process records between two looks would make the last head seem wrong.
    try database.snapshot(CasebookError.store) { () throws(CasebookError) in
      let statements = Statements(database)
      let state: BookState?
      do throws(StoreError) { state = try BookState.read(statements) } catch { throw .store(error) }
      guard let state else { throw .damaged(row: "book") }
      let scheme = try readScheme(state.scheme, statements)
      let book = Casebook(path: path, database: database, scheme: scheme)
      try book.checkLastHead(state)
      return book
    }
  }

  /// Sees to it that the file alone holds all that was recorded, and nothing of it stands in a log beside it.
  ///
  /// - Returns: false where somebody who reads the file keeps it from that for more than a moment.
  package func settleLog() -> Bool { database.settleLog(waiting: .milliseconds(200)) }

  /// Whether it is an extract, from which the personal data are left out.
  package func isExtract() throws(CasebookError) -> Bool {
    try reading { () throws(StoreError) in try database.isExtract() }
  }

  /// Runs `body`, which only reads, on the casebook as it is at one moment.
  package func snapshot<R>(_ body: () throws(CasebookError) -> R) throws(CasebookError) -> R {
    try database.snapshot(CasebookError.store, body)
  }

  /// Reads a scheme that was recorded.
  static func readScheme(_ digest: String, _ statements: Statements) throws(CasebookError) -> Scheme {
    let content: [UInt8]?
    do throws(StoreError) { content = try statements.schemeContent(digest) } catch { throw .store(error) }
    guard let content, SchemeDigest.sha256(content) == digest else { throw .damaged(row: "scheme_file") }
    let loading = SchemeLoader.loadForDeciding(bytes: content, file: "scheme \(digest.prefix(12))")
    guard let scheme = loading.scheme else { throw .input(loading.diagnostics) }
    return scheme
  }

  /// The state as the file has it now: another process may have recorded something since it was opened.
  package func currentState() throws(CasebookError) -> BookState {
    let state = try reading { () throws(StoreError) in try BookState.read(statements) }
    guard let state else { throw .damaged(row: "book") }
    return state
  }

  /// Takes up the scheme in force, where another process has changed it.
  package func follow(_ digest: String) throws(CasebookError) {
    guard scheme.digest != digest else { return }
    scheme = try Casebook.readScheme(digest, statements)
    adjudicator = Adjudicator(scheme: scheme)
  }

  /// The last head must cover all entries, agree with the tree, and be signed by an enrolled key.
  func checkLastHead(_ state: BookState) throws(CasebookError) {
    let broken = CasebookError.damaged(
      Wording(
        zh: "存证码与台账对不上：请用 audit verify 查明",
        en: "the last head does not match the journal: audit verify shows where"))
    let last = try lastEntryNumber()
    guard let head = try lastHead(), head.size == state.entries, last == head.size,
      head.root == state.tree.root(Sealing.Hasher(state.algorithm)), let actor = try actor(key: head.key)
    else { throw broken }
    let message = Head.message(
      book: state.id, algorithm: state.algorithm, size: head.size, root: head.root,
      recordedAt: head.recordedAt,
      actor: head.actor)
    guard actor.publicKey.verify(head.signature, of: message) else { throw broken }
  }

  /// Reads within the store's errors.
  func reading<R>(_ body: () throws(StoreError) -> R) throws(CasebookError) -> R {
    do { return try body() } catch { throw .store(error) }
  }

  /// One transaction: committed when `body` returns, undone when it throws.
  func writing<R>(_ body: () throws(CasebookError) -> R) throws(CasebookError) -> R {
    try database.transaction(CasebookError.store, body)
  }
}

extension Database {
  /// Whether its mark is that of an extract.
  func isExtract() throws(StoreError) -> Bool { try applicationID() == CasebookSchema.extractID }
}
