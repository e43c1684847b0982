import Foundation
import TestKit
import Testing
import Units

/// Samples/Lists/by-resident-id, in every way in which something is written of it.
@Suite("A resident ID by which a household is looked up", .enabled(if: !Golden.isRenewing))
struct ResidentIDsNowhereTests {
  private static let inputs = [
    "--claims", "claims.csv", "--households", "households.csv", "--members", "members.csv",
  ]

  /// Every run of fifteen or more digits in the sample, some closed by an X: all are somebody's number.
  private static func numbers(in folder: URL) throws -> Set<String> {
    var found: Set<String> = []
    for name in ["claims.csv", "members.csv"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /[0-9０-９]{14,17}[0-9０-９xXＸ]/) { found.insert(String(match.0)) }
    }
    return found
  }

  private static func withSample(_ body: (URL) throws -> Void) throws {
    try withScratchFolder { folder in
      let sample = Repository.samples.appending(path: "Lists/by-resident-id")
      for name in ["claims.csv", "members.csv", "households.csv"] {
        try FileManager.default.copyItem(at: sample.appending(path: name), to: folder.appending(path: name))
      }
      try body(folder)
    }
  }

  @Test(
    "is written nowhere",
    arguments: [
      [
        "adjudicate", "--detail", "--labels", "zh", "--payouts", "p.csv", "--rejects", "r.csv", "--out",
        "d.csv",
      ],
      ["adjudicate", "--detail", "--labels", "en", "--format", "ndjson"], ["adjudicate", "--preview"],
      ["explain", "C2"], ["explain", "C2", "--format", "json"], ["explain", "C7"], ["explain", "C11"],
    ], Language.allCases)
  func nowhere(words: [String], language: Language) throws {
    try Self.withSample { folder in
      let numbers = try Self.numbers(in: folder)
      #expect(numbers.count >= 10)
      let run = try CommandRun(words + Self.inputs, in: folder, language)
      #expect(run.exitCode == 3 || run.exitCode == 4 && words[0] == "explain")
      var written = [run.text, run.talk]
      for name in ["p.csv", "r.csv", "d.csv"] where words.contains(name) {
        written.append(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
      }
      for number in numbers {
        #expect(!written.contains { $0.contains(number) }, "\(words) writes \(number)")
      }
    }
  }

  @Test("leads explain to the household, whose earlier claims it counts", arguments: Language.allCases)
  func explained(language: Language) throws {
    try Self.withSample { folder in
      let run = try CommandRun(["explain", "C2"] + Self.inputs, in: folder, language)
      #expect(run.text.contains("H0001") && run.text.contains("C1") && run.text.contains("30,000.00"))
      #expect(run.talk.contains(language == .zh ? "成员名单 1 行" : "1 of the list of members"))
      let rejected = try CommandRun(["explain", "C7"] + Self.inputs, in: folder, language)
      #expect(rejected.exitCode == 4 && rejected.talk.contains("999999********"))
    }
  }

  @Test("is read of a list on standard input, which adjudicate reads once and explain twice")
  func pipe() throws {
    try Self.withSample { folder in
      let list = try Data(contentsOf: folder.appending(path: "members.csv"))
      let words = Self.inputs.dropLast() + ["-"]
      let plain = try CommandRun(["adjudicate"] + Self.inputs, in: folder, .en)
      #expect(try CommandRun(["adjudicate"] + words, in: folder, .en, input: list).output == plain.output)
      let explained = try CommandRun(["explain", "C2"] + Self.inputs, in: folder, .en)
      #expect(
        try CommandRun(["explain", "C2"] + words, in: folder, .en, input: list).output == explained.output)
    }
  }

  @Test("takes the list for an input that no output may replace, and standard input for one file only")
  func clash() throws {
    try Self.withSample { folder in
      let over = try CommandRun(["adjudicate"] + Self.inputs + ["--out", "members.csv"], in: folder, .en)
      #expect(over.exitCode == 2 && over.talk.contains("members.csv"))
      let twice = [
        "adjudicate", "--claims", "-", "--households", "households.csv", "--members", "-",
      ]
      #expect(try CommandRun(twice, in: folder, .en).exitCode == 2)
    }
  }
}
