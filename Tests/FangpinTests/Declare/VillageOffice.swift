import BookKit
import Casebook
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import Store
import TestKit
import Units

/// A county's casebook in a folder of its own, with a village clerk who may take declarations and households to declare.
struct VillageOffice {
  let folder: URL
  let scheme: Scheme

  var casebook: String { folder.appendingPathComponent("wei.casebook").path }
  var key: String { folder.appendingPathComponent("village.pem").path }
  /// The key of somebody at the insurer, who may not take declarations.
  var insurerKey: String { folder.appendingPathComponent("insurer.pem").path }

  static let clock = Instant(seconds: 1_525_132_800)  // 2018-05-01T00:00:00Z
  static let households = ["H0001", "H0002", "H0003"]

  init(in folder: URL) throws {
    self.folder = folder
    let file = try SchemeFile.builtIn()
    scheme = file.scheme
    let (first, second) = (try PrivateKey.generate(.ed25519), try PrivateKey.generate(.ed25519))
    let (village, insurer) = (try PrivateKey.generate(.ed25519), try PrivateKey.generate(.ed25519))
    let day = VillageOffice.clock.dayInChina
    let book = try Casebook.create(
      casebook, Founding(under: file, fund: nil, actor: "Zhao", office: "county office"), key: first, on: day,
      clock: VillageOffice.clock)
    let clerks = [
      Applicant("Qian", .village, households: ["H0003"], key: village),
      Applicant("Sun", .insurer, key: insurer),
    ]
    let other = Applicant("Li", .county, office: "county office", key: second)
    try book.enrol([other] + clerks, by: [first], on: day, clock: VillageOffice.clock)
    try book.enrol(clerks, by: [second], on: day, clock: VillageOffice.clock)
    try book.act(first, on: day, clock: VillageOffice.clock) { recording throws(CasebookError) in
      for household in VillageOffice.households {
        try recording.append(
          HouseholdStatement(
            household: household, group: "low-income", members: 3, income: Yuan(fen: 900_000)))
      }
    }
    try Data(village.pem.utf8).write(to: URL(filePath: key))
    try Data(insurer.pem.utf8).write(to: URL(filePath: insurerKey))
  }

  /// Runs `fangpin declare` without a terminal.
  func declare(_ words: [String], language: String = "en", input: String = "") throws
    -> FangpinProcess.Outcome
  {
    try FangpinProcess().run(
      ["declare", "--lang", language, "--casebook", casebook, "--key", key] + words, input: Data(input.utf8))
  }

  /// The cases that stand in the casebook now.
  func cases() throws -> [Casefile] {
    let book = try Casebook.open(casebook, .readOnly)
    var cases: [Casefile] = []
    while let file = try book.casefile(cases.count + 1) { cases.append(file) }
    return cases
  }
}
