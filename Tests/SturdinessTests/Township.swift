import Foundation
import TestKit

/// A folder with a claims table and a register, and the program run over them.
struct Township {
  let folder: URL
  let program: FangpinProcess

  static let claimsHeader = "claim_id,household_id,peril,incurred_on,amount,cause,compensated\n"
  static let householdsHeader = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// `fangpin adjudicate` over the township's two tables.
  func adjudicate(_ more: [String] = [], input: Data = Data()) throws -> FangpinProcess.Outcome {
    try program.run(
      ["adjudicate", "--claims", path("claims"), "--households", path("households"), "--quiet"] + more,
      input: input)
  }

  /// A line of the shell; `$FANGPIN` is the program, `$IN` its two tables.
  func shell(_ line: String) throws -> FangpinProcess.Outcome {
    try FangpinProcess(executable: URL(fileURLWithPath: "/bin/bash")).run(
      ["-c", "cd \"$FOLDER\"; " + line],
      environment: ["FANGPIN": program.executable.path, "FOLDER": folder.path, "LANG": "C"])
  }
}

func withTownship(
  claims: some Sequence<UInt8>, households: some Sequence<UInt8>, _ body: (Township) throws -> Void
) throws {
  try withScratchFolder { folder in
    let town = Township(folder: folder, program: try FangpinProcess())
    try town.write(claims, "claims")
    try town.write(households, "households")
    try body(town)
  }
}
