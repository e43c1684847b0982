import Foundation
import TestKit

/// A folder with a claims table and a register, and the program run over them.
struct Township: WorkingFolder {
  let folder: URL
  let program: FangpinProcess

  static let claimsHeader = "claim_id,household_id,peril,incurred_on,amount,cause,compensated\n"
  static let householdsHeader = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"

  /// `fangpin adjudicate` over the township's two tables.
  func adjudicate(_ more: [String] = [], input: Data = Data()) throws -> FangpinProcess.Outcome {
    try program.run(
      ["adjudicate", "--claims", path(of: "claims"), "--households", path(of: "households"), "--quiet"]
        + more,
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
