import Foundation
import TestKit
import Testing

/// A folder with a casebook and its keys, worked on as a person at a terminal would.
struct CountyDesk: WorkingFolder {
  let folder: URL
  private let fangpin: FangpinProcess

  init(in folder: URL) throws {
    self.folder = folder
    fangpin = try FangpinProcess()
  }

  /// Runs `fangpin casebook …` on the casebook, with somebody's key.
  func run(_ words: String..., by name: String? = nil, language: String = "en") throws
    -> FangpinProcess.Outcome
  {
    try run(words, by: name, language: language)
  }

  func run(_ words: [String], by name: String? = nil, language: String = "en") throws
    -> FangpinProcess.Outcome
  {
    var environment = ["FANGPIN_CASEBOOK": path(of: "wei.casebook"), "FANGPIN_KEY": "", "NO_COLOR": "1"]
    if let name { environment["FANGPIN_KEY"] = path(of: "keys/\(name).pem") }
    return try fangpin.run(["casebook"] + words + ["--lang", language], environment: environment)
  }

  /// What `create` takes, but for what a test adds.
  var creating: [String] {
    [
      "create", path(of: "wei.casebook"), "--fund", "4,000,000", "--rural-population", "608140", "--actor",
      "Li",
      "--office", "county", "--on", "2018-01-02",
    ]
  }

  /// Makes the keys and the casebook.
  func begin(_ more: [String] = []) throws {
    let keys = try run("keys", "Li", "Chen", "Sun", "Wu", "--dir", path(of: "keys"))
    try #require(keys.exitCode == 0, "\(keys.talk)")
    let made = try run(creating + more, by: "Li")
    try #require(made.exitCode == 0, "\(made.talk)")
  }

  static let actors = """
    姓名,单位,角色,亲属户
    Chen,county,县防贫办,
    Sun,Village One,village,H1 H2;H3
    Wu,Township,乡镇,
    """

  /// Enrols everybody by the two of the county's office.
  func enrol() throws {
    try write(CountyDesk.actors, "actors.csv")
    for name in ["Li", "Chen"] {
      let answer = try run(
        "enrol", path(of: "actors.csv"), "--keys", path(of: "keys"), "--on", "2018-01-03", by: name)
      try #require(answer.exitCode == 0, "\(answer.talk)")
    }
  }
}

/// Hands an empty desk to `body`.
func withDesk(_ body: (CountyDesk) throws -> Void) throws {
  try withScratchFolder { folder in try body(try CountyDesk(in: folder)) }
}
