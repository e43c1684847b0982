import Files
import Testing
import Units

/// A column is declared once, in the file of its kind: what has drifted once, because eight lists stood side by side, cannot
/// drift again.
@Suite("Columns")
struct ColumnsOnceTests {
  /// Where the type of a column itself stands.
  private static let types: Set<String> = [
    "Sources/Files/Declaring/Field.swift"
  ]

  @Test("are declared in Files and nowhere else")
  func declaredOnce() throws {
    let declaration = #/[^\w.](?:Column|Field)\(\s*(?:"|column)/#
    var declared = 0
    var types: Set<String> = []
    for file in try SourceTree.files(below: "Sources") {
      let found = file.lines.joined(separator: "\n").matches(of: declaration).count
      if found > 0, Self.types.contains(file.path) {
        types.insert(file.path)
        continue
      }
      if file.target == "Files" { declared += found }
      #expect(found == 0 || file.target == "Files", "\(file.path) declares a column")
    }
    #expect(declared > 60)
    #expect(types == Self.types)
  }

  @Test("are named in no header that is written out elsewhere")
  func noHeaders() throws {
    let names = Set(FileKind.allCases.flatMap { $0.file.fields.map(\.name) })
    #expect(names.count > 60)
    let literal = #/"(?<names>[a-z_]+(?:,[a-z_]+)+)"/#
    for file in try SourceTree.files(below: "Sources") {
      for (index, line) in file.lines.enumerated() {
        for match in line.matches(of: literal) {
          let words = match.names.split(separator: ",")
          #expect(
            words.count(where: { names.contains(String($0)) }) < 2,
            "\(file.path):\(index + 1) writes a header out: \(match.names)")
        }
      }
    }
  }

  @Test("of every kind stand in one file of its own, which is named after it", arguments: FileKind.allCases)
  func oneFile(kind: FileKind) throws {
    let type = "\(kind.file)"
    let path = "Sources/Files/Kinds/\(type).swift"
    #expect(SourceTree.exists(path))
    let text = try SourceTree.lines(of: path).joined(separator: "\n")
    #expect(text.contains("enum \(type): "))
    #expect(kind.file.kind == kind)
  }

  @Test("of every kind stand in the article on files", arguments: FileKind.allCases)
  func article(kind: FileKind) throws {
    let lines = try SourceTree.lines(of: "Sources/Fangpin.docc/OfficeFiles.md")
    let start = try #require(lines.firstIndex(of: "## \(kind.rawValue)"))
    let own = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    for field in kind.file.fields {
      #expect(own.contains { $0.hasPrefix("| `\(field.name)` | \(field.headings) |") }, "\(field.name)")
    }
  }

  @Test("are quoted and escaped in one place: the forms of the formats")
  func quoting() throws {
    let doubled = #/"\\"\\""|0x22, 0x22|\\\\u00/#
    let found = try SourceTree.files(below: "Sources").filter { file in
      file.target != "JSONText" && file.lines.contains { $0.firstMatch(of: doubled) != nil }
    }
    #expect(found.map(\.path) == ["Sources/Tables/Writing/NDJSONForm.swift"])
  }
}
