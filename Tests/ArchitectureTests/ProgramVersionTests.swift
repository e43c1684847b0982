import Testing
import Units

/// The version stands once, and whatever names the program with a version names that one.
@Suite("The program's version")
struct ProgramVersionTests {
  private static let home = "Sources/Units/Program.swift"
  private static var named: Regex<(Substring, version: Substring)> {
    #/(?i:fangpin)[`"]? (?<version>[0-9]+(?:\.[0-9]+)+)/#
  }

  @Test("stands once in the sources")
  func once() throws {
    let (quoted, named) = (#/"v?[0-9]+\.[0-9]+\.[0-9]+"/#, Self.named)
    let files = try SourceTree.files(below: "Sources")
    #expect(files.contains { $0.path == Self.home })
    for file in files {
      for (index, line) in file.lines.enumerated() {
        let isHome = file.path == Self.home && line.contains("let version = ")
        // A line without a digit names no version.
        guard isHome || line.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { continue }
        let place = "\(file.path):\(index + 1): \(line)"
        #expect((line.firstMatch(of: quoted) != nil) == isHome, "\(place)")
        #expect(line.firstMatch(of: named) == nil, "\(place)")
      }
    }
  }

  @Test("is the one that the documentation names")
  func documentation() throws {
    let pages = try SourceTree.names(in: "Sources/Fangpin.docc").filter { $0.hasSuffix(".md") }
    var naming: [String] = []
    let named = Self.named
    for path in pages.map({ "Sources/Fangpin.docc/" + $0 }) + ["README.md", "Samples/README.md"] {
      for (index, line) in try SourceTree.lines(of: path).enumerated() {
        for match in line.matches(of: named) {
          naming.append(path)
          #expect(match.version == Program.version, "\(path):\(index + 1): \(line)")
        }
      }
    }
    #expect(naming.contains("Sources/Fangpin.docc/Fangpin.md"))
    #expect(naming.contains("Sources/Fangpin.docc/TheCasebook.md"))
  }

  @Test("is three numbers")
  func form() {
    #expect(Program.version.wholeMatch(of: #/[0-9]+\.[0-9]+\.[0-9]+/#) != nil)
    #expect(Program.engine == "\(Program.name) \(Program.version)")
  }
}
