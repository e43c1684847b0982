import Foundation
import TestKit
import Units

/// A command line run in a folder, as a person there would type it.
struct CommandRun {
  let exitCode: Int32
  let output: Data
  let talk: String

  /// Runs the program with `words` in `folder`, talking `language`, on a casebook there if one is named.
  init(
    _ words: [String], in folder: URL, _ language: Language, casebook: String = "", input: Data = Data()
  ) throws {
    let fangpin = try FangpinProcess()
    let here = [
      "-C", folder.path, "NO_COLOR=1", "FANGPIN_CASEBOOK=\(casebook)", fangpin.executable.path,
    ]
    let outcome = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
      here + words + ["--lang", language.rawValue], input: input)
    exitCode = outcome.exitCode
    output = outcome.output
    talk = outcome.talk
  }

  /// Runs a line as it stands in a file: `fangpin rules check scheme.json`.
  init(line: String, in folder: URL, _ language: Language) throws {
    let words = line.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
    try self.init(words.map { $0 == "LANG" ? language.rawValue : $0 }, in: folder, language)
  }

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// All that came out, for people to read beside the input.
  var record: String {
    var parts = ["exit code \(exitCode)\n"]
    if !output.isEmpty { parts.append("== standard output ==\n" + text) }
    if !talk.isEmpty { parts.append("== standard error ==\n" + talk) }
    return parts.joined(separator: "\n")
  }
}
