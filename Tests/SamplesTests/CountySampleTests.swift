import Foundation
import TestKit
import Testing
import Units

/// Samples/County: two months of a small invented county, and all that the program makes of them.
enum CountySample {
  static let folder = Repository.samples.appending(path: "County")
  static let schemes = ["wei-county-2017", "wei-county-2017-by-band"]
  static let inputs = ["households.csv", "claims-2018-01.csv", "claims-2018-02.csv"]
  static let synthesis = [
    "synthesize", "--households", "200", "--claims", "400", "--seed", "2018", "--months", "2",
  ]

  /// January, with the detail that February carries on from.
  static func january(_ scheme: String) -> [String] {
    [
      "adjudicate", "--rules", scheme, "--claims", "claims-2018-01.csv", "--households", "households.csv",
      "--detail", "--out", "january.csv", "--payouts", "january.payouts.csv",
    ]
  }

  /// February, with reasons in Chinese beside the codes.
  static func february(_ scheme: String) -> [String] {
    february(scheme, "adjudicate") + [
      "--labels", "zh", "--out", "february.csv", "--payouts", "february.payouts.csv",
    ]
  }

  /// A household with claims in both months, the last of which crosses an edge of the staircase.
  static func explanation(_ scheme: String) -> [String] { february(scheme, "explain", "C201802-000118") }

  private static func february(_ scheme: String, _ command: String...) -> [String] {
    command + [
      "--rules", scheme, "--claims", "claims-2018-02.csv", "--households", "households.csv", "--earlier",
      "january.csv",
    ]
  }

  /// Gives `body` a folder that has the inputs in it.
  static func withInputs(_ body: (URL) throws -> Void) throws {
    try withScratchFolder { scratch in
      for name in inputs {
        try FileManager.default.copyItem(at: folder.appending(path: name), to: scratch.appending(path: name))
      }
      try body(scratch)
    }
  }
}

@Suite("Samples/County")
struct CountySampleTests {
  @Test("is what synthesize makes")
  func inputs() throws {
    try withScratchFolder { scratch in
      let run = try CommandRun(CountySample.synthesis + ["."], in: scratch, .en)
      #expect(run.exitCode == 0)
      for name in CountySample.inputs {
        let made = try Data(contentsOf: scratch.appending(path: name))
        #expect(made.count > 10_000)
        try Golden.expect(made, in: CountySample.folder.appending(path: name))
      }
    }
  }

  @Test("is decided as kept, month after month", arguments: CountySample.schemes, Language.allCases)
  func months(scheme: String, language: Language) throws {
    let kept = CountySample.folder.appending(path: scheme)
    try CountySample.withInputs { scratch in
      for (month, words) in [
        ("january", CountySample.january(scheme)), ("february", CountySample.february(scheme)),
      ] {
        let run = try CommandRun(words, in: scratch, language)
        #expect(run.exitCode == 0 && run.output.isEmpty)
        for name in ["\(month).csv", "\(month).payouts.csv"] {
          let written = try Data(contentsOf: scratch.appending(path: name))
          try Golden.expect(written, in: kept.appending(path: name))
        }
        let summary = kept.appending(path: "\(month).summary.\(language.rawValue).txt")
        try Golden.expect(Data(run.talk.utf8), in: summary)
      }
    }
  }

  @Test("is explained as kept", arguments: CountySample.schemes, Language.allCases)
  func explanation(scheme: String, language: Language) throws {
    let kept = CountySample.folder.appending(path: scheme)
    try CountySample.withInputs { scratch in
      #expect(try CommandRun(CountySample.january(scheme), in: scratch, language).exitCode == 0)
      let text = try CommandRun(CountySample.explanation(scheme), in: scratch, language)
      #expect(text.exitCode == 0 && text.talk.isEmpty)
      try Golden.expect(text.output, in: kept.appending(path: "explanation.\(language.rawValue).txt"))
      let json = try CommandRun(
        CountySample.explanation(scheme) + ["--format", "json"], in: scratch, language)
      #expect(json.exitCode == 0)
      try Golden.expect(json.output, in: kept.appending(path: "explanation.json"))
    }
  }

  @Test("has every reason that the built-in schemes can give", .enabled(if: !Golden.isRenewing))
  func reasons() throws {
    var reasons: Set<Substring> = []
    for month in ["january", "february"] {
      let file = CountySample.folder.appending(path: "\(CountySample.schemes[0])/\(month).csv")
      let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      reasons.formUnion(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] })
    }
    #expect(reasons.count == 20)
  }

  @Test(
    "pays each household what its decisions add up to", .enabled(if: !Golden.isRenewing),
    arguments: CountySample.schemes)
  func payouts(scheme: String) throws {
    for month in ["january", "february"] {
      func fen(_ name: String, column: Int) throws -> [Int] {
        let file = CountySample.folder.appending(path: "\(scheme)/\(name).csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { row in
          let cell = row.split(separator: ",", omittingEmptySubsequences: false)[column]
          return try #require(Int(cell.replacing(".", with: "")))
        }
      }
      let decided = try fen(month, column: 3).filter { $0 > 0 }
      #expect(decided.count > 20)
      #expect(try fen("\(month).payouts", column: 2).reduce(0, +) == decided.reduce(0, +))
    }
  }
}
