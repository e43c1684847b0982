import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import Sealing
import Store
import TestKit
import Units

/// A county's office whose cases have gone every way there is, by chance.
extension CountyOffice {
  static let targets: [CaseState] = [
    .opened, .verified, .appraised, .disclosed, .confirmed, .approved, .settled, .paid, .returned, .denied,
    .pended, .withdrawn, .reversed,
  ]

  /// Opens a dozen cases of a few households, walks each some way, and adds what is rare: objections, a batch, a claim that
  /// is presented again, another scheme, an officer with relatives.
  func walk(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    for target in CountyOffice.targets.shuffled(using: &chance) {
      let household = "H\(Int.random(in: 2...9, using: &chance))"
      let number = try declare(household, Int64.random(in: 4_000...60_000, using: &chance))
      try permitting { try bring(number, to: target) }
    }
    try objected(upheld: false)
    try objected(upheld: true)
    try batch()
    _ = try command(
      "readjudicate", "--rules", "wei-county-2017-by-band", "--since", "2018-01-01", "--record", "--on",
      "2018-04-01")
    let last = try declare("H10", Int64.random(in: 9_000...90_000, using: &chance), by: .village)
    try permitting { try bring(last, to: Bool.random(using: &chance) ? .verified : .opened) }
  }

  private func objected(upheld: Bool) throws {
    let number = try declare(upheld ? "H11" : "H12", 21_000)
    try bring(number, to: .disclosed)
    try record(.county, on: "2018-03-09") { (r) throws(CasebookError) in
      try r.object(number, by: PersonalData(name: "赵钱孙"), text: "neighbour-says-a-car")
    }
    try record(.township, on: "2018-03-09") { (r) throws(CasebookError) in
      try r.resolve(number, upheld: upheld, text: "the-neighbour-is-right")
    }
    guard upheld else { return try bring(number, to: .paid) }
    try record(.department, on: "2018-03-10") { (r) throws(CasebookError) in
      try r.verify(number, Scheme.Asset.allCases.map { AssetAnswer($0, count: 0) }, note: "asked-again")
    }
  }

  /// A file of confirmed claims: paid, denied, and one that waits and is presented again.
  private func batch() throws {
    try record(.county, on: "2018-03-12") { (r) throws(CasebookError) in
      for household in ["H21", "H22"] {
        for asset in ["dwellings", "businesses", "vehicles"] {
          try r.append(AssetStatement(household: household, asset: asset, count: 0, revises: nil))
        }
      }
    }
    let header = "claim_id,household_id,peril,incurred_on,amount\n"
    for (name, rows) in [
      (
        "first.csv",
        "C1,H21,illness,2018-03-01,30000\nC2,H22,illness,2018-03-01,100\nC3,H23,illness,2018-03-01,9000\n"
      ),
      ("second.csv", "C3,H23,illness,2018-03-01,9000\nC1,H24,illness,2018-03-01,9000\n"),
    ] {
      try Data((header + rows).utf8).write(to: file(name))
      _ = try command("adjudicate", file(name).path, "--on", "2018-03-20")
    }
  }

  private func command(_ words: String...) throws -> FangpinProcess.Outcome {
    try fangpin(["casebook"] + words + ["--casebook", path, "--key", key(.county)])
  }

  /// Looks at the casebook.
  func read<R>(_ body: (Casebook, [Casefile]) throws -> R) throws -> R {
    let book = try Casebook.open(path, .readOnly)
    return try body(book, try book.cases())
  }
}

extension Slip {
  /// The words in a language, with the JSON.
  func paper(in language: Language) -> String? {
    SlipWords(self, SlipCheck(self, head: nil).contents, in: language)?.paper
  }

  /// The same with another list of parts, or another head.
  func with(parts: [Part]? = nil, head: Head? = nil, publicKey: PublicKey? = nil) -> Slip {
    Slip(
      book: book, algorithm: algorithm, number: number, head: head ?? self.head,
      publicKey: publicKey ?? self.publicKey, parts: parts ?? self.parts)
  }
}

/// What came of reading and checking a text.
func verdict(_ text: String, head: HeadCode? = nil) -> [String] {
  do throws(CasebookError) {
    let paper = try SlipPaper.read(Array(text.utf8), file: "slip")
    return paper.check(head: head, schemes: Schemes.builtIn).faults.map(\.code)
  } catch {
    guard case .input(let diagnostics) = error else { return ["\(error)"] }
    return diagnostics.map { "unreadable: \($0.code)" }
  }
}

extension CountyOffice {
  /// The scheme file that the casebook was founded with where the fund waits for money.
  func schemeBytes() throws -> [UInt8] {
    try SchemeFile.builtIn().onDeficit("pend").bytes
  }
}
