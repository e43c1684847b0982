import Foundation
import Rules
import TestKit
import Testing
import Units

@Suite("Public holidays")
struct PublicHolidaysTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Counted on another list of the same announcements.
  static let workingDays: [(year: Int, months: [Int])] = [
    (2017, [19, 19, 23, 19, 21, 22, 21, 23, 22, 17, 22, 21]),
    (2018, [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]),
    (2019, [22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
    (2020, [17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23]),
    (2021, [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23]),
    (2022, [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22]),
    (2023, [18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21]),
    (2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
    (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
    (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
  ]

  @Test("have as many working days in each month as were announced", arguments: workingDays)
  func months(year: Int, months: [Int]) {
    let table = PublicHolidays.shipped.table
    let counts = (1...12).map { month in
      (1...31).count { Day(year: year, month: month, day: $0).map(table.isWorkingDay) ?? false }
    }
    #expect(counts == months)
  }

  @Test("name a notice for each year, issued before the days it speaks of")
  func notices() {
    let holidays = PublicHolidays.shipped
    #expect(holidays.table.years == Array(2017...2026))
    for year in holidays.table.years {
      let notices = holidays.notices[year] ?? []
      #expect(notices.first.map { $0.issuedOn.year == year - 1 } == true, "\(year)")
      for notice in notices {
        #expect(notice.number.contains("国办发明电〔\(notice.issuedOn.year)〕"), "\(notice.number)")
        #expect(notice.title.zh.contains("\(year)年") && notice.title.en.contains("\(year)"))
      }
    }
  }

  @Test("agree with the built-in schemes' own tables day by day", arguments: BuiltInSchemes.ids)
  func own(id: String) throws {
    let own = try #require(try BuiltInSchemesTests.scheme(id).administration.holidays)
    var day = try Self.day("2017-01-01")
    while day <= (try Self.day("2019-01-01")) {
      #expect(own.isWorkingDay(day) == PublicHolidays.shipped.table.isWorkingDay(day), "\(day)")
      day = try #require(day.adding(days: 1))
    }
  }

  @Test(
    "end a term where the announcements do, and say where there are none",
    arguments: [
      ("2019-09-27", 5, "2019-10-10", []), ("2018-12-28", 5, "2019-01-07", []),
      ("2018-12-28", 1, "2018-12-29", []),
      ("2020-01-23", 1, "2020-02-03", []), ("2019-04-26", 2, "2019-04-29", []),
      ("2026-12-21", 5, "2026-12-28", []),
      ("2026-12-24", 3, "2026-12-29", [2027]), ("2026-12-30", 5, "2027-01-06", [2027]),
      ("2027-02-01", 5, "2027-02-08", [2027]), ("2016-12-29", 2, "2017-01-03", [2016]),
      ("2030-12-28", 400, "2032-07-09", [2030, 2031, 2032]), ("2027-05-01", 0, "2027-05-01", []),
    ])
  func terms(from: String, days: Int, last: String, unlisted: [Int]) throws {
    let calendar = try BuiltInSchemesTests.scheme(BuiltInSchemes.standard).administration.calendar
    let term = try #require(calendar.term(workingDays: days, from: Self.day(from)))
    #expect(try term == WorkingTerm(last: Self.day(last), unlisted: unlisted))
    #expect((term.remark == nil) == unlisted.isEmpty)
  }

  @Test("give way to a scheme's own table in the years that it names, and on the days that it names")
  func priority() throws {
    let why = Provenance.assumption(Wording(zh: "本县另定", en: "set by the county"))
    let own = HolidayTable(
      years: [2019, 2027], daysOff: [try Self.day("2019-09-30"), try Self.day("2020-01-03")],
      workedWeekends: [try Self.day("2019-09-28")], provenance: why)
    let calendar = WorkingCalendar(own: own, general: PublicHolidays.shipped.table)
    for (day, isWorked) in [
      ("2019-09-28", true), ("2019-09-29", false), ("2019-09-30", false), ("2019-10-01", true),
      ("2020-01-02", true), ("2020-01-03", false), ("2020-01-24", false), ("2020-01-19", true),
    ] { #expect(calendar.isWorkingDay(try Self.day(day)) == isWorked, "\(day)") }
    #expect(calendar.term(workingDays: 5, from: try Self.day("2027-02-01"))?.unlisted == [])
  }

  @Test("say in both languages which years were counted without them")
  func remark() {
    #expect(WorkingTerm.remark([]) == nil)
    let remark = WorkingTerm.remark([2027, 2028])
    #expect(remark?.zh.contains("2027、2028") == true && remark?.en.contains("2027 and 2028") == true)
  }

  /// A year, which each fault changes.
  private static let year = """
      { "year": 2018,
        "notices": [{ "number": "12", "issuedOn": "2017-11-30", "title": { "zh": "通知", "en": "notice" } }],
        "daysOff": ["2018-02-15", "2018-02-16"],
        "workedWeekends": ["2018-02-11", "2018-02-24"] }
    """

  private static func file(_ years: String...) -> [UInt8] {
    Array("{ \"format\": 1, \"years\": [\n\(years.joined(separator: ",\n")) ] }".utf8)
  }

  @Test(
    "are refused with the place of each fault, and how to mend it",
    arguments: [
      ("\"daysOff\"", "\"dayOff\"", "unknown-key", "4:5: years[0].dayOff", "did you mean 'daysOff'?"),
      (
        "\"2018-02-24\"]", "\"2018-02-26\"]", "not-a-weekend", "5:38: years[0].workedWeekends[1]", "delete it"
      ),
      (
        "\"2018-02-16\"]", "\"2018-02-11\"]", "day-off-and-worked", "5:24: years[0].workedWeekends[0]",
        "keep it in one"
      ),
      ("\"2018-02-16\"]", "\"2018-02-15\"]", "duplicate-day", "4:31: years[0].daysOff[1]", nil),
      ("\"2018-02-16\"]", "\"2018-2-16\"]", "malformed-day", "4:31: years[0].daysOff[1]", "write it like"),
      ("\"2018-02-16\"]", "\"2081-02-16\"]", "day-outside-years", "4:31: years[0].daysOff[1]", nil),
      ("\"number\": \"12\", ", "", "missing-key", "3:17: years[0].notices[0].number", "add \"number\""),
      ("[{ \"number\"", "[], \"x\": [{ \"number\"", "empty-list", "3:16: years[0].notices", nil),
      ("\"format\": 1", "\"format\": 2", "unknown-format", "1:13: format", "this program reads format 1"),
      ("2018,", "\"2018\",", "wrong-type", "2:13: years[0].year", nil),
    ])
  func faults(old: String, new: String, code: String, place: String, fix: String?) throws {
    let sound = String(decoding: Self.file(Self.year), as: UTF8.self)
    #expect(PublicHolidays.load(bytes: Array(sound.utf8), file: "h.json").diagnostics.isEmpty)
    let text = sound.replacing(old, with: new, maxReplacements: 1)
    try #require(text != sound)
    let loading = PublicHolidays.load(bytes: Array(text.utf8), file: "h.json")
    #expect(loading.holidays == nil)
    let diagnostic = try #require(
      loading.diagnostics.first { $0.code == code }, "\(loading.diagnostics.map(\.code))")
    let line = diagnostic.place.map { "\($0.line):\($0.column)" } ?? ""
    #expect("\(line): \(diagnostic.path)" == place)
    if let fix { #expect(diagnostic.fix?.en.contains(fix) == true, "\(diagnostic.fix?.en ?? "")") }
  }

  @Test("name no year twice, and no day in two years")
  func twice() {
    let codes = { (years: [UInt8]) in
      PublicHolidays.load(bytes: years, file: "h.json").diagnostics.map(\.code)
    }
    #expect(codes(Self.file(Self.year, Self.year)) == ["duplicate-year"])
    let next = Self.year.replacing("\"year\": 2018", with: "\"year\": 2019")
    #expect(codes(Self.file(Self.year, next)) == Array(repeating: "duplicate-day", count: 4))
  }
}
