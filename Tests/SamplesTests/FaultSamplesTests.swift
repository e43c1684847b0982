import Foundation
import TestKit
import Testing
import Units

/// A folder of Samples/Faults with one wrong input, the command that meets it, and what must come of it.
struct FaultSample: Sendable, CustomTestStringConvertible {
  let folder: URL
  /// The command line: of the folder itself, or of its kind.
  let command: String

  var testDescription: String {
    folder.pathComponents.suffix(2).joined(separator: "/")
  }

  func expected(_ language: Language) -> URL {
    folder.appending(path: "expected.\(language.rawValue).txt")
  }

  /// All there are, in order.
  static func all() throws -> [FaultSample] {
    let kinds = try folders(in: Repository.samples.appending(path: "Faults"))
    return try kinds.flatMap { kind in
      try folders(in: kind).map { folder in
        let own = folder.appending(path: "command.txt")
        let isOwn = FileManager.default.fileExists(atPath: own.path)
        let file = isOwn ? own : kind.appending(path: "command.txt")
        return FaultSample(folder: folder, command: try String(contentsOf: file, encoding: .utf8))
      }
    }
  }

  /// The folders in a folder, in the order of their names.
  private static func folders(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .sorted { $0.path < $1.path }
  }
}

@Suite("Samples/Faults")
struct FaultSamplesTests {
  @Test("has samples of each kind")
  func some() throws {
    let kinds = Set(try FaultSample.all().map { $0.folder.deletingLastPathComponent().lastPathComponent })
    #expect(
      kinds == ["Answers", "Checks", "Earlier", "Rows", "Schemes", "Tables", "Trials", "Usage"])
    #expect(try FaultSample.all().count >= 100)
  }

  @Test(
    "each is answered as it stands beside it",
    arguments: TestSize.spread(try FaultSample.all(), fast: 40), Language.allCases)
  func answer(sample: FaultSample, language: Language) throws {
    let run = try CommandRun(line: sample.command, in: sample.folder, language)
    #expect(!run.output.isEmpty || !run.talk.isEmpty)
    try Golden.expect(Data(run.record.utf8), in: sample.expected(language))
  }

  @Test(
    "none is taken for sound, but where only the rules are doubtful",
    arguments: TestSize.spread(try FaultSample.all(), fast: 20))
  func refused(sample: FaultSample) throws {
    let run = try CommandRun(line: sample.command, in: sample.folder, .en)
    let isWarning = run.output.isEmpty == false && run.text.contains(": warning: ")
    #expect(run.exitCode != 0 || isWarning)
    #expect((0...4).contains(run.exitCode))
  }

  @Test("Chinese answers are Chinese", .enabled(if: !Golden.isRenewing), arguments: try FaultSample.all())
  func chinese(sample: FaultSample) throws {
    let text = try String(contentsOf: sample.expected(.zh), encoding: .utf8)
    #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }
}
