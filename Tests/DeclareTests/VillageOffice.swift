import Casebook
import Foundation
import Rules
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

  static func loadScheme() throws -> (bytes: [UInt8], scheme: Scheme) {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Rules/wei-county-2017.json")
    let bytes = Array(try Data(contentsOf: rules))
    guard let scheme = SchemeLoader.load(bytes: bytes, file: rules.path).scheme else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return (bytes, scheme)
  }

  init(in folder: URL) throws {
    self.folder = folder
    let (bytes, scheme) = try VillageOffice.loadScheme()
    self.scheme = scheme
    let (first, second) = (try PrivateKey.generate(.ed25519), try PrivateKey.generate(.ed25519))
    let (village, insurer) = (try PrivateKey.generate(.ed25519), try PrivateKey.generate(.ed25519))
    let day = VillageOffice.clock.dayInChina
    let book = try Casebook.create(
      casebook,
      Founding(
        schemeBytes: bytes, scheme: scheme, fund: nil, ruralPopulation: nil, actor: "Zhao",
        office: "county office"), key: first, on: day, clock: VillageOffice.clock)
    let clerks = [
      Applicant(
        name: "Qian", office: "village", role: .village, person: nil, households: ["H0003"],
        publicKey: village.publicKey),
      Applicant(
        name: "Sun", office: "insurer", role: .insurer, person: nil, households: [],
        publicKey: insurer.publicKey),
    ]
    try book.act(first, on: day, clock: VillageOffice.clock) { recording throws(CasebookError) in
      _ = try recording.enrol(
        Applicant(
          name: "Li", office: "county office", role: .county, person: nil, households: [],
          publicKey: second.publicKey))
      for clerk in clerks { _ = try recording.enrol(clerk) }
      for household in VillageOffice.households {
        try recording.append(
          .household,
          Payload().with("household", household).with("group", "low-income").with("members", 3)
            .with("annual_income", Yuan(fen: 900_000)))
      }
    }
    try book.act(second, on: day, clock: VillageOffice.clock) { recording throws(CasebookError) in
      for clerk in clerks { _ = try recording.enrol(clerk) }
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
