import JSONText
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Holiday table")
struct HolidayTableTests {
  private static func table(_ id: String = BuiltInSchemes.standard) throws -> HolidayTable {
    try #require(try BuiltInSchemesTests.scheme(id).administration.holidays)
  }

  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static let weekendsOnly = HolidayTable(
    years: [], daysOff: [], workedWeekends: [], provenance: .assumption(Wording(zh: "无", en: "none")))

  /// Counted by hand on the announcements; the sums, 249 and 250, are the days of the year less weekends and 11 holidays.
  @Test(
    "has as many working days in each month as the announcements leave",
    arguments: [
      (2017, [19, 19, 23, 19, 21, 22, 21, 23, 22, 17, 22, 21]),
      (2018, [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]),
    ], BuiltInSchemes.ids)
  func months(year: (number: Int, counts: [Int]), id: String) throws {
    let table = try Self.table(id)
    #expect(table.years.contains(year.number))
    let counts = (1...12).map { month in
      (1...31).count { number in
        Day(year: year.number, month: month, day: number).map(table.isWorkingDay) ?? false
      }
    }
    #expect(counts == year.counts)
  }

  @Test(
    "ends terms where a calendar on the wall ends them",
    arguments: [
      ("2018-02-08", 0, "2018-02-08"), ("2018-02-09", 1, "2018-02-11"), ("2018-02-14", 1, "2018-02-22"),
      ("2018-02-17", 1, "2018-02-22"), ("2018-02-22", 2, "2018-02-24"), ("2018-09-28", 3, "2018-10-08"),
      ("2017-09-29", 1, "2017-09-30"), ("2017-09-30", 5, "2017-10-13"), ("2018-12-28", 2, "2019-01-02"),
      ("2018-04-27", 5, "2018-05-07"), ("2020-04-30", 1, "2020-05-01"),
    ])
  func terms(from: String, days: Int, until: String) throws {
    #expect(try Self.table().adding(workingDays: days, to: Self.day(from)) == Self.day(until))
  }

  @Test("counts the working days it steps over, and ends on one", arguments: 0..<20)
  func counting(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let table = seed % 4 == 0 ? Self.weekendsOnly : try Self.table()
    let start = try #require(Self.day("2017-01-01").adding(days: Int.random(in: 0...900, using: &random)))
    let count = Int.random(in: 1...60, using: &random)
    let end = try #require(table.adding(workingDays: count, to: start))
    let days = (1...(end - start)).compactMap { start.adding(days: $0) }
    #expect(days.count { table.isWorkingDay($0) } == count)
    #expect(table.isWorkingDay(end))
  }

  @Test("goes by the weekday where there is no table, and ends with the calendar")
  func none() throws {
    let plain = Self.weekendsOnly
    #expect(plain.years.isEmpty)
    #expect(try plain.isWorkingDay(Self.day("2018-02-15")) && !plain.isWorkingDay(Self.day("2018-02-11")))
    #expect(try Self.table().years == [2017, 2018])
    let last = try Self.day("9999-12-31")
    #expect(plain.adding(workingDays: 1, to: last) == nil && plain.adding(workingDays: 0, to: last) == last)
  }

  @Test("is read from a file with the terms beside it, and a file without them says nothing of them")
  func read() throws {
    let plain = SchemeLoader.load(bytes: Array(SmallScheme.text.utf8), file: "small.json").scheme?
      .administration
    #expect(plain != nil && plain?.holidays == nil)
    #expect(plain?.answerValidDays == nil && plain?.retentionYears == nil)
    let source = "\"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" }"
    let text = try #require(
      SmallScheme.replacing(
        "\"support\": []",
        with: """
          "support": [],
          "holidays": { "years": [2019, 2018], "daysOff": ["2020-01-01", "2018-02-15"],
            "workedWeekends": ["2018-02-11"], \(source) },
          "answerValidDays": { "days": 180, \(source) },
          "retentionYears": { "unpublished": { "zh": "未公布", "en": "not published" } }
          """))
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    let plan = try #require(loading.scheme).administration
    let provenance = Provenance.source("law", locator: Wording(zh: "第11条", en: "art. 11"))
    #expect(
      try plan.holidays
        == HolidayTable(
          years: [2018, 2019], daysOff: [Self.day("2018-02-15"), Self.day("2020-01-01")],
          workedWeekends: [Self.day("2018-02-11")], provenance: provenance))
    #expect(plan.answerValidDays == .known(180, provenance))
    #expect(plan.retentionYears == .unpublished(Wording(zh: "未公布", en: "not published")))
  }

  @Test("takes a thousand days in a list, and not one more", arguments: [1000, 1001])
  func long(count: Int) throws {
    let first = try Self.day("2000-01-01")
    let days = (0..<count).compactMap { first.adding(days: $0) }.map { "\"\($0)\"" }.joined(separator: ",")
    let text = try #require(
      SmallScheme.replacing(
        "\"support\": []",
        with: """
          "support": [], "holidays": { "years": [2000, 2001, 2002], "daysOff": [\(days)], "workedWeekends": [],
          "assumption": { "zh": "无", "en": "none" } }
          """))
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    #expect(loading.diagnostics.map(\.code) == (count > 1000 ? ["list-too-long"] : []))
  }

  @Test("keeps the lists of the published schema as long as the loader takes them")
  func schema() throws {
    let schema = try JSONReader.read(BuiltInSchemes.schema).get()
    let parts = try #require(schema["properties"])
    for key in ["groups", "perils", "causes", "benefits"] {
      #expect(parts[key]?["maxItems"]?.kind == .number("200"), "\(key)")
    }
    let table = try #require(parts["administration"]?["properties"]?["holidays"]?["properties"])
    for key in ["daysOff", "workedWeekends"] {
      #expect(table[key]?["maxItems"]?.kind == .number("1000"), "\(key)")
    }
  }
}

extension HolidayTable {
  /// The last day of a term by this table alone.
  fileprivate func adding(workingDays count: Int, to day: Day) -> Day? {
    WorkingCalendar(own: nil, general: self).term(workingDays: count, from: day)?.last
  }
}
