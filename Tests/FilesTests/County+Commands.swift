import Casebook
import Foundation
import Sealing
import Store
import TestKit
import Units

extension County {
  /// Runs the program; a name with a dot is a file of the county's folder.
  func run(_ words: [String], as name: String? = nil, in language: Language = .en) throws
    -> FangpinProcess.Outcome
  {
    var words = words
    if let name { words += ["--key", file("\(name).pem")] }
    return try FangpinProcess().run(
      words + ["--lang", language.rawValue],
      environment: ["NO_COLOR": "1", "FANGPIN_CASEBOOK": path, "FANGPIN_KEY": ""])
  }

  func file(_ name: String) -> String { path(of: name) }

  func send(to office: String, _ name: String = "f.csv", on day: String) throws -> FangpinProcess.Outcome {
    try run(["casebook", "send", "--to", office, "--out", file(name), "--on", day], as: "Li")
  }

  func seal(_ name: String = "f.csv", as actor: String, on day: String) throws -> FangpinProcess.Outcome {
    try run(["seal", file(name), "--as", actor, "--on", day], as: actor)
  }

  func receive(_ name: String = "f.csv", on day: String) throws -> FangpinProcess.Outcome {
    try run(["casebook", "receive", file(name), "--on", day], as: "Li")
  }

  /// The rows of a file without quotes, as dictionaries.
  func rows(_ name: String = "f.csv") throws -> [[String: String]] {
    let lines = try text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// Fills in cells of the rows of some cases.
  func fill(_ cells: [Int: [String: String]], in name: String = "f.csv") throws {
    let header = try text(name).split(separator: "\n").first.map(String.init) ?? ""
    let columns = header.split(separator: ",").map(String.init)
    let lines = try rows(name).map { row in
      let filled = row.merging(cells[Int(row["case"] ?? "") ?? 0] ?? [:]) { $1 }
      return columns.map { filled[$0] ?? "" }.joined(separator: ",")
    }
    try write(([header] + lines).joined(separator: "\n") + "\n", name)
  }

  /// Sends what waits for the department, which answers for all cases and seals.
  func answeredByDepartment() throws {
    _ = try send(to: "县医保局", on: "2018-03-02")
    let counts = ["dwellings": "1", "businesses": "0", "vehicles": "0"]
    try fill([1: counts, 2: counts, 3: counts])
    _ = try seal(as: "Wang", on: "2018-03-05")
  }

  /// Brings all cases to a state by files from the offices before it.
  func verifiedAndVisited() throws {
    try answeredByDepartment()
    _ = try receive(on: "2018-03-06")
    _ = try send(to: "太平洋保险", on: "2018-03-06")
    try fill([1: ["note": "seen"], 2: ["answer": "yes"], 3: ["happened_on": "2018/3/7"]])
    _ = try seal(as: "Sun", on: "2018-03-07")
    _ = try receive(on: "2018-03-07")
  }
}
