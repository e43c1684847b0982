import Casebook
import Files
import Foundation
import Rules
import Sealing
import Tables
import TestKit
import Units

/// A casebook with the actors of a county, fed through the library as the offices feed it.
struct CountyBook {
  let folder: URL
  let book: Casebook
  private(set) var keys: [String: PrivateKey] = [:]

  /// Where the recording stands until the approvals begin: 2018-12-01, nine in the morning in China.
  static let start: Int64 = 1_543_626_000

  /// Something the county cannot do without was not there.
  struct Unusable: Error {}

  /// - Parameter actors: name, role and, where it is known, the person.
  init(in folder: URL, actors: [(name: String, role: Role, person: String?)]) throws {
    self.folder = folder
    guard let bytes = BuiltInSchemes.bytes(of: BuiltInSchemes.standard),
      let scheme = BuiltInSchemes.load(BuiltInSchemes.standard)?.scheme
    else { throw Unusable() }
    let founder = try PrivateKey.generate(.ed25519)
    book = try Casebook.create(
      folder.appending(path: "county.casebook").path,
      Founding(
        schemeBytes: bytes, scheme: scheme, fund: Yuan(fen: 40_000_000_000), ruralPopulation: nil,
        actor: "zhao",
        office: "county"), key: founder, on: Day("2018-01-02"), clock: Instant(seconds: CountyBook.start))
    keys["zhao"] = founder
    let deputy = try PrivateKey.generate(.ed25519)
    keys["qian"] = deputy
    try act("zhao", on: "2018-01-02") { (recording) throws(CasebookError) in
      _ = try recording.enrol(CountyBook.applicant("qian", .county, nil, deputy))
    }
    var applicants: [Applicant] = []
    for actor in actors {
      let key = try PrivateKey.generate(.ed25519)
      keys[actor.name] = key
      applicants.append(CountyBook.applicant(actor.name, actor.role, actor.person, key))
    }
    for signer in ["zhao", "qian"] {
      try act(signer, on: "2018-01-02") { (recording) throws(CasebookError) in
        for applicant in applicants { _ = try recording.enrol(applicant) }
      }
    }
  }

  private static func applicant(_ name: String, _ role: Role, _ person: String?, _ key: PrivateKey)
    -> Applicant
  {
    Applicant(
      name: name, office: role.rawValue, role: role, person: person, households: [], publicKey: key.publicKey)
  }

  /// Records as an actor; `seconds` is the machine's clock, counted from ``start``.
  @discardableResult
  func act<R>(
    _ actor: String, on day: String, at seconds: Int64 = 0, _ body: (Recording) throws(CasebookError) -> R
  ) throws -> R {
    guard let key = keys[actor], let on = Day(day) else { throw Unusable() }
    return try book.act(key, on: on, clock: Instant(seconds: CountyBook.start + seconds), body)
  }

  func sheet(_ table: FileKind, _ lines: [String]) throws -> Sheet {
    let file = folder.appending(path: "\(table.rawValue)-\(UUID().uuidString).csv")
    let head = table.file.names.joined(separator: ",")
    try Data(([head] + lines).joined(separator: "\n").appending("\n").utf8).write(to: file)
    return try Sheet.read(file.path, table)
  }

  /// Takes in a register file; a row that cannot be taken in is a mistake of the test.
  func take(_ kind: ImportKind, _ lines: [String], revising: Bool = false, on day: String) throws {
    let sheet = try sheet(kind.file, lines)
    let faults = try act("zhao", on: day) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(sheet, kind)
      try recording.record(plan, revising: revising)
      return plan.faults.count
    }
    guard faults == 0 else { throw Unusable() }
  }

  /// Screens a department's list.
  func screen(_ kind: BillKind, _ lines: [String], on day: String) throws {
    let sheet = try sheet(kind.file, lines)
    try act("zhao", on: day) { (recording) throws(CasebookError) in
      _ = try recording.screen(sheet, kind, near: nil, revising: false) { _ in }
    }
  }

  /// Decides a file of confirmed claims.
  func batch(_ lines: [String], on day: String, as actor: String = "zhao") throws {
    let file = folder.appending(path: "claims-\(UUID().uuidString).csv")
    let head = "claim_id,household_id,peril,incurred_on,amount,person_id"
    try Data(([head] + lines).joined(separator: "\n").appending("\n").utf8).write(to: file)
    try act(actor, on: day) { (recording) throws(CasebookError) in
      _ = try recording.adjudicate(file.path, threads: 1)
    }
  }
}

/// Numbers that look like people's and belong to nobody.
enum Invented {
  /// A resident ID of the area 999999, which there is not.
  static func residentID(_ serial: Int) -> String {
    let day = Day(serial: 701_000 + serial % 20_000) ?? Day("1970-01-01")
    let born = "\(day.map { "\($0)" } ?? "")".replacing("-", with: "")
    let sequence = String(serial / 20_000 % 1000 + 1000).suffix(3)
    let digits = Array("999999\(born)\(sequence)".utf8).map { Int($0) - 48 }
    let sum = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    let check = (12 - sum) % 11
    return "999999\(born)\(sequence)" + (check == 10 ? "X" : "\(check)")
  }

  /// An account of 12 digits, which have no check digit.
  static func account(_ serial: Int) -> String { "88" + String(1_000_000_000 + serial) }
}
