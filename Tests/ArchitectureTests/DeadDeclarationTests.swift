import Testing

/// What is declared below `Sources` is used there. Told by words: a name that stands somewhere else too, where it could mean the
/// declaration, counts as used.
@Suite("Dead declarations")
struct DeadDeclarationTests {
  /// What is used although no word says so, by file and name, with the reason. Entries that are no longer needed are an error.
  private static let exceptions = [
    "Sources/Batch/ClaimIDs.swift: isOnRegister": "compared where two particulars are",
    "Sources/Batch/ClaimWork+Wording.swift: deliver": "asked of every work by the pipeline",
    "Sources/Casebook/SQL/SQLValue.swift: callAsFunction": "called without its name",
    "Sources/Reports/Period/Page/Sentence.swift: appendLiteral": "called where a text is a literal",
    "Sources/Reports/Period/Page/Sentence.swift: appendInterpolation": "called where a text is a literal",
    "Sources/fangpin/Commands/Case/Steps/CaseAppraiseCommand.swift: no": "a word of --supports",
    "Sources/fangpin/Fangpin.swift: Fangpin": "where the program begins",
  ]

  /// A declaration that nothing uses.
  struct Dead: Hashable, Sendable {
    let path: String
    let declaration: Declarations.Declaration

    /// What an exception names it by.
    var name: String { "\(path): \(declaration.name)" }
  }

  /// What nothing uses in some files. A module's declarations can be used in itself and in those that may import it.
  ///
  /// - Parameters:
  ///   - engine: the modules whose public declarations are others' too.
  ///   - shown: what those are shown to use.
  static func dead(in files: [SourceTree.File], engine: Set<String>, shown: Set<String>) -> [Dead] {
    let read = files.map { (file: $0, declarations: Declarations($0.lines)) }
    var uses: [String: Set<String>] = [:]
    for (file, own) in read { uses[file.target, default: []].formUnion(own.uses) }
    let everywhere = uses.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let importing = uses.keys.map { module in
      let users = uses.filter { $0.key == module || Line.allows($0.key, toImport: module) }
      return (module, users.values.reduce(into: Set<String>()) { $0.formUnion($1) })
    }
    let package = Dictionary(uniqueKeysWithValues: importing)
    return read.flatMap { file, own in
      own.all.filter { declaration in
        func isUnused(_ uses: Set<String>?) -> Bool { uses?.isDisjoint(with: declaration.spellings) ?? true }
        if declaration.isWitness, !isUnused(everywhere) { return false }
        return switch declaration.sight {
        case .file: isUnused(own.uses)
        case .module: isUnused(uses[file.target])
        case .package: isUnused(package[file.target])
        case .everywhere: isUnused(everywhere) && !(engine.contains(file.target) && !isUnused(shown))
        }
      }.map { Dead(path: file.path, declaration: $0) }
    }
  }

  /// What the tests of embedding use, and the words that the articles write as code.
  private static func shown() throws -> Set<String> {
    var shown: Set<String> = []
    for file in try SourceTree.files(below: "Tests") where file.target == "EmbeddingTests" {
      shown.formUnion(Declarations(file.lines).uses)
    }
    let articles = try SourceTree.names(in: "Sources/Fangpin.docc").filter { $0.hasSuffix(".md") }
    for article in articles {
      let text = try SourceTree.lines(of: "Sources/Fangpin.docc/\(article)").joined(separator: "\n")
      for code in text.matches(of: #/`[^`]+`/#) {
        shown.formUnion(code.0.matches(of: #/\w+/#).map { String($0.0) })
      }
    }
    return shown
  }

  @Test("nothing is declared that nothing uses")
  func none() throws {
    let (engine, shown) = (try Manifest.engine(), try Self.shown())
    #expect(engine.count == 4 && shown.count > 300)
    let dead = Self.dead(in: try SourceTree.files(below: "Sources"), engine: engine, shown: shown)
    for found in dead where Self.exceptions[found.name] == nil {
      Issue.record("\(found.path):\(found.declaration.line): nothing uses \(found.declaration.name)")
    }
    let outdated = Set(Self.exceptions.keys).subtracting(dead.map(\.name))
    #expect(outdated.sorted() == [], "used by now, or gone: take the exception out")
  }

  /// The names of the dead among made-up files of two modules.
  private func dead(_ left: String, right: String = "", shown: Set<String> = []) -> [String] {
    let files = [("Sources/Units/A.swift", left), ("Sources/Claims/B.swift", right)].map { path, text in
      SourceTree.File(
        path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    return Self.dead(in: files, engine: ["Units"], shown: shown).map(\.declaration.name)
  }

  @Test("the dead are told from the living")
  func told() {
    let left = """
      /// A comment that names lonely, and gone() too.
      package struct Alive: Sendable {
        package let read: Int, unread: Int
        private var hidden = "lonely \\(Alive.counted)"
        static let counted = 1
        package init(read: Int, unread: Int) {
          let local = read
          self.read = local
          self.unread = unread
        }
        package init(gone: Int) { self.init(read: gone, unread: gone) }
        package func lonely() -> Int { read }
        func called() { callAgain { $0 } }
      }
      private func callAgain(_ body: (Int) -> Int) {}
      package enum Answer {
        case yes(unread: Int), no, never
        package var said: Bool { self == .yes || self == .no }
      }
      protocol Named { var title: String { get } }
      extension Alive: Named { var title: String { "" } }
      public func toBeShown() {}
      enum Forgotten {}
      """
    let right = """
      package func hidden() -> Int { Alive(read: 1, unread: 2).read }
      func lonelier() { if Answer.yes.said { hidden() } }
      """
    #expect(
      dead(left, right: right, shown: ["toBeShown", "lonely"]) == [
        "unread", "hidden", "Alive(gone:)", "lonely", "called", "never", "title", "title", "Forgotten",
        "lonelier",
      ])
    #expect(dead("public func toBeShown() {}") == ["toBeShown"])
    #expect(dead("func after() {}", right: "private func use() { after(); use() }") == ["after"])
    #expect(dead("package func after() {}", right: "private func use() { after(); use() }") == [])
    #expect(dead("private func use() { after(); use() }", right: "package func after() {}") == ["after"])
  }

  @Test("initialisers are told by their types and labels")
  func initialisers() {
    let type = """
      package struct Page {
        package init(title: String, rows: Int = 0) {}
        package init(_ text: String) {}
        package init() {}
        package init<T>(at place: T, of rows: (Int) -> Int) {}
      }
      """
    let all = ["Page(title:)", "Page(_:)", "Page()", "Page(at:)"]
    func living(_ use: String) -> [String] {
      let found = dead(type, right: "private func use() { use(); \(use) }\nprivate let page: Page")
      return all.filter { !found.contains($0) }
    }
    #expect(living("Page(title: a)") == ["Page(title:)"])
    #expect(living("let p: Page = .init(a, b: c)") == ["Page(_:)"])
    #expect(living("Self()") == ["Page()"])
    #expect(living("Page<Int>(at: 1) { 2 }") == ["Page(at:)"])
    #expect(living("all.map(Page.init)") == all)
    #expect(living("Other(title: a, at: b)") == [])
    #expect(living("\"Page()\"") == [])
  }
}
