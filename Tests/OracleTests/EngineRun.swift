import Foundation
import TestKit
import Testing

/// A county on the disk, as the engine reads it, with what the oracle read of the same bytes.
struct CountyFiles {
  let folder: URL
  let claims: ReadClaims
  let register: Register
  /// The list of members that goes with the claims, if there is one.
  private(set) var members: ReadMembers?

  var claimsFile: URL { folder.appendingPathComponent("claims.csv") }
  var householdsFile: URL { folder.appendingPathComponent("households.csv") }
  var membersFile: URL { folder.appendingPathComponent("members.csv") }

  init(_ county: County, in folder: URL, claims spelling: Dialect, households: Dialect, seed: UInt64) throws {
    let claims = try WriteSheet.write(county.claims, county.columns, spelling, seed: seed)
    let register = try WriteSheet.write(county.households, Column.ofHouseholds, households, seed: seed + 1)
    try self.init(
      claims: claims, households: register, in: folder, namePersons: county.columns.contains(.person))
  }

  init(claims: Bytes, households: Bytes, in folder: URL, namePersons: Bool = false) throws {
    self.folder = folder
    self.claims = ReadClaims(claims, namePersons: namePersons)
    register = Register(households)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(claims).write(to: claimsFile)
    try Data(households).write(to: householdsFile)
  }

  /// The same with a list of members beside them.
  func with(members rows: [SheetRow], _ spelling: Dialect, seed: UInt64) throws -> CountyFiles {
    let list = try WriteSheet.write(rows, Column.ofMembers, spelling, seed: seed)
    var files = self
    files.members = ReadMembers(list)
    try Data(list).write(to: membersFile)
    return files
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
    _ reading: PaperRules.Reading, _ files: CountyFiles, named name: String = "run", more: [String] = []
  ) throws {
    try self.init(PaperRules(reading: reading), files, named: name, more: more)
  }

  init(
    _ rules: PaperRules, _ files: CountyFiles, named name: String = "run", more: [String] = []
  ) throws {
    let fangpin = try FangpinProcess()
    let written = ["decisions", "rejects", "payouts"].map {
      files.folder.appendingPathComponent("\(name)-\(rules.reading.rawValue)-\($0).csv")
    }
    let more = files.members == nil ? more : more + ["--members", files.membersFile.path]
    let outcome = try fangpin.run(
      [
        "adjudicate", "--rules", try EngineRun.scheme(rules, in: files.folder), "--claims",
        files.claimsFile.path,
        "--households", files.householdsFile.path, "--out", written[0].path, "--rejects", written[1].path,
        "--payouts", written[2].path, "--quiet",
      ] + more)
    self.init(
      exitCode: outcome.exitCode, talk: outcome.talk, decisions: try EngineRun.contents(written[0]),
      payouts: try EngineRun.contents(written[2]), rejects: try EngineRun.contents(written[1]),
      decisionsFile: written[0])
  }

  /// What names the scheme on the command line: one that is built in, or a file with its sums changed.
  private static func scheme(_ rules: PaperRules, in folder: URL) throws -> String {
    if rules.sums == .byHousehold { return rules.reading.rawValue }
    let file = folder.appendingPathComponent("scheme.json")
    try Data(try scheme(rules).utf8).write(to: file)
    return file.path
  }

  /// The paper's scheme with its sums as the rules have them.
  private static func scheme(_ rules: PaperRules) throws -> String {
    let parts = try Repository.text("Rules/\(rules.reading.rawValue).json")
      .components(separatedBy: "\"sumOver\": { \"of\": \"household\"")
    let benefits: [(Peril, Group)] = [
      (.illness, .outOfPoverty), (.illness, .lowIncome), (.education, .lowIncome), (.disaster, .lowIncome),
    ]
    try #require(parts.count == benefits.count + 1, "the benefits of \(rules.reading.rawValue)")
    var text = parts[0]
    for ((peril, group), part) in zip(benefits, parts.dropFirst()) {
      text += "\"sumOver\": { \"of\": \"\(rules.sumsByPerson(peril, group) ? "person" : "household")\"" + part
    }
    if rules.sums == .byPersonWithCap {
      text = text.replacing(
        "\"yuan\": 30000, \"per\": \"household\"", with: "\"yuan\": 30000, \"per\": \"person\"")
    }
    return text
  }

  /// A file that was not written is an empty one: what is missing in it shows in the comparison.
  private static func contents(_ file: URL) throws -> Bytes {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return Bytes(try Data(contentsOf: file))
  }
}
