public import Units

/// Which days are worked, as the State Council's general office announces it: days off, and weekend days worked for them.
///
/// Every other Saturday and Sunday is off, every other day from Monday to Friday is worked. Outside ``years`` that is
/// all there is to go by: no holiday is guessed, because the days worked in exchange are set anew each year.
public struct HolidayTable: Hashable, Sendable {
  /// The calendar years whose announcement the table holds, in order. A day of any other year counts by its weekday,
  /// unless a holiday that runs over the turn of the year is listed: whoever counts there should say so.
  public let years: [Int]
  /// Days off, whichever day of the week they are.
  public let daysOff: Set<Day>
  /// Saturdays and Sundays that are worked.
  public let workedWeekends: Set<Day>
  /// Where the table as a whole comes from.
  public let provenance: Provenance

  /// A table of working days.
  public init(years: [Int], daysOff: Set<Day>, workedWeekends: Set<Day>, provenance: Provenance) {
    self.years = years
    self.daysOff = daysOff
    self.workedWeekends = workedWeekends
    self.provenance = provenance
  }

  /// What holds where a scheme names no table: Saturdays and Sundays off, every other day worked.
  public static let weekendsOnly = HolidayTable(
    years: [], daysOff: [], workedWeekends: [],
    provenance: .assumption(
      Wording(zh: "方案未写节假日表，只除去周末", en: "the scheme has no holiday table: only weekends are left out")))

  /// Whether offices and banks work on that day.
  public func isWorkingDay(_ day: Day) -> Bool {
    day.isWeekend ? workedWeekends.contains(day) : !daysOff.contains(day)
  }

  /// The last day of a term of working days that begins to run on `day`.
  ///
  /// `day` itself does not count: day 1 is the first working day after it. A term of no days ends on `day`, worked or
  /// not.
  ///
  /// - Parameters:
  ///   - count: working days, not negative.
  ///   - day: the day from which the term runs: of approval, of notice.
  /// - Returns: `nil` where the calendar ends first, after the year 9999.
  /// - Complexity: O(`count`).
  public func adding(workingDays count: Int, to day: Day) -> Day? {
    precondition(count >= 0, "a term is never negative")
    var last = day
    for _ in 0..<count {
      repeat {
        guard let next = last.adding(days: 1) else { return nil }
        last = next
      } while !isWorkingDay(last)
    }
    return last
  }
}
