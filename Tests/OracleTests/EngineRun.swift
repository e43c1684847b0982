import Foundation
import TestKit
import Testing

/// A county on the disk, as the engine reads it, with what the oracle read of the same bytes.
struct CountyFiles {
  let folder: URL
  let claims: ReadClaims
  let register: Register

  var claimsFile: URL { folder.appendingPathComponent("claims.csv") }
  var householdsFile: URL { folder.appendingPathComponent("households.csv") }

  init(_ county: County, in folder: URL, claims spelling: Dialect, households: Dialect, seed: UInt64) throws {
    let claims = try WriteSheet.write(county.claims, county.columns, spelling, seed: seed)
    let register = try WriteSheet.write(county.households, Column.ofHouseholds, households, seed: seed + 1)
    try self.init(claims: claims, households: register, in: folder)
  }

  init(claims: Bytes, households: Bytes, in folder: URL) throws {
    self.folder = folder
    self.claims = ReadClaims(claims)
    register = Register(households)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(claims).write(to: claimsFile)
    try Data(households).write(to: householdsFile)
  }
}

/// One run of the engine over a county, and everything it wrote.
struct EngineRun {
  var exitCode: Int32
  var talk: String
  var decisions: Bytes
  var payouts: Bytes
  var rejects: Bytes
  /// Where the decisions stand, for a later run.
  var decisionsFile: URL
}

extension EngineRun {
  init(
    _ scheme: PaperRules.Reading, _ files: CountyFiles, named name: String = "run", more: [String] = []
  ) throws {
    let fangpin = try FangpinProcess()
    let written = ["decisions", "rejects", "payouts"].map {
      files.folder.appendingPathComponent("\(name)-\(scheme.rawValue)-\($0).csv")
    }
    let outcome = try fangpin.run(
      [
        "adjudicate", "--rules", scheme.rawValue, "--claims", files.claimsFile.path,
        "--households", files.householdsFile.path, "--out", written[0].path, "--rejects", written[1].path,
        "--payouts", written[2].path, "--quiet",
      ] + more)
    self.init(
      exitCode: outcome.exitCode, talk: outcome.talk, decisions: try EngineRun.contents(written[0]),
      payouts: try EngineRun.contents(written[2]), rejects: try EngineRun.contents(written[1]),
      decisionsFile: written[0])
  }

  /// A file that was not written is an empty one: what is missing in it shows in the comparison.
  private static func contents(_ file: URL) throws -> Bytes {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return Bytes(try Data(contentsOf: file))
  }
}
