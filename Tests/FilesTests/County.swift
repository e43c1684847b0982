import BookKit
import Casebook
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import Store
import TestKit
import Testing
import Units

/// A county with its offices: a casebook in a folder, a key for everybody, and three declared cases of three households.
struct County: WorkingFolder {
  /// Who is enrolled: name, office and role. `Lu` is related to the household of case 2.
  static let actors: [(name: String, office: String, role: Role, households: [String])] = [
    ("Zhao", "县防贫办", .county, []), ("Wang", "县医保局", .department, []),
    ("Sun", "太平洋保险", .insurer, []), ("Dong", "东关村", .village, []),
    ("Lu", "西关村", .village, ["H2"]), ("Qian", "魏城镇", .township, []),
  ]

  let folder: URL
  let keys: [String: PrivateKey]
  var path: String { folder.appending(path: "wei.casebook").path }

  init(in folder: URL) throws {
    self.folder = folder
    var keys = ["Li": try PrivateKey.generate(.ed25519)]
    for actor in County.actors {
      keys[actor.name] = try PrivateKey.generate(actor.name == "Sun" ? .sm2 : .ed25519)
    }
    for (name, key) in keys {
      try Data(key.pem.utf8).write(to: folder.appending(path: "\(name).pem"))
    }
    self.keys = keys
    let book = try found()
    for number in 1...3 { try declare("H\(number)", amount: number, in: book) }
  }

  static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

  func key(_ name: String) throws -> PrivateKey {
    try #require(keys[name])
  }

  /// Records as an actor, on a day.
  @discardableResult
  func act<R>(_ name: String, on day: String, _ body: (Recording) throws(CasebookError) -> R) throws -> R {
    try act(name, in: Casebook.open(path), on: day, body)
  }

  private func act<R>(
    _ name: String, in book: Casebook, on day: String, _ body: (Recording) throws(CasebookError) -> R
  ) throws -> R {
    try book.act(try key(name), on: Day(day), clock: County.now, body)
  }

  private func found() throws -> Casebook {
    let founding = Founding(
      under: try .builtIn(), fund: .of("4000000"), ruralPopulation: 600_000, actor: "Li", office: "县防贫办")
    let book = try Casebook.create(
      path, founding, key: try key("Li"), on: .of("2018-01-02"), clock: County.now)
    for actor in County.actors {
      let applicant = Applicant(
        actor.name, actor.role, office: actor.office, households: actor.households, key: try key(actor.name))
      let signers = actor.name == "Zhao" ? ["Li"] : ["Li", "Zhao"]
      try book.enrol([applicant], by: signers.map { try key($0) }, on: .of("2018-01-03"), clock: County.now)
    }
    return book
  }

  private func declare(_ household: String, amount: Int, in book: Casebook) throws {
    try act("Li", in: book, on: "2018-03-01") { (recording) throws(CasebookError) in
      try recording.append(
        HouseholdStatement(household: household, group: "low-income", members: 3, income: Yuan(fen: 900_000)))
      guard let day = Day("2018-02-20") else { return }
      _ = try recording.declare(
        Declaration(
          household: household, peril: "illness", incurredOn: day,
          total: Yuan(fen: Int64(amount) * 1_000_000),
          declarant: PersonalData(name: "张三")))
    }
  }

  func state(_ number: Int) throws -> CaseState? {
    try Casebook.open(path, .readOnly).casefile(number)?.state
  }

  /// The journal's entries.
  func entries() throws -> [Entry] { try Casebook.open(path, .readOnly).allEntries() }
}

/// A county in a scratch folder, for one test.
func withCounty(_ body: (County) throws -> Void) throws {
  try withScratchFolder { folder in try body(try County(in: folder)) }
}
