import Batch
import Claims
import Files
import Rules
import Testing

/// What the README and the articles say of the repository is held against the repository.
@Suite("README and articles")
struct ReadmeTests {
  private static func blocks(of path: String) throws -> [[String]] {
    var blocks: [[String]] = []
    var open: [String]?
    for line in try SourceTree.lines(of: path) {
      if !line.hasPrefix("```") {
        open?.append(line)
      } else if let block = open {
        blocks.append(block)
        open = nil
      } else {
        open = []
      }
    }
    return blocks
  }

  @Test("what the README shows of a run is what the program says")
  func output() throws {
    let said = Set(try SourceTree.lines(of: "Samples/County/wei-county-2017/january.summary.en.txt"))
    let shown = try #require(
      try Self.blocks(of: "README.md").first { $0.first?.hasPrefix("scheme ") == true })
    #expect(shown.count > 5)
    for line in shown { #expect(said.contains(line), "\(line)") }
    let decisions = try SourceTree.lines(of: "Samples/County/wei-county-2017/january.csv")
    let decision = try #require(
      try Self.blocks(of: "README.md").first { $0.first?.hasPrefix("claim_id") == true })
    #expect(decision.count > 1)
    for line in decision { #expect(decisions.contains { $0 == line || $0.hasPrefix(line + ",") }, "\(line)") }
  }

  @Test("the story that the README tells is the one in Samples, command by command")
  func story() throws {
    let told = try Self.commandLines(of: SourceTree.lines(of: "Samples/Casebook/story.en.txt"))
    let more = try Self.commandLines(of: SourceTree.lines(of: "Samples/Casebook/more.en.txt"))
    let blocks = try Self.blocks(of: "README.md").filter { $0.first?.hasPrefix("$ fangpin") == true }
    #expect(blocks.count == 3)
    let shown = Self.commandLines(of: try #require(blocks.first))
    let commands = told.filter { $0.hasPrefix("$") }
    #expect(commands.count == 10 && shown.filter { $0.hasPrefix("$") } == commands)
    let lines = Set(told)
    for line in shown { #expect(lines.contains(line), "\(line)") }
    let audit = try Self.commandLines(of: SourceTree.lines(of: "Samples/Casebook/audit.en.txt"))
    for (block, said) in zip(blocks.dropFirst(), [Set(more), Set(audit)]) {
      for line in Self.commandLines(of: block) { #expect(said.contains(line), "\(line)") }
    }
  }

  /// Lines with those joined that a backslash continues.
  private static func commandLines(of lines: [String]) -> [String] {
    lines.joined(separator: "\n").replacing(#/ \\\n +/#, with: " ").split(separator: "\n").map(String.init)
  }

  @Test("the checks run the tests as the README does")
  func testCommand() throws {
    let command = try #require(
      try Self.blocks(of: "README.md").first { $0.first?.hasPrefix("swift test") == true })
    let checks = try SourceTree.lines(of: ".ci/run")
    #expect(command.count == 1)
    #expect(command.first.map { "\($0) 2>&1" } == checks.last)
  }

  @Test("every path that README or articles name is there")
  func paths() throws {
    let articles = try SourceTree.names(in: "Sources/Fangpin.docc").filter { $0.hasSuffix(".md") }
    #expect(articles.count >= 15)
    var paths = 0
    for file in ["README.md"] + articles.map({ "Sources/Fangpin.docc/\($0)" }) {
      // Links to symbols, in double backticks, are the documentation compiler's to check.
      let text = try SourceTree.lines(of: file).joined(separator: "\n").replacing(#/``[^`]+``/#, with: "")
      for match in text.matches(of: #/\b(?:Sources|Tests|Rules|Samples)\/[\w\/.+-]*\w/#) {
        paths += 1
        #expect(SourceTree.exists(String(match.0)), "\(file): \(match.0)")
      }
    }
    #expect(paths > 20)
  }

  @Test("every reason and every problem of a row is explained in the articles")
  func codes() throws {
    let decisions = try SourceTree.lines(of: "Sources/Fangpin.docc/HowADecisionIsMade.md").joined(
      separator: "\n")
    for reason in Reason.allCases {
      #expect(decisions.contains("| \(reason.row) |") && decisions.contains("`\(reason.code)`"))
    }
    let formats = try SourceTree.lines(of: "Sources/Fangpin.docc/FileFormats.md").joined(separator: "\n")
    for problem in RowProblem.allCases {
      #expect(formats.contains("| `\(problem.rawValue)` |"), "\(problem)")
    }
  }
}
