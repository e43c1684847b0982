import Reports
import Testing
import Units

@Suite("A period")
struct PeriodTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let code, first, last, before: String
    let zh, en: String
    var testDescription: String { code }
  }

  static let rows = [
    Row(
      code: "2018-03", first: "2018-03-01", last: "2018-03-31", before: "2018-02", zh: "2018年3月",
      en: "March 2018"),
    Row(
      code: "2018-01", first: "2018-01-01", last: "2018-01-31", before: "2017-12", zh: "2018年1月",
      en: "January 2018"),
    Row(
      code: "2020-02", first: "2020-02-01", last: "2020-02-29", before: "2020-01", zh: "2020年2月",
      en: "February 2020"),
    Row(
      code: "2018Q1", first: "2018-01-01", last: "2018-03-31", before: "2017Q4", zh: "2018年第一季度",
      en: "the first quarter of 2018"),
    Row(
      code: "2018Q4", first: "2018-10-01", last: "2018-12-31", before: "2018Q3", zh: "2018年第四季度",
      en: "the fourth quarter of 2018"),
    Row(
      code: "2018H2", first: "2018-07-01", last: "2018-12-31", before: "2018H1", zh: "2018年下半年",
      en: "the second half of 2018"),
    Row(code: "2018", first: "2018-01-01", last: "2018-12-31", before: "2017", zh: "2018年", en: "2018"),
  ]

  @Test("has its days, the period before it, and a name in both languages", arguments: rows)
  func known(row: Row) throws {
    let period = try #require(Period(row.code))
    #expect(period.code == row.code)
    #expect(period.first.description == row.first)
    #expect(period.last.description == row.last)
    #expect(period.before.code == row.before)
    #expect(period.before.last.adding(days: 1) == period.first)
    #expect(period.name == Wording(zh: row.zh, en: row.en))
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "18", "2018-13", "2018-00", "2018-3", "2018Q0", "2018Q5", "2018H3", "2018-0３", "２０１８", "2018 ",
      "0999",
      "2018W1", "2018-03-01", "Q1", "20180",
    ])
  func unknown(text: String) { #expect(Period(text) == nil) }

  @Test("of any length is made of months, without a gap")
  func months() throws {
    let year = try #require(Period("2018"))
    var day = year.first
    for number in 1...12 {
      let month = try #require(Period("2018-\(number < 10 ? "0" : "")\(number)"))
      #expect(month.first == day)
      day = try #require(month.last.adding(days: 1))
    }
    #expect(day == year.last.adding(days: 1))
  }
}
