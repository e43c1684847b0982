import Testing
import Units

@Suite("The days of a policy year")
struct PolicyYearTests {
  @Test(
    "it ends on the day before the next one begins",
    arguments: [(1, 1), (1, 2), (3, 1), (2, 28), (5, 1), (10, 1), (12, 31), (7, 15)])
  func bounds(_ month: Int, _ day: Int) throws {
    let start = try #require(PolicyYear.Start(month: month, day: day))
    for began in [1999, 2000, 2015, 2016, 2017, 2100] {
      let year = PolicyYear(began: began)
      let days = try #require(year.days(start))
      #expect(days.lowerBound == Day(year: began, month: month, day: day))
      #expect(days.upperBound.adding(days: 1) == PolicyYear(began: began + 1).firstDay(start))
      #expect(days.lowerBound == year.firstDay(start) && days.upperBound == year.lastDay(start))
      #expect(PolicyYear(containing: days.lowerBound, start: start) == year)
      #expect(PolicyYear(containing: days.upperBound, start: start) == year)
    }
  }

  @Test("one that reaches beyond the calendar has no days")
  func beyond() throws {
    let start = try #require(PolicyYear.Start(month: 7, day: 1))
    #expect(PolicyYear(began: 9999).days(.calendar) != nil)
    #expect(PolicyYear(began: 9999).days(start) == nil)
    #expect(PolicyYear(began: 10_000).days(.calendar) == nil)
  }
}
