import BookKit
import Casebook
import Files
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A casebook under the paper's rules in a folder of its own, with the county's key, and files to feed it.
struct ImportDesk: WorkingFolder {
  let folder: URL
  let book: Casebook
  let key: PrivateKey

  static let clock = Instant(seconds: 1_530_000_000)  // 2018-06-26

  /// Gives `body` a new casebook, and takes it away afterwards.
  ///
  /// - Parameter scheme: the paper's where not said.
  static func with<R>(scheme: SchemeFile? = nil, _ body: (ImportDesk) throws -> R) throws -> R {
    try withScratchFolder { folder in try body(try ImportDesk(folder, scheme ?? .builtIn())) }
  }

  private init(_ folder: URL, _ scheme: SchemeFile) throws {
    self.folder = folder
    key = try PrivateKey.generate(.ed25519)
    book = try Casebook.create(
      folder.appending(path: "book").path,
      Founding(under: scheme, fund: Yuan(fen: 100_000_000), ruralPopulation: 1000, actor: "Li"),
      key: key, on: nil, clock: Self.clock)
  }

  /// A table as an office would hand it in.
  func sheet(_ table: FileKind, _ lines: String...) throws -> Sheet { try sheet(table, lines: lines) }

  func sheet(_ table: FileKind, lines: [String]) throws -> Sheet {
    let name = "\(table.rawValue).csv"
    try write(lines: lines, name)
    return try Sheet.read(path(of: name), table)
  }

  /// Takes a table in.
  @discardableResult
  func take(
    _ kind: ImportKind, _ sheet: Sheet, revising: Bool = false, on: String = "2018-03-01",
    as other: PrivateKey? = nil
  ) throws
    -> ImportPlan
  {
    try book.act(other ?? key, on: Day(on), clock: Self.clock) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(sheet, kind)
      try recording.record(plan, revising: revising)
      return plan
    }
  }

  /// Enrols another actor: the first of the county's office by the founder alone, every other by two.
  func enrol(_ name: String, _ role: Role, households: [String] = [], second: PrivateKey? = nil) throws
    -> PrivateKey
  {
    let key = try PrivateKey.generate(.ed25519)
    try book.enrol(
      [Applicant(name, role, households: households, key: key)], by: [self.key] + [second].compactMap { $0 },
      on: nil, clock: Self.clock)
    return key
  }

  /// Screens a table.
  func screen(
    _ kind: BillKind, _ sheet: Sheet, near: Rate? = nil, revising: Bool = false,
    answers: ScreeningAnswers = ScreeningAnswers(), on: String = "2018-06-01", as other: PrivateKey? = nil
  ) throws -> Screening {
    var answers = answers
    if revising { answers.isRevising = true }
    return try book.act(other ?? key, on: Day(on), clock: Self.clock) {
      [answers] (recording) throws(CasebookError) in
      try recording.screen(sheet, kind, near: near, answers: answers) { _ in }
    }
  }

  func facts(_ household: String, on: String = "2018-06-01") throws -> HouseholdFacts {
    try #require(try book.facts(of: household, on: .of(on)))
  }
}
