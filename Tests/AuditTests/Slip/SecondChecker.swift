import Foundation
import TestKit

/// `checker.py`: the second reading of casebooks and slips, which shares nothing with ours; `checker2.py` knows the second
/// form of slips too.
struct SecondChecker {
  /// A program that the tests cannot do without.
  struct Missing: Error, CustomStringConvertible {
    let tool: String
    var description: String { "\(tool) is not there: the second checker needs it; .ci/needs installs it" }
  }

  private static let environment = FangpinProcess(executable: URL(filePath: "/usr/bin/env"))
  private let script: String

  /// What it needs, looked for once.
  private static let tools = Result {
    for tool in [["python3", "--version"], ["openssl", "version"]] {
      guard try environment.run(tool).exitCode == 0 else { throw Missing(tool: tool[0]) }
    }
  }

  init(script: String = "checker.py") throws {
    self.script = Repository.file("Tests/AuditTests/Slip/\(script)").path
    try Self.tools.get()
  }

  /// What it makes of a casebook: its last head, or why not.
  func head(of path: String) throws -> (exitCode: Int32, text: String) {
    let outcome = try Self.environment.run(["python3", script, "head", path])
    return (outcome.exitCode, outcome.text + outcome.talk)
  }

  /// What it makes of each slip, in their order: a line that begins with `holds`, `fails` or `unreadable`.
  func slips(_ texts: [String], head: String? = nil) throws -> [String] {
    try withScratchFolder { folder in
      let paths = try texts.enumerated().map { index, text in
        let url = folder.appending(path: "\(index).slip")
        try Data(text.utf8).write(to: url)
        return url.path
      }
      let outcome = try Self.environment.run(
        ["python3", script, "slip"] + paths + (head.map { ["--head", $0] } ?? []))
      let lines = outcome.text.split(separator: "\n").map(String.init)
      guard lines.count == texts.count else { throw Unanswered(talk: outcome.talk) }
      return lines
    }
  }

  /// Whether it holds a signature to be that of a key over a text.
  func isSigned(_ key: String, _ text: String, _ signature: [UInt8]) throws -> Bool {
    let folder = Repository.file("Tests/AuditTests/Slip").path
    let hex = signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let program =
      "import sys; sys.path.insert(0, sys.argv[1]); import sealed; "
      + "print(sealed.is_signed(sys.argv[2], sys.argv[3].encode(), bytes.fromhex(sys.argv[4])))"
    return try Self.environment.run(["python3", "-c", program, folder, key, text, hex]).text == "True\n"
  }

  /// It ended before it had looked at all.
  struct Unanswered: Error, CustomStringConvertible {
    let talk: String
    var description: String { "checker.py did not answer for every slip: \(talk)" }
  }
}
