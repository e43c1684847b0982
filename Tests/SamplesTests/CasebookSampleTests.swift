import Foundation
import TestKit
import Testing
import Units

/// Samples/Casebook: a household of an invented county, from its declaration to the money in the account.
enum CasebookSample {
  static let folder = Repository.samples.appending(path: "Casebook")

  /// A casebook ready for the story, made by the script that people run, in a folder of its own.
  static func withBeginning(_ body: (URL) throws -> Void) throws {
    try withScratchFolder { scratch in
      let fangpin = try FangpinProcess().executable.path
      let wei = scratch.appending(path: "wei")
      let begun = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
        ["FANGPIN=\(fangpin)", folder.appending(path: "begin").path, wei.path])
      try #require(begun.exitCode == 0, "\(begun.talk)")
      try body(wei)
    }
  }

  /// The command lines of a file, one a line.
  static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(
      String.init)
  }

  /// Runs the lines of a file one after another in a folder: each line, then what it printed, as on a terminal.
  ///
  /// - Parameter head: what stands for `$HEAD` in the lines.
  static func transcript(_ name: String, in folder: URL, _ language: Language, head: String = "") throws
    -> String
  {
    var parts: [String] = []
    for line in try lines(name) {
      let words = line.matches(of: /"([^"]*)"|\S+/).dropFirst().map { match in
        String(match.1 ?? match.0).replacing("$HEAD", with: head)
      }
      let run = try CommandRun(words, in: folder, language, casebook: "wei.casebook")
      let code = run.exitCode == 0 ? "" : "exit code \(run.exitCode)\n"
      parts.append("$ \(line)\n" + run.text + run.talk + code)
    }
    return steady(parts.joined(separator: "\n"))
  }

  /// Without what differs from run to run: when it was recorded, the casebook's id, and what hangs on salts and keys.
  private static func steady(_ text: String) -> String {
    text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "YYYY-MM-DDThh:mm:ssZ")
      .replacing(/\b(\d+)-[0-9a-f]{16}\b/) { "\($0.1)-xxxxxxxxxxxxxxxx" }
      .replacing(/\b[0-9a-f]{32}\b/, with: String(repeating: "x", count: 32))
      .replacing(/(fingerprint is|指纹|seed|随机数) [0-9a-f]{64}\b/) {
        "\($0.1) " + String(repeating: "x", count: 64)
      }
      .replacing(/(As of|截至) \d{4}-\d\d-\d\d(?= \(entry|（台账)/) { "\($0.1) YYYY-MM-DD" }
      .replacing(/[0-9a-f]{4}(?:-[0-9a-f]{4}){15}|(?!0000-)[0-9a-f]{4}(?:-[0-9a-f]{4}){7}/) { match in
        Array(repeating: "xxxx", count: (match.0.count + 1) / 5).joined(separator: "-")
      }
  }
}

@Suite("Samples/Casebook")
struct CasebookSampleTests {
  @Test(
    "the story of one case goes as it stands beside it",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func story(language: Language) throws {
    let lines = try CasebookSample.lines("story")
    let steps = lines.map { $0.split(separator: " ").filter { $0 != "case" }.dropFirst().first ?? "" }
    #expect(
      steps == [
        "declare", "verify", "visit", "appraise", "disclose", "confirm", "approve", "settle", "reconcile",
        "show",
      ])
    try CasebookSample.withBeginning { wei in
      let story = try CasebookSample.transcript("story", in: wei, language)
      #expect(!story.contains("exit code"), "every step of the story is done")
      // The worked example: 18,000.00 left to a household out of poverty, 13,000.00 above the line, at 60 %.
      #expect(story.contains("18,000.00") && story.contains("7,800.00"))
      try Golden.expect(
        Data(story.utf8), in: CasebookSample.folder.appending(path: "story.\(language.rawValue).txt"))
      let more = try CasebookSample.transcript("more", in: wei, language)
      #expect(more.contains("exit code 4"), "rules are shown at work")
      try Golden.expect(
        Data(more.utf8), in: CasebookSample.folder.appending(path: "more.\(language.rawValue).txt"))
      let audit = try CommandRun(["audit", "verify"], in: wei, language, casebook: "wei.casebook")
      #expect(audit.exitCode == 0, "\(audit.text)\(audit.talk)")
    }
  }

  @Test(
    "whoever audits the story's casebook is told what stands beside it",
    arguments: TestSize.spread(Language.allCases.reversed(), fast: 1))
  func audit(language: Language) throws {
    try CasebookSample.withBeginning { wei in
      for name in ["story", "more"] { _ = try CasebookSample.transcript(name, in: wei, language) }
      let head = try CommandRun(["casebook", "head"], in: wei, language, casebook: "wei.casebook").text
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let audit = try CasebookSample.transcript("audit", in: wei, language, head: head)
      #expect(
        audit.matches(of: /exit code 4/).count == 3, "a head that does not fit, a what-if, a difference")
      #expect(audit.contains("10,200.00") && !audit.contains(head))
      try Golden.expect(
        Data(audit.utf8), in: CasebookSample.folder.appending(path: "audit.\(language.rawValue).txt"))
      for page in ["letter-1", "notice", "2018H1"] {
        let html = try String(contentsOf: wei.appending(path: "\(page).html"), encoding: .utf8)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("7,800.00"), "\(page)")
      }
    }
  }

  @Test("nobody signs two levels of the story's case")
  func levels() throws {
    let keys = try CasebookSample.lines("story").compactMap { line -> String? in
      line.firstMatch(of: /--key keys\/(\w+)\.pem/).map { String($0.1) }
    }
    // Appraisal and notice are one level, and so are settlement and the bank's answer.
    #expect(keys == ["sun", "qian", "wu", "li", "li", "zhou", "zhao", "zheng", "zheng"])
  }

  @Test("every person is made up: no area has the number 999999, and no bank begins with 9999")
  func invented() throws {
    let members = try CasebookSample.lines("members.csv").dropFirst()
    #expect(members.count == 10)
    for line in members {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[3].hasPrefix("999999"))
      #expect(cells[6].isEmpty || cells[6].hasPrefix("9999"))
    }
  }

  @Test("a folder that is there is left alone")
  func occupied() throws {
    try CasebookSample.withBeginning { wei in
      let again = try FangpinProcess(executable: CasebookSample.folder.appending(path: "begin")).run([
        wei.path
      ])
      #expect(again.exitCode != 0)
    }
  }
}
