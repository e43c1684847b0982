import Foundation
import TestKit
import Testing
import Units
import WorkbookKit

/// The claims of January as an office would hand them in: a workbook with a title, Chinese headings, numbers and days as a
/// spreadsheet holds them, a row of totals, and a sheet beside it.
enum OfficeList {
  static let file = CountySample.folder.appending(path: "claims-2018-01.xlsx")

  private static let headings = [
    "claim_id": "申请编号", "household_id": "户编号", "peril": "险别", "incurred_on": "发生日期", "amount": "金额（元）",
    "person_id": "人员编号", "cause": "原因", "compensated": "是否已获赔偿",
  ]
  private static let words = [
    "illness": "因病", "education": "因学", "disaster": "因灾", "inpatient": "住院", "long-term-treatment": "长期治疗",
    "traffic-accident": "交通事故", "yes": "是", "no": "否",
  ]

  /// Made from the CSV file beside it.
  static func made() throws -> OfficeWorkbook {
    let csv = CountySample.folder.appending(path: "claims-2018-01.csv")
    let lines = try String(contentsOf: csv, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    let rows = lines.dropFirst().map { line in
      zip(names, line.split(separator: ",", omittingEmptySubsequences: false)).map { cell($0, String($1)) }
    }
    let amount = try #require(names.firstIndex(of: "amount"))
    let fen = try rows.reduce(0) { sum, row in
      guard case .number(let digits) = row[amount] else { return sum }
      return sum + (try #require(Int(digits.replacing(".", with: ""))))
    }
    var totals = [OfficeWorkbook.Cell](repeating: .empty, count: names.count)
    totals[0] = .text("合计")
    let last = rows.count + 2
    totals[amount] = .formula(
      "SUM(E3:E\(last))", value: "\(fen / 100).\(String(fen % 100 + 100).dropFirst())")
    var claims = OfficeWorkbook.Sheet(
      "理赔申请",
      [[.text("2018年1月防贫保险理赔申请表")], names.map { .text(headings[$0] ?? $0) }] + rows + [totals])
    claims.merged = ["A1:H1"]
    let notes = OfficeWorkbook.Sheet(
      "填表说明", [[.text("发生日期：因病的填出院日期。")], [.text("金额：报销以后农户自付的部分，单位元。")]])
    return OfficeWorkbook([claims, notes])
  }

  private static func cell(_ name: String, _ text: String) -> OfficeWorkbook.Cell {
    if text.isEmpty { return .empty }
    switch name {
    case "amount": return .number(text)
    case "incurred_on":
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return .day(year: parts[0], month: parts[1], day: parts[2])
    default: return .text(words[text] ?? text)
    }
  }
}

@Suite("A list as an office hands it in")
struct OfficeListTests {
  @Test("is what the kit makes of the CSV file beside it")
  func made() throws {
    try Golden.expect(Data(try OfficeList.made().bytes), in: OfficeList.file)
  }

  @Test("is decided as the CSV file is", .enabled(if: !Golden.isRenewing), arguments: CountySample.schemes)
  func decisions(scheme: String) throws {
    try CountySample.withInputs { scratch in
      let words = CountySample.january(scheme).map { $0 == "claims-2018-01.csv" ? OfficeList.file.path : $0 }
      let run = try CommandRun(words, in: scratch, .zh)
      #expect(run.talk.contains("读了“理赔申请”；没有读“填表说明”"))
      // The row of totals is no claim, and agrees with the claims.
      #expect(run.exitCode == 0)
      #expect(run.talk.contains("合计行 1 行") && !run.talk.contains("合计不符"))
      for name in ["january.csv", "january.payouts.csv"] {
        let kept = CountySample.folder.appending(path: "\(scheme)/\(name)")
        #expect(try Data(contentsOf: scratch.appending(path: name)) == Data(contentsOf: kept))
      }
    }
  }

  @Test("is explained with the sheet and its row", .enabled(if: !Golden.isRenewing))
  func explanation() throws {
    let words = [
      "explain", "C201801-000002", "--claims", OfficeList.file.path, "--households", "households.csv",
    ]
    let run = try CommandRun(words, in: CountySample.folder, .en)
    #expect(run.text.contains("(\(OfficeList.file.path)#理赔申请:4)"))
  }
}

/// Workbooks of Samples/Faults, made by the kit.
@Suite("The workbooks among the faults")
struct FaultyWorkbookTests {
  private typealias Sheet = OfficeWorkbook.Sheet

  private static func claims(_ name: String, _ id: String) -> Sheet {
    let header = ["申请编号", "户编号", "险别", "发生日期", "金额"]
    let row: [OfficeWorkbook.Cell] = [
      .text(id), .text("H0001"), .text("因病"), .day(year: 2018, month: 3, day: 5), .number("18000"),
    ]
    return Sheet(name, [header.map { .text($0) }, row])
  }

  private static let hidden: Sheet = {
    var sheet = claims("旧表", "C0")
    sheet.isHidden = true
    return sheet
  }()
  private static let nearly = Sheet("申请", [["申请编号", "户编号", "险别", "自付额"].map { .text($0) }])
  private static let notes = Sheet("说明", [[.text("怎样填表")]])

  private static let books: [(folder: String, sheets: [Sheet])] = [
    ("several-sheets", [claims("一月", "C1"), claims("二月", "C2"), notes]),
    ("no-sheet", [notes, nearly, hidden]),
    ("unknown-sheet", [claims("一月", "C1"), claims("二月", "C2")]),
  ]

  @Test("are what the kit makes")
  func made() throws {
    for (folder, sheets) in Self.books {
      try Golden.expect(
        Data(OfficeWorkbook(sheets).bytes),
        in: Repository.samples.appending(path: "Faults/Tables/\(folder)/claims.xlsx"))
    }
  }
}
