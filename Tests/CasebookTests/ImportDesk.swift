import Casebook
import Files
import Foundation
import Rules
import Sealing
import TestKit
import Units

/// A casebook under the paper's rules in a folder of its own, with the county's key, and files to feed it.
struct ImportDesk {
  let folder: URL
  let book: Casebook
  let key: PrivateKey

  static let clock = Instant(seconds: 1_530_000_000)  // 2018-06-26

  /// Gives `body` a new casebook, and takes it away afterwards.
  ///
  /// - Parameter bytes: the scheme's file; the paper's where not said.
  static func with<R>(scheme bytes: [UInt8]? = nil, _ body: (ImportDesk) throws -> R) throws -> R {
    try withScratchFolder { folder in try body(try ImportDesk(folder, bytes)) }
  }

  private init(_ folder: URL, _ own: [UInt8]?) throws {
    self.folder = folder
    key = try PrivateKey.generate(.ed25519)
    let bytes = try found(own ?? BuiltInSchemes.bytes(of: BuiltInSchemes.standard))
    let scheme = try found(SchemeLoader.load(bytes: bytes, file: "scheme.json").scheme)
    book = try Casebook.create(
      folder.appendingPathComponent("book").path,
      Founding(
        schemeBytes: bytes, scheme: scheme, fund: Yuan(fen: 100_000_000), ruralPopulation: 1000, actor: "Li",
        office: "county"), key: key, on: nil, clock: Self.clock)
  }

  /// A table as an office would hand it in.
  func sheet(_ table: FileKind, _ lines: String...) throws -> Sheet { try sheet(table, lines: lines) }

  func sheet(_ table: FileKind, lines: [String]) throws -> Sheet {
    let path = folder.appendingPathComponent("\(table.rawValue).csv").path
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return try Sheet.read(path, table)
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
    let applicant = Applicant(
      name: name, office: role.rawValue, role: role, person: nil, households: households,
      publicKey: key.publicKey)
    let signers = [self.key] + [second].compactMap { $0 }
    for signer in signers {
      _ = try book.act(signer, on: nil, clock: Self.clock) { (recording) throws(CasebookError) in
        try recording.enrol(applicant)
      }
    }
    return key
  }

  /// Screens a table.
  func screen(
    _ kind: BillKind, _ sheet: Sheet, near: Rate? = nil, revising: Bool = false, on: String = "2018-06-01",
    as other: PrivateKey? = nil
  ) throws -> Screening {
    try book.act(other ?? key, on: Day(on), clock: Self.clock) { (recording) throws(CasebookError) in
      try recording.screen(sheet, kind, near: near, revising: revising) { _ in }
    }
  }

  /// All entries of some kinds.
  func entries(_ kinds: EntryKind...) throws -> [Entry] {
    var entries: [Entry] = []
    try book.entries { (entry) throws(CasebookError) in
      if kinds.contains(entry.kind) { entries.append(entry) }
    }
    return entries
  }

  func facts(_ household: String, on: String = "2018-06-01") throws -> HouseholdFacts {
    try found(try book.facts(of: household, on: try found(Day(on))))
  }
}

/// Something that must be there was not.
struct NotFound: Error {}

func found<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw NotFound() }
  return value
}

/// The refusal that `body` meets.
func refusalMet(_ body: () throws -> Void) throws -> Refusal {
  do { try body() } catch CasebookError.refused(let refusal) { return refusal }
  throw NotFound()
}
