import BookKit
import Casebook
import Files
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import Tables
import TestKit
import Testing
import Units

/// A casebook with the actors of a county, fed through the library as the offices feed it.
struct CountyBook: WorkingFolder {
  let folder: URL
  let book: Casebook
  private(set) var keys: [String: PrivateKey] = [:]

  /// Where the recording stands until the approvals begin: 2018-12-01, nine in the morning in China.
  static let start: Int64 = 1_543_626_000

  /// - Parameter actors: name, role and, where it is known, the person.
  init(in folder: URL, actors: [(name: String, role: Role, person: String?)]) throws {
    self.folder = folder
    let (day, clock) = (Day.of("2018-01-02"), Instant(seconds: CountyBook.start))
    let founder = try PrivateKey.generate(.ed25519)
    book = try Casebook.create(
      folder.appending(path: "county.casebook").path,
      Founding(under: .builtIn(), fund: Yuan(fen: 40_000_000_000), actor: "zhao"), key: founder, on: day,
      clock: clock)
    keys["zhao"] = founder
    let deputy = try PrivateKey.generate(.ed25519)
    keys["qian"] = deputy
    try book.enrol([Applicant("qian", .county, key: deputy)], by: [founder], on: day, clock: clock)
    var applicants: [Applicant] = []
    for actor in actors {
      let key = try PrivateKey.generate(.ed25519)
      keys[actor.name] = key
      applicants.append(Applicant(actor.name, actor.role, person: actor.person, key: key))
    }
    try book.enrol(applicants, by: [founder, deputy], on: day, clock: clock)
  }

  /// Records as an actor; `seconds` is the machine's clock, counted from ``start``.
  @discardableResult
  func act<R>(
    _ actor: String, on day: String, at seconds: Int64 = 0, _ body: (Recording) throws(CasebookError) -> R
  ) throws -> R {
    try book.act(
      #require(keys[actor]), on: .of(day), clock: Instant(seconds: CountyBook.start + seconds), body)
  }

  func sheet(_ table: FileKind, _ lines: [String]) throws -> Sheet {
    let name = "\(table.rawValue)-\(UUID().uuidString).csv"
    let names = table == .households ? HouseholdsFile.written : table.file.names
    try write(lines: [names.joined(separator: ",")] + lines, name)
    return try Sheet.read(path(of: name), table)
  }

  /// Takes in a register file; a row that cannot be taken in is a mistake of the test.
  func take(_ kind: ImportKind, _ lines: [String], revising: Bool = false, on day: String) throws {
    let sheet = try sheet(kind.file, lines)
    let faults = try act("zhao", on: day) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(sheet, kind)
      try recording.record(plan, revising: revising)
      return plan.faults.count
    }
    try #require(faults == 0)
  }

  /// Screens a department's list.
  func screen(_ kind: BillKind, _ lines: [String], on day: String) throws {
    let sheet = try sheet(kind.file, lines)
    try act("zhao", on: day) { (recording) throws(CasebookError) in
      _ = try recording.screen(sheet, kind, near: nil) { _ in }
    }
  }

  /// Decides a file of confirmed claims.
  func batch(_ lines: [String], on day: String, as actor: String = "zhao") throws {
    let name = "claims-\(UUID().uuidString).csv"
    try write(lines: ["claim_id,household_id,peril,incurred_on,amount,person_id"] + lines, name)
    try act(actor, on: day) { (recording) throws(CasebookError) in
      _ = try recording.adjudicate(path(of: name), threads: 1)
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
