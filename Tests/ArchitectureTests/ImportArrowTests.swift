import Testing

/// The package manager lets a module import whatever the modules it names import: so the arrows are held here.
@Suite("Import arrows")
struct ImportArrowTests {
  /// One import of one file.
  struct Arrow: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let module: String
    let imported: String

    var testDescription: String { "\(file):\(line) imports \(imported)" }
  }

  static func arrows() throws -> [Arrow] {
    let statement =
      #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(?<name>\w+)/#
    return try SourceTree.files(below: "Sources").flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        line.firstMatch(of: statement).map {
          Arrow(file: file.path, line: index + 1, module: file.target, imported: String($0.name))
        }
      }
    }
  }

  @Test("every module has a place on the line")
  func everyModuleHasAPlace() throws {
    let modules = try SourceTree.folders(below: "Sources")
    #expect(modules.count >= 9)
    for module in modules { #expect(Line.holds(module), "\(module) is not on the line") }
    #expect(Set(try Manifest.dependencies().keys) == Set(modules))
  }

  @Test("every import points to the left")
  func importsPointLeft() throws {
    let arrows = try Self.arrows()
    #expect(arrows.count > 100)
    for arrow in arrows {
      #expect(Line.allows(arrow.module, toImport: arrow.imported), "\(arrow.testDescription)")
    }
  }

  @Test("every dependency of the manifest points to the left")
  func dependenciesPointLeft() throws {
    let targets = try Manifest.dependencies()
    #expect(targets.values.contains { $0.count >= 5 })
    for (target, names) in targets.sorted(by: { $0.key < $1.key }) {
      for name in names.sorted() {
        #expect(Line.allows(target, toImport: name), "Package.swift: \(target) depends on \(name)")
      }
    }
  }

  @Test("every import of ours is named in the manifest")
  func importsAreDeclared() throws {
    let targets = try Manifest.dependencies()
    for arrow in try Self.arrows() where !Line.toolchain.contains(arrow.imported) {
      #expect(targets[arrow.module]?.contains(arrow.imported) == true, "\(arrow.testDescription)")
    }
  }

  @Test("Foundation stays out of the sources: it costs every start of the program some milliseconds")
  func noFoundation() throws {
    for arrow in try Self.arrows() {
      #expect(!arrow.imported.hasPrefix("Foundation"), "\(arrow.testDescription)")
    }
  }

  @Test("the package has no dependencies")
  func noPackages() throws {
    let text = try SourceTree.lines(of: "Package.swift").joined(separator: "\n")
    #expect(text.contains("dependencies: [],"))
    #expect(!text.contains(".package("))
  }

  @Test(
    "the line would refuse an arrow to the right",
    arguments: [
      ("Units", "Rules"), ("Claims", "Explain"), ("Claims", "Tables"), ("Explain", "RuleFiles"),
      ("Claims", "Glibc"), ("Tables", "Rules"), ("RuleFiles", "Units"), ("Rules", "Foundation"),
      ("Rules", "Rules"), ("Batch", "Nowhere"),
    ])
  func refuses(_ module: String, _ other: String) {
    #expect(!Line.allows(module, toImport: other))
  }
}
