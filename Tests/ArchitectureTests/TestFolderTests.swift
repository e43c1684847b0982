import Testing

/// Whoever changes a module finds its tests in the folder of its name; what stands across modules is named for its principle.
@Suite("Folders of tests")
struct TestFolderTests {
  /// What stands across the modules, and why. A folder that is gone is an error.
  private static let principles = [
    "ArchitectureTests": "what holds of the code itself",
    "AuditSpeed": "how fast an audit is",
    "BatchSpeed": "how fast a batch is",
    "CasebookKillTests": "what is left when a program is killed",
    "CasebookModelTests": "walks of library and model",
    "CasebookSpeed": "how fast a casebook is",
    "EmbeddingTests": "the engine as another program uses it",
    "Fuzz": "made-up bytes for the readers",
    "NewStep": "what a new step of a case costs",
    "OracleTests": "decisions against another reckoning",
    "SameOutput": "two versions of the program side by side",
    "SamplesTests": "what the program says of the samples",
    "Speed": "what the measurements share",
    "SturdinessTests": "what no input may do to the program",
    "TestKitTests": "the kits themselves",
  ]

  /// Modules that say nothing which could be tested by itself.
  private static let untested = [
    "CCrypto": "a library of the system", "CSQLite": "a library of the system",
    "CZlib": "a library of the system", "CExpat": "a library of the system",
    "RuleFiles": "files that Rules reads",
  ]

  /// The folder of a module's tests: `FangpinTests` of `fangpin`.
  private static func folder(of module: String) -> String {
    module.prefix(1).uppercased() + module.dropFirst() + "Tests"
  }

  @Test("each is a module's, a kit's, or named for a principle")
  func known() throws {
    let folders = Set(try SourceTree.folders(below: "Tests"))
    let modules = Set(try SourceTree.folders(below: "Sources"))
    #expect(modules.count > 20 && modules.isSuperset(of: Self.untested.keys))
    let tested = Set(modules.subtracting(Self.untested.keys).map(Self.folder))
    #expect(tested.subtracting(folders).sorted() == [], "a module without tests")
    let kits = folders.filter { $0.hasSuffix("Kit") }
    #expect(kits.count > 4)
    #expect(Set(Self.principles.keys).subtracting(folders).sorted() == [], "gone: take the entry out")
    #expect(tested.isDisjoint(with: Self.principles.keys))
    #expect(folders.subtracting(tested).subtracting(kits).subtracting(Self.principles.keys).sorted() == [])
  }

  @Test("within a module's, folders are those of the module or of its commands")
  func subfolders() throws {
    let modules = try SourceTree.folders(below: "Sources").filter { Self.untested[$0] == nil }
    var found = 0
    for module in modules {
      let commands = module == "fangpin" ? try SourceTree.folders(below: "Sources/fangpin/Commands") : []
      let own = Set(try SourceTree.folders(below: "Sources/\(module)") + commands)
      let kept: Set<String> = ["Golden"]
      for folder in try SourceTree.folders(below: "Tests/\(Self.folder(of: module))")
      where !kept.contains(folder) {
        found += 1
        #expect(own.contains(folder), "Tests/\(Self.folder(of: module))/\(folder)")
      }
    }
    #expect(found > 10)
  }

  @Test("with Swift files are targets of the manifest")
  func targets() throws {
    let manifest = try SourceTree.lines(of: "Package.swift").joined(separator: "\n")
    let folders = Set(try SourceTree.files(below: "Tests").map(\.target)).subtracting(["Fuzz"])
    #expect(folders.count > 25)
    for folder in folders { #expect(manifest.contains("\"\(folder)\","), "\(folder)") }
  }
}
