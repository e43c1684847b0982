import BookKit
import Casebook
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A casebook in a folder of its own, and the keys of everybody who works with it.
final class CountyOffice {
  let path: String
  let book: Casebook
  let algorithm: DigestAlgorithm
  private(set) var keys: [String: PrivateKey]
  var clock = CountyOffice.morning

  static let morning = Instant.of("2018-06-01T01:00:00Z")
  static let founder = "Li"

  /// Makes a casebook with its founder alone.
  init(
    in folder: URL, _ algorithm: DigestAlgorithm = .sha256, _ kind: KeyKind = .ed25519,
    fund: Yuan? = Yuan.of("4000000")
  ) throws {
    path = folder.appendingPathComponent("wei.casebook").path
    self.algorithm = algorithm
    let key = try PrivateKey.generate(kind)
    keys = [CountyOffice.founder: key]
    book = try Casebook.create(
      path, try CountyOffice.founding(algorithm, fund: fund), key: key, on: Day.of("2018-01-02"),
      clock: clock)
  }

  static func founding(
    _ algorithm: DigestAlgorithm = .sha256, fund: Yuan? = nil, actor: String = CountyOffice.founder
  ) throws -> Founding {
    Founding(
      under: try .builtIn(), algorithm: algorithm, fund: fund, ruralPopulation: 608_140, actor: actor)
  }

  /// The key of somebody, made the first time it is asked for.
  func key(_ name: String, _ kind: KeyKind = .ed25519) throws -> PrivateKey {
    if let key = keys[name] { return key }
    let key = try PrivateKey.generate(kind)
    keys[name] = key
    return key
  }

  /// Records something as somebody, on a day of 2018.
  @discardableResult
  func act<R>(_ name: String, on day: String, _ body: (Recording) throws(CasebookError) -> R) throws -> R {
    try book.act(try key(name), on: Day.of(day), clock: clock, body)
  }

  func applicant(_ name: String, _ role: Role, households: [String] = []) throws -> Applicant {
    Applicant(name, role, households: households, key: try key(name))
  }

  /// Enrols the second of the county's office, and with it everybody a case needs.
  func staff() throws {
    let day = Day.of("2018-01-03")
    try book.enrol([applicant("Chen", .county)], by: [key("Li")], on: day, clock: clock)
    let roles: [(String, Role)] = [
      ("Sun", .village), ("Qian", .village), ("Wu", .township), ("Zheng", .department), ("Feng", .insurer),
      ("Han", .insurer),
    ]
    try book.enrol(
      roles.map { try applicant($0.0, $0.1) }, by: [key("Li"), key("Chen")], on: day, clock: clock)
  }

  /// Puts a household on the register.
  func register(_ household: String, on day: String = "2018-01-04") throws {
    try act("Li", on: day) { (desk) throws(CasebookError) in
      _ = try desk.append(
        HouseholdStatement(
          household: household, group: "low-income", members: 4, income: Yuan.of("8000"), township: "east"))
    }
  }

  static let person = PersonalData(
    name: "欧阳不忘", residentID: "130434199001011234", bankAccount: "6228480010000000017",
    telephone: "13800000000")

  /// Declares an illness of a household and gives its case's number.
  func declare(_ household: String, on day: String = "2018-03-05") throws -> Int {
    var declaration = Declaration(
      household: household, peril: "illness", cause: "inpatient",
      incurredOn: Day.of("2018-03-01"),
      total: Yuan.of("60000"), basicInsurance: Yuan.of("10000"), compensated: false,
      declarant: CountyOffice.person)
    declaration.another = "a second stay"
    return try act("Sun", on: day) { [declaration] (desk) throws(CasebookError) in
      try desk.declare(declaration)
    }
  }

  /// Takes a declared case through every step until its money is in the account.
  func carry(_ number: Int) throws {
    for asset in Scheme.Asset.allCases {
      try act("Zheng", on: "2018-03-06") { (desk) throws(CasebookError) in
        try desk.verify(number, asset, count: asset == .dwellings ? 1 : 0)
      }
    }
    try act("Feng", on: "2018-03-07") { (desk) throws(CasebookError) in try desk.visit(number, finding: nil) }
    try act("Qian", on: "2018-03-08") { (desk) throws(CasebookError) in
      try desk.appraise(number, supports: true, comment: nil)
    }
    try act("Qian", on: "2018-03-09") { (desk) throws(CasebookError) in try desk.disclose(number) }
    try act("Wu", on: "2018-03-16") { (desk) throws(CasebookError) in try desk.confirm(number) }
    try act("Chen", on: "2018-03-17") { (desk) throws(CasebookError) in _ = try desk.approve(number) }
    try act("Han", on: "2018-03-18") { (desk) throws(CasebookError) in _ = try desk.settle([number]) }
    let payment = try #require(try book.casefile(number)?.payment)
    try act("Han", on: "2018-03-19") { (desk) throws(CasebookError) in
      try desk.reconcile(payment, paid: true, reason: nil)
    }
  }
}

/// Makes a casebook with its founder alone, and hands it to `body`.
func withOffice<R>(
  _ algorithm: DigestAlgorithm = .sha256, _ kind: KeyKind = .ed25519, _ body: (CountyOffice) throws -> R
) throws -> R {
  try withScratchFolder { folder throws in try body(try CountyOffice(in: folder, algorithm, kind)) }
}
