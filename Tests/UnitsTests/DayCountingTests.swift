import TestKit
import Testing
import Units

@Suite("Counting days")
struct DayCountingTests {
  /// Years after which the calendar begins anew three times; more of them only take longer.
  private static let years = 1...1200

  @Test("gives every day the number after the day before, and every number its day")
  func everyDayInTurn() {
    var expected = 0
    var wrong = 0
    for year in Self.years {
      for (month, number) in (1...12).flatMap({ month in (1...31).map { (month, $0) } }) {
        guard let day = Day(year: year, month: month, day: number) else { continue }
        let isRight =
          day.serial == expected && Day(serial: expected) == day && day.weekday == expected % 7 + 1
        if !isRight { wrong += 1 }
        expected += 1
      }
    }
    #expect(wrong == 0)
    #expect(expected == 3 * 146_097)
  }

  @Test("has no day outside the calendar", arguments: [-1, 3_652_059, .max, .min])
  func outside(serial: Int) {
    #expect(Day(serial: serial) == nil)
  }

  /// From Python's `date.toordinal() - 1` and `isoweekday()`.
  @Test(
    "agrees with what another program counts",
    arguments: [
      ("0001-01-01", 0, 1), ("1582-10-15", 577_735, 5), ("1900-03-01", 693_654, 4),
      ("1970-01-01", 719_162, 4),
      ("2000-02-29", 730_178, 2), ("2018-03-05", 736_757, 1), ("2100-12-31", 767_008, 5),
      ("9999-12-31", 3_652_058, 5),
    ])
  func known(text: String, serial: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.serial == serial)
    #expect(day.weekday == weekday)
    #expect(day.isWeekend == (weekday > 5))
    #expect(Day(serial: serial) == day)
  }

  @Test("adds as stepping from day to day does, and takes the same number back", arguments: 0..<20)
  func stepping(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let start = try #require(Day(serial: Int.random(in: 0...3_600_000, using: &random)))
    let steps = Int.random(in: 0...2_000, using: &random)
    var reached = start
    for _ in 0..<steps { reached = try #require(Self.next(reached)) }
    #expect(start.adding(days: steps) == reached)
    #expect(reached.adding(days: -steps) == start)
    #expect(reached - start == steps && start - reached == -steps)
    #expect((start < reached) == (steps > 0))
  }

  /// The next day, from nothing but which days the calendar has.
  private static func next(_ day: Day) -> Day? {
    Day(year: day.year, month: day.month, day: day.day + 1)
      ?? Day(year: day.year, month: day.month + 1, day: 1) ?? Day(year: day.year + 1, month: 1, day: 1)
  }

  @Test("ends with the calendar", arguments: [1, 3_652_059, Int.max, -1, Int.min])
  func ends(days: Int) throws {
    let edge = try #require(Day(days > 0 ? "9999-12-31" : "0001-01-01"))
    #expect(edge.adding(days: days) == nil)
    #expect(edge.adding(days: 0) == edge)
  }
}
