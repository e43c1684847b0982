import Testing

/// Rules about the code itself that neither the compiler nor the formatter holds.
@Suite("Tidiness")
struct TidyTests {
  /// The longest function, in lines, from its first to its closing brace.
  static let functionLimit = 70
  /// The longest file, in lines.
  static let fileLimit = 300
  /// The longest line of the documentation, in characters.
  static let articleWidth = 120
  /// Files above the limit that are to be split. An entry is a debt: it goes when the file is split.
  static let longFiles: Set<String> = ["Tests/ClaimsTests/DecisionTableTests.swift"]

  private static func allFiles() throws -> [SourceTree.File] {
    try SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests")
  }

  @Test("no loose ends in the sources")
  func noLooseEnds() throws {
    let marks = #/\b(TODO|FIXME|XXX)\b|\btry!|\bfatalError\b/#
    let files = try SourceTree.files(below: "Sources")
    #expect(files.count > 100)
    for file in files {
      for (index, line) in file.lines.enumerated() {
        #expect(line.firstMatch(of: marks) == nil, "\(file.path):\(index + 1): \(line)")
      }
    }
  }

  /// Where statistics are told from samples: square roots and logarithms are not exact. No money is added up there but in whole fen.
  static let statistics: Set<String> = [
    "Sources/Audit/Sampling/Statistics.swift", "Sources/Audit/Sampling/Estimation.swift",
  ]

  @Test("no floating point in the sources: money is whole fen")
  func noFloatingPoint() throws {
    let types = #/\b(Double|Float|Float16|Float80|CGFloat|Decimal)\b/#
    var found: Set<String> = []
    for file in try SourceTree.files(below: "Sources") {
      for (index, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        guard line.firstMatch(of: types) != nil else { continue }
        found.insert(file.path)
        #expect(Self.statistics.contains(file.path), "\(file.path):\(index + 1): \(line)")
      }
    }
    #expect(Self.statistics.subtracting(found) == [], "whole numbers by now: take the file out")
  }

  @Test("no chance and no clock where decisions are made")
  func pure() throws {
    let effects =
      #/\.random\(|\.randomElement|\.shuffled\(|RandomNumberGenerator|(Continuous|Suspending)Clock|\bprint\(/#
    for file in try SourceTree.files(below: "Sources") where Line.pure.contains(file.target) {
      for (index, line) in file.lines.enumerated() {
        #expect(line.firstMatch(of: effects) == nil, "\(file.path):\(index + 1): \(line)")
      }
    }
  }

  @Test("files are named after what is in them")
  func fileNames() throws {
    for file in try Self.allFiles() {
      for banned in ["Util", "Helper", "Manager"] {
        #expect(!file.name.contains(banned), "\(file.path)")
      }
    }
  }

  @Test("no file is longer than three hundred lines")
  func fileLength() throws {
    let long = try Self.allFiles().filter { $0.lines.count > Self.fileLimit }
    for file in long where !Self.longFiles.contains(file.path) {
      Issue.record("\(file.path): \(file.lines.count) lines")
    }
    #expect(Self.longFiles.subtracting(long.map(\.path)) == [], "short by now: take the entry out")
  }

  @Test("no line of the documentation is too wide, but for tables, links and code")
  func articleLines() throws {
    let articles = try SourceTree.names(in: "Sources/Fangpin.docc").filter { $0.hasSuffix(".md") }
    #expect(articles.count >= 15)
    for path in articles.map({ "Sources/Fangpin.docc/" + $0 }) + ["README.md"] {
      var isCode = false
      for (index, line) in try SourceTree.lines(of: path).enumerated() {
        if line.hasPrefix("```") { isCode.toggle() }
        guard !isCode, !line.hasPrefix("|"), !line.hasPrefix("    ") else { continue }
        // Where a link leads to is no text.
        let text = line.replacing(#/\]\([^)]*\)/#, with: "]")
        #expect(text.count <= Self.articleWidth, "\(path):\(index + 1): \(text.count) columns")
      }
    }
  }

  @Test("no function is longer than seventy lines")
  func functionLength() throws {
    var functions = 0
    for file in try Self.allFiles() {
      for function in FunctionSpan.all(in: file.lines) {
        functions += 1
        #expect(
          function.length <= Self.functionLimit, "\(file.path):\(function.line): \(function.length) lines")
      }
    }
    #expect(functions > 700)
  }

  @Test("the measure of functions measures")
  func functionSpans() {
    let text = """
      struct A {
        func short() { 1 }
        func long(
          a: Int
        ) -> Int {
          if a { b() }
          return a
        }
        var c: Int { 4 }
        init?(d: Int) {
          e()
        }
        func required()
      }
      """
    let found = FunctionSpan.all(in: text.split(separator: "\n").map(String.init))
    #expect(found.map(\.line) == [3, 10])
    #expect(found.map(\.length) == [6, 3])
  }

  @Test("the visible top level is the one agreed on")
  func topLevel() throws {
    let agreed = ["Package.swift", "README.md", "Rules", "Samples", "Sources", "Tests"]
    #expect(try SourceTree.visibleTopLevel() == agreed)
  }
}
