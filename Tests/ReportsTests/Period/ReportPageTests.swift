import BrowserKit
import Foundation
import OfficeKit
import Pages
import Reports
import Tables
import TestKit
import Testing
import Units

@Suite("The page of a period's report")
struct ReportPageTests {
  /// A row of the CSV.
  struct Row {
    let unit, value, before: String
  }

  /// The figures of a CSV, by the names of their rows.
  static func rows(_ csv: String) -> [String: Row] {
    var rows: [String: Row] = [:]
    for line in records(csv).dropFirst() where line[0] != "about" {
      let name = "\(line[0]).\(line[1])" + (line[2].isEmpty ? "" : "/\(line[2])")
      rows[name] = Row(unit: line[3], value: line[4], before: line[5])
    }
    return rows
  }

  static func csv(_ report: PeriodReport) throws -> String {
    String(decoding: try report.table(TableStyle()), as: UTF8.self)
  }

  /// The cells of a CSV, as RFC 4180 has them.
  static func records(_ csv: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = Array(csv)[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        characters.removeFirst()
        cell.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        records.append(record + [cell])
        (record, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return records
  }

  /// A number of the page as the CSV writes it.
  static func plain(_ shown: String) -> String {
    shown == "—" ? "" : shown.replacing(",", with: "").replacing("−", with: "-")
  }

  /// What a change should read as.
  static func change(_ row: Row) -> String {
    guard let value = Decimal(string: row.value), let before = Decimal(string: row.before) else { return "" }
    return value == before ? "±0" : "\(value - before)"
  }

  static func isSame(_ shown: String, _ change: String) -> Bool {
    shown == change || Decimal(string: plain(shown).replacing("+", with: "")) == Decimal(string: change)
  }

  private static let codes = ["2018-05", "2018Q2", "2018Q3", "2018", "2017"]

  /// The reports of one walked casebook, by their periods.
  private static let walked = Result {
    var reports: [String: PeriodReport] = [:]
    try WalkedBook.make(seed: 6) { walked in
      for code in codes {
        reports[code] = try PeriodReport.of(
          walked.book, try #require(Period(code)), today: try #require(Day("2018-12-28")),
          threads: 2)
      }
    }
    return reports
  }

  private static func report(_ code: String) throws -> PeriodReport {
    try #require(try walked.get()[code])
  }

  @Test("says what the CSV says, in its text", arguments: TestSize.spread(Language.allCases, fast: 1))
  func text(language: Language) throws {
    for code in TestSize.spread(ReportPageTests.codes, fast: 3) {
      let report = try ReportPageTests.report(code)
      let rows = ReportPageTests.rows(try ReportPageTests.csv(report))
      let text = report.page(language).text
      var seen = 0
      for match in text.matches(of: #/data-(?<kind>value|before|change)="(?<row>[^"]+)">(?<text>[^<]*)</#) {
        let name = String(match.row).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        let row = try #require(rows[name], "\(code): no row \(name)")
        let shown = String(match.text)
        switch match.kind {
        case "value": #expect(ReportPageTests.plain(shown) == row.value, "\(code) \(name)")
        case "before": #expect(ReportPageTests.plain(shown) == row.before, "\(code) \(name)")
        default:
          let change = ReportPageTests.change(row)
          #expect(
            change.isEmpty ? shown == "—" : ReportPageTests.isSame(shown, change), "\(code) \(name): \(shown)"
          )
        }
        seen += 1
      }
      #expect(seen > 200)
      // In the tables' cells no digit stands outside of a number that names its row.
      var cells = 0
      for cell in text.matches(of: #/<td[^>]*>(?<inner>[\s\S]*?)<\/td>/#) {
        let rest = cell.inner.replacing(#/<span data-[a-z]+="[^"]*">[^<]*<\/span>/#, with: "")
          .replacing(#/<span class="now" data-value="[^"]*">[^<]*<\/span>/#, with: "")
        #expect(!rest.contains(#/\d/#), "\(code): \(rest)")
        cells += 1
      }
      #expect(cells > 150)
    }
  }

  @Test(
    "is sound on every screen and on paper, and its numbers as they are seen are the CSV's",
    .enabled(if: Browser.isWanted, "\(Browser.whyNot)"))
  func screens() throws {
    let browser = try Browser()
    let wanted = [("2018Q2", Language.zh), ("2018Q2", .en), ("2018", .zh), ("2017", .en)]
    let reports = try wanted.map { code, _ in try ReportPageTests.report(code) }
    let pages = zip(reports, wanted).map { $0.page($1.1).text }
    let measured = try browser.measure(pages)
    #expect(measured.count == wanted.count)
    for (index, screens) in measured.enumerated() {
      let rows = ReportPageTests.rows(try ReportPageTests.csv(reports[index]))
      for screen in screens {
        #expect(screen.faults == [], "\(wanted[index])")
        var seen = 0
        for mark in screen.texts.marked where mark.name == "data-value" || mark.name == "data-before" {
          let row = try #require(rows[mark.value])
          let expected = mark.name == "data-value" ? row.value : row.before
          #expect(
            ReportPageTests.plain(mark.text) == expected, "\(wanted[index]) \(screen.screen) \(mark.value)")
          seen += 1
        }
        #expect(seen > 150)
      }
      try Gallery.keep(
        pages[index], as: "report-\(wanted[index].0)-\(wanted[index].1)", with: browser, measured: screens)
    }
    for page in pages {
      let paper = try browser.print(page)
      #expect(try paper.size.contains("A4"))
      #expect((1...8).contains(try paper.sheets))
    }
  }

  @Test("and the CSV and the JSON name every measure, each described in the documentation")
  func documented() throws {
    let article = try Repository.article("PeriodReports")
    #expect(Measure.allCases.count > 80)
    for measure in Measure.allCases { #expect(article.contains("`\(measure.row)`"), "\(measure.row)") }
    for unit in Unit.allCases { #expect(article.contains("`\(unit.rawValue)`"), "\(unit.rawValue)") }
    let report = try ReportPageTests.report("2018Q3")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    for (name, row) in ReportPageTests.rows(try ReportPageTests.csv(report)) {
      let (place, key) = ReportPageTests.parts(name)
      let section = try #require(json[place[0]] as? [String: Any])
      var node = try #require(section[place[1]] as? [String: Any], "\(name)")
      #expect(node["unit"] as? String == row.unit)
      if let key { node = try #require((node["by"] as? [String: Any])?[key] as? [String: Any], "\(name)") }
      #expect(ReportPageTests.text(node["value"]) == row.value, "\(name)")
      #expect(ReportPageTests.text(node["before"]) == row.before, "\(name)")
    }
  }

  private static func text(_ value: Any?) -> String {
    (value as? String) ?? (value as? NSNumber).map { "\($0)" } ?? ""
  }

  private static func parts(_ name: String) -> (place: [String], key: String?) {
    let slash = name.firstIndex(of: "/")
    let place = name[..<(slash ?? name.endIndex)].split(separator: ".").map(String.init)
    return (place, slash.map { String(name[name.index(after: $0)...]) })
  }
}
