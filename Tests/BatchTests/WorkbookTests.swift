import Batch
import Claims
import Foundation
import SchemeKit
import Tables
import TestKit
import Testing
import Units
import WorkbookKit

@Suite("Claims and register in workbooks")
struct WorkbookTests {
  private typealias Cell = OfficeWorkbook.Cell

  /// A CSV text as rows of cells: numbers and days as a spreadsheet holds them, but for ids.
  private static func cells(_ text: String) -> [[Cell]] {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return rows.map { row in
      row.map { text in
        if text.isEmpty { return .empty }
        if text.wholeMatch(of: /-?[0-9]{1,13}(\.[0-9]{2})?/) != nil { return .number(String(text)) }
        if let day = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/)?.output {
          return .day(year: Int(day.1) ?? 0, month: Int(day.2) ?? 0, day: Int(day.3) ?? 0)
        }
        return .text(String(text))
      }
    }
  }

  /// The same rows in some sheets, the columns of each in an order of its own.
  private static func book(_ rows: [[Cell]], _ parts: Int, _ random: inout Seeded) -> OfficeWorkbook {
    var sheets: [OfficeWorkbook.Sheet] = []
    var rest = rows.dropFirst()
    for part in 1...parts {
      let count = part == parts ? rest.count : Int.random(in: 0...rest.count, using: &random)
      let order = rows[0].indices.shuffled(using: &random)
      let title: [[Cell]] = Bool.random(using: &random) ? [[.text("第 \(part) 张")], []] : []
      sheets.append(
        OfficeWorkbook.Sheet(
          "表\(part)", title + ([rows[0]] + rest.prefix(count)).map { row in order.map { row[$0] } }))
      rest = rest.dropFirst(count)
    }
    return OfficeWorkbook(sheets)
  }

  @Test(
    "are decided as in CSV, however they lie in sheets, with any block size and number of threads",
    arguments: TestSize.seeds(fast: 4, ordinary: 30, long: 300))
  func sameDecisions(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scheme = RandomScheme.make(&random, scale: 5000).scheme
    let order = RandomCounty.Order.allCases.randomElement(using: &random) ?? .long
    var county = RandomCounty(seed: seed, claims: 80, order: order, scale: 5000)
    county.claims.removeAll { $0.household.contains(",") || $0.id.contains(",") }
    try withTables(
      claims: SheetText.claims(county.claims, scheme, .csv),
      households: SheetText.households(county.households, scheme, .csv)
    ) { files in
      let plain = try BatchRun(scheme, files) { $0.detail = true }
      let claims = Self.cells(try files.text("claims"))
      let households = Self.cells(try files.text("households"))
      try files.write(Self.book(claims, Int.random(in: 1...4, using: &random), &random).bytes, "claims")
      try files.write(
        Self.book(households, Int.random(in: 1...3, using: &random), &random).bytes, "households")
      for (blockSize, threads) in [(64, 1), (700, 3), (1 << 19, 2)] {
        let run = try BatchRun(scheme, files) {
          $0.detail = true
          $0.blockSize = blockSize
          $0.threads = threads
          $0.reading = TableReading(sheets: NamedSheets([NamedSheets.all], areOfSeveral: true))
        }
        #expect(run.decisions == plain.decisions && run.payouts == plain.payouts)
        #expect(run.rejects == plain.rejects && run.summary.tally == plain.summary.tally)
      }
    }
  }

  private static let register = """
    household_id,group,members,annual_income,dwellings,businesses,vehicles
    H0001,out-of-poverty,4,12000,1,0,0
    H0002,out-of-poverty,3,9000,1,0,0
    130434000000001,out-of-poverty,3,9000,1,0,0

    """

  private static let header: [Cell] = ["申请编号", "户编号", "险别", "发生日期", "金额", "原因", "是否已获赔偿"].map { .text($0) }

  /// What a run decides and rejects.
  private func outcome(_ sheets: [OfficeWorkbook.Sheet], _ names: [String] = []) throws -> BatchRun {
    let scheme = try SchemeFile.builtIn().scheme
    return try withScratchFolder { folder in
      let files = BatchRun.Files(folder: folder)
      try files.write(OfficeWorkbook(sheets).bytes, "claims")
      try files.write(Self.register, "households")
      return try BatchRun(scheme, files) {
        $0.lastDay = Day("2018-12-31")
        $0.reading = TableReading(sheets: NamedSheets(names, areOfSeveral: true))
      }
    }
  }

  private static let day = Cell.day(year: 2018, month: 3, day: 5)

  private static func claim(
    _ id: Cell, _ household: Cell, _ amount: Cell, on day: Cell = day, _ rest: Cell...
  ) -> [Cell] { [id, household, .text("因病"), day, amount] + rest }

  @Test("an id that a spreadsheet has rounded is damaged, and a shorter one is an id")
  func ids() throws {
    let run = try outcome([
      OfficeWorkbook.Sheet(
        "申请",
        [
          Self.header, Self.claim(.number("1001"), .number("130434000000001"), .number("18000")),
          Self.claim(.number("1002"), .number("1304340000000010"), .number("18000")),
          Self.claim(.number("1.30434196803150016E+17"), .text("H0001"), .number("18000")),
          Self.claim(.number("1003.0"), .text("H0001"), .number("18000")),
        ])
    ])
    #expect(
      run.decisions.split(separator: "\n").dropFirst() == [
        "1001,approved,covered,7800.00", "1003,approved,covered,7800.00",
      ])
    #expect(
      run.rejects.split(separator: "\n").dropFirst() == [
        "claims#申请,3,2,household_id,1.30434000000001E+15,id-damaged",
        "claims#申请,4,1,claim_id,1.30434196803150E+17,id-damaged",
      ])
  }

  @Test("days are days, sums are exact to fifteen digits, and truths are answers")
  func values() throws {
    let run = try outcome([
      OfficeWorkbook.Sheet(
        "申请",
        [
          Self.header,
          Self.claim(.text("C1"), .text("H0001"), .number("18000.000000000004")),
          Self.claim(.text("C2"), .text("H0001"), .number("0.1"), on: .text("2018年3月5日")),
          Self.claim(.text("C3"), .text("H0001"), .number("2.0000000000000001E-1"), on: .number("43164")),
          Self.claim(.text("C4"), .text("H0002"), .number("18000"), .text("交通事故"), .truth(false)),
          Self.claim(.text("C5"), .text("H0002"), .number("18000"), .text("交通事故"), .truth(true)),
          Self.claim(.text("C6"), .text("H0002"), .number("0.001")),
          Self.claim(.text("C7"), .text("H0002"), .formula("1+1", value: "18000")),
          Self.claim(.text("C8"), .text("H0002"), .formula("1+1", value: nil)),
          Self.claim(.text("C9"), .text("H0002"), .error("#REF!")),
        ])
    ])
    #expect(
      run.decisions.split(separator: "\n").dropFirst() == [
        "C1,approved,covered,7800.00", "C2,approved,covered,0.06", "C4,approved,covered,7800.00",
        "C5,denied,compensated-elsewhere,0.00", "C7,approved,covered,7700.00",
      ])
    #expect(run.rejects.contains("claims#申请,4,4,incurred_on,43164,bad-date\n"))
    #expect(run.rejects.contains("claims#申请,7,5,amount,0.001,bad-amount\n"))
    #expect(run.rejects.contains("claims#申请,9,5,amount,\u{FFFD}=,bad-amount\n"))
    #expect(run.rejects.contains("claims#申请,10,5,amount,\u{FFFD}#REF!,bad-amount\n"))
    let notes = try #require(run.summary.claimNotes.workbook)
    #expect(notes.formulasWithoutValue.first == ["E9"] && notes.errors.first == ["E10"])
  }

  @Test("a household's merged cells stand for each of its rows")
  func merged() throws {
    var sheet = OfficeWorkbook.Sheet(
      "申请",
      [
        Self.header, Self.claim(.text("C1"), .text("H0001"), .number("10000")),
        Self.claim(.text("C2"), .empty, .number("8000")),
        Self.claim(.text("C3"), .text("H0002"), .number("18000")),
      ])
    sheet.merged = ["B2:B3"]
    let run = try outcome([sheet])
    #expect(
      run.decisions.split(separator: "\n").dropFirst() == [
        "C1,approved,covered,3500.00", "C2,approved,covered,4300.00", "C3,approved,covered,7800.00",
      ])
    #expect(run.summary.claimNotes.workbook?.filledCells == 1)
  }

  @Test("rejects of several sheets name the sheet and its row")
  func rejects() throws {
    let bad = Self.claim(.text("C\n1"), .text("H0001"), .number("1"), .empty, .empty)
    let good = Self.claim(.text("C2"), .text("H0001"), .number("1"))
    let sheets = [
      OfficeWorkbook.Sheet("上", [[.text("标题")], Self.header, good, bad]),
      OfficeWorkbook.Sheet("下", [Self.header.reversed(), [], bad.reversed().map { $0 }]),
    ]
    #expect(throws: BatchError.self) { try outcome(sheets) }
    let run = try outcome(sheets, ["下", "上"])
    #expect(run.rejects.contains("claims#下,3,7,claim_id,\"C\n1\",bad-id"))
    #expect(run.summary.rejectedClaims == 2)
    #expect(run.rejects.contains("claims#上,4,1,claim_id,\"C\n1\",bad-id"))
    #expect(throws: BatchError.self) { try outcome(sheets, ["上", "中"]) }
  }
}
