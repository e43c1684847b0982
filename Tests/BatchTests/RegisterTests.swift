import Files
import SchemeKit
import Synchronization
import TestKit
import Testing
import Units

@testable import Batch
@testable import Claims
@testable import Tables

/// A cell over bytes of its own, with the room behind them that cells have.
@safe
final class OwnCell {
  private let base: UnsafeMutablePointer<UInt8>
  let cell: Cell

  init(_ bytes: [UInt8]) {
    unsafe base = .allocate(capacity: bytes.count + 64)
    // What stands behind a cell is another's: nothing may hang on it.
    for index in 0..<bytes.count + 64 { unsafe base[index] = index < bytes.count ? bytes[index] : 0x41 }
    unsafe cell = Cell(start: base, count: bytes.count)
  }

  convenience init(_ text: String) { self.init(Array(text.utf8)) }
  deinit { unsafe base.deallocate() }
}

@Suite("The register")
struct RegisterTests {
  @Test(
    "finds every household and no other, however many there are and however long their ids",
    arguments: [0, 1, 1023, 1024, 1025, 20_000], [0, 1024, 100_000])
  func finds(count: Int, expected: Int) {
    func id(_ number: Int) -> String {
      switch number % 4 {
      case 0: "\(number)"
      case 1: "H-\(String(repeating: "0", count: 13 - "\(number)".count))\(number)"
      case 2: "户\(number)"
      default: "0123456789abcdef\(number)\(String(repeating: "x", count: number % 40))"
      }
    }
    let register = Register(expected: expected)
    func ordinal(_ text: String) -> UInt32 {
      let own = OwnCell(text)
      return unsafe register.ordinal(of: own.cell)
    }
    for number in 0..<count {
      let own = OwnCell(id(number))
      register.enter([unsafe Register.Entry(own.cell, RegisterTests.eligibility(1), Register.Assets())])
    }
    register.finishFilling()
    #expect(register.count == count)
    for number in 0..<count {
      guard ordinal(id(number)) == UInt32(number), register.id(of: number) == Array(id(number).utf8) else {
        Issue.record("household \(number) is not found")
        return
      }
    }
    for number in count..<count + 1000 where ordinal(id(number)) != Register.none {
      Issue.record("household \(number) is found, and never was entered")
      return
    }
    #expect(ordinal("0123456789abcdef") == Register.none)
  }

  private static func eligibility(_ members: Int) -> Eligibility {
    Eligibility(income: 0, members: Int32(members), findings: [], group: 0)
  }

  /// Two rows of one household, and whether they say the same.
  struct Twice: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [String]
    let reason: String
    let rejects: Int
    var testDescription: String { name }
  }

  static let twice = [
    Twice(name: "the same", rows: ["H,poor,3,0,1,0,0", "H,poor,3,0,1,0,0"], reason: "covered", rejects: 0),
    Twice(
      name: "the same, in Chinese", rows: ["H,poor,3,0.00,1,0,0", "H,贫困户,03,0,1,0,00"], reason: "covered",
      rejects: 0),
    Twice(
      name: "another group", rows: ["H,poor,3,0,1,0,0", "H,low,3,0,1,0,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "more members", rows: ["H,poor,3,0,1,0,0", "H,poor,4,0,1,0,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "another income", rows: ["H,poor,3,0,1,0,0", "H,poor,3,0.01,1,0,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "an income once", rows: ["H,poor,3,0,1,0,0", "H,poor,3,,1,0,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "no dwelling", rows: ["H,poor,3,0,1,0,0", "H,poor,3,0,0,0,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "a count once", rows: ["H,poor,3,0,1,0,0", "H,poor,3,0,1,,0"], reason: "household-unclear",
      rejects: 0),
    Twice(
      name: "unreadable, then readable", rows: ["H,poor,x,0,1,0,0", "H,poor,3,0,1,0,0"],
      reason: "household-unclear", rejects: 1),
    Twice(
      name: "readable, then unreadable", rows: ["H,poor,3,0,1,0,0", "H,poor,3,0,1,0,x"],
      reason: "household-unclear", rejects: 1),
    Twice(
      name: "unreadable twice", rows: ["H,poor,0,0,1,0,0", "H,poor,0,0,1,0,0"], reason: "household-unclear",
      rejects: 2),
    Twice(
      name: "different, then the first again",
      rows: ["H,poor,3,0,1,0,0", "H,low,3,0,1,0,0", "H,poor,3,0,1,0,0"],
      reason: "household-unclear", rejects: 0),
    Twice(
      name: "no id that can be read", rows: ["H,poor,3,0,1,0,0", "\"H\"x,low,3,0,1,0,0"], reason: "covered",
      rejects: 1),
    Twice(
      name: "without its last cell", rows: ["H,poor,3,0,1,0"], reason: "verification-incomplete", rejects: 0),
    Twice(name: "a cell too many", rows: ["H,poor,3,0,1,0,0,9"], reason: "household-unclear", rejects: 1),
    Twice(name: "an empty cell too many", rows: ["H,poor,3,0,1,0,0,"], reason: "covered", rejects: 0),
    Twice(name: "a quote left open", rows: ["H,poor,3,0,1,0,\"0"], reason: "household-unclear", rejects: 1),
  ]

  @Test(
    "takes a household's rows for one where they say the same, and for none where they do not",
    arguments: twice)
  func rowsTwice(_ twice: Twice) throws {
    for id in ["H", "a household id of more than sixteen bytes"] {
      let rows = twice.rows.map { $0.replacing("H", with: id, maxReplacements: 1) + "\n" }.joined()
      try withTables(
        claims: "claim_id,household_id,peril,incurred_on,amount\nc,\(id),illness,2018-01-05,10\n",
        households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\n" + rows
      ) { files in
        var benefit = BenefitSketch()
        benefit.groups = [0, 1]
        let run = try BatchRun(SchemeSketch([benefit]).scheme, files)
        #expect(run.decisions.contains(",\(twice.reason),"), "\(run.decisions)")
        #expect(run.summary.rejectedHouseholds == twice.rejects, "\(run.rejects)")
      }
    }
  }
}

@Suite("Ids in two words")
struct PackedIDTests {
  @Test(
    "have an order: shorter ones first, then byte by byte",
    arguments: TestSize.seeds(fast: 3, ordinary: 30, long: 300))
  func order(seed: UInt64) {
    var random = Seeded(seed: seed)
    func bytes() -> [UInt8] {
      let count = [1, 7, 8, 9, 15, 16, 17, 30].randomElement(using: &random) ?? 1
      return (0..<count).map { _ in Int.random(in: 0...7, using: &random) == 0 ? 0xE4 : 0x61 }
    }
    for _ in 0..<2000 {
      let (a, b) = (bytes(), bytes())
      let (first, second) = (OwnCell(a), OwnCell(b))
      let slow = a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
      guard unsafe OrderedID(first.cell).precedes(OrderedID(second.cell)) == slow else {
        Issue.record("\(a) \(b)")
        return
      }
      #expect(unsafe PackedID(first.cell).bytes == Array(a.prefix(16)))
    }
  }

  @Test(
    "put numbers in the order they count in",
    arguments: [("C9", "C10"), ("C99", "C100"), ("a", "b"), ("2018-0001", "2018-0002")])
  func counting(a: String, b: String) {
    let (first, second) = (OwnCell(a), OwnCell(b))
    #expect(unsafe OrderedID(first.cell).precedes(OrderedID(second.cell)))
    #expect(
      unsafe !OrderedID(second.cell).precedes(OrderedID(first.cell))
        && !OrderedID(first.cell).precedes(OrderedID(first.cell)))
  }
}
