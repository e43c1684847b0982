import Foundation
import TestKit
import Testing
import Units

/// The lists of Samples/Lists: what offices hand in, and what is right for each of them.
@Suite("Samples/Lists")
struct ListSamplesTests {
  /// What must come of a list: its exit code, and the decisions in short, a claim each.
  struct Right: Sendable, CustomTestStringConvertible {
    let name: String
    let exitCode: Int32
    let decisions: String
    var testDescription: String { name }

    init(_ name: String, _ exitCode: Int32, _ decisions: String) {
      self.name = name
      self.exitCode = exitCode
      self.decisions = decisions
    }

    var sample: FaultSample {
      get throws {
        let folder = Repository.samples.appending(path: "Lists/\(name)")
        return FaultSample(
          folder: folder,
          command: try String(contentsOf: folder.appending(path: "command.txt"), encoding: .utf8))
      }
    }
  }

  private static let two = "C1 covered 7800.00, C2 covered 2800.00"

  static let rights = [
    Right("utf-16", 0, two), Right("returns-for-line-ends", 0, two), Right("semicolons", 0, two),
    Right("sep-line", 0, two),
    Right("tabs", 0, two), Right("rows-of-commas", 0, two),
    Right("mark-in-the-middle", 0, "C1 covered 7800.00, C1 duplicate-claim 0.00, C2 covered 2400.00"),
    Right("two-encodings", 3, "C1 covered 7800.00, C2 covered 7800.00, C3 covered 1000.00"),
    Right(
      "zero-width-in-ids", 0,
      "C1 covered 7800.00, C2 covered 7800.00, C3 covered 7700.00, C3 duplicate-claim 0.00, C4 covered 9000.00"
    ),
    Right(
      "trailing-tabs", 0,
      "2018030500000000001 covered 7800.00, 2018030500000000002 covered 7800.00, C3 covered 7700.00, "
        + "C3 duplicate-claim 0.00, C4 covered 7700.00"),
    // Of 1,020 yuan each, but for two of 1.2万, which come to 12,000; what could be another amount is refused.
    Right(
      "amounts", 3,
      "C00 below-warning-line 0.00, C01 below-warning-line 0.00, C02 below-warning-line 0.00, C03 covered 6036.00, "
        + "C04 covered 7200.00, C09 covered 612.00, C10 covered 612.00, C19 covered 612.00, C20 covered 612.30"
    ),
    Right(
      "days", 3,
      [0, 1, 2, 4, 5, 6, 7, 8, 11, 13, 15, 16, 17].map {
        "D\($0 < 10 ? "0" : "")\($0) below-warning-line 0.00"
      }
      .joined(separator: ", ")),
    Right("floats-and-nan", 3, "1.0 covered 7800.00"),
    Right("stray-quotes", 3, "C1 covered 7800.00, C2 covered 7800.00, C5 covered 1000.00"),
    Right("zeros-lost", 3, "1 household-unclear 0.00, 2 household-unclear 0.00"),
    Right("ids-in-scientific-notation", 3, ""),
    Right("terminal-escapes", 3, "C6 covered 7800.00"),
    Right(
      "ids-that-look-alike", 0,
      "C1 household-unclear 0.00, C2 covered 7800.00, C3 covered 7800.00, C4 unknown-household 0.00, "
        + "C5 covered 7800.00"),
    Right("lines-of-json", 3, "C8 covered 7800.00"), Right("nested-values", 3, ""),
    Right("key-in-capitals", 0, "C1 compensated-elsewhere 0.00"),
    Right("header-sound", 0, "C1 compensated-elsewhere 0.00"),
    Right("header-blank-in-cause", 0, "C1 compensated-elsewhere 0.00"),
    Right("header-misspelt-cause", 1, ""), Right("header-misspelt", 1, ""),
    Right("header-column-twice", 1, ""),
    Right("header-other-characters", 1, ""), Right("header-control-characters", 1, ""),
    Right("header-unit", 0, "C1 covered 7800.00"),
    Right("header-unit-over-two-lines", 0, "C1 covered 7800.00"),
    Right("header-capitals", 0, "C1 covered 7800.00"), Right("header-blanks", 0, "C1 covered 7800.00"),
    Right("header-invisible-character", 0, "C1 covered 7800.00"),
    Right("header-unknown-column", 0, "C1 covered 7800.00"),
    // Two of one household, of 34,000 together; one in a third household's name; the others are on no list, or on it twice.
    Right(
      "by-resident-id", 3,
      "C1 covered 7800.00, C2 covered 7200.00, C3 covered 2400.00, C4 covered 6600.00, C5 below-warning-line 0.00"
    ),
  ]

  @Test("are all known here")
  func all() throws {
    let folder = Repository.samples.appending(path: "Lists")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    #expect(Set(names) == Set(Self.rights.map(\.name)))
  }

  @Test("are decided as is right", arguments: rights)
  func right(_ right: Right) throws {
    let sample = try right.sample
    let run = try CommandRun(line: sample.command, in: sample.folder, .en)
    let decisions = run.text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[3])"
    }
    #expect(decisions.joined(separator: ", ") == right.decisions)
    #expect(run.exitCode == right.exitCode, "\(run.talk)")
    // Whatever stands in a list, nothing that steers a terminal gets there.
    #expect(
      !run.talk.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
  }

  @Test(
    "are answered as it stands beside them", arguments: TestSize.spread(rights, fast: 8), Language.allCases)
  func answer(_ right: Right, language: Language) throws {
    let sample = try right.sample
    let run = try CommandRun(line: sample.command, in: sample.folder, language)
    try Golden.expect(Data(run.record.utf8), in: sample.expected(language))
  }
}
