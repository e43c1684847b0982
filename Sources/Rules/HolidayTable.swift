public import Units

/// Which days are worked, as the State Council's general office announces it: days off, and weekend days worked for them.
///
/// Every other Saturday and Sunday is off, every other day from Monday to Friday is worked. Outside ``years`` that is
/// all there is to go by: no holiday is guessed, because the days worked in exchange are set anew each year.
public struct HolidayTable: Hashable, Sendable {
  /// The calendar years whose announcement the table holds, in order. A day of any other year counts by its weekday,
  /// unless a holiday that runs over the turn of the year is listed: ``WorkingTerm/unlisted`` says so.
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

  /// Whether offices and banks work on that day.
  public func isWorkingDay(_ day: Day) -> Bool {
    day.isWeekend ? workedWeekends.contains(day) : !daysOff.contains(day)
  }

  /// Whether it speaks of that day: of its year, or of the day by itself, as in a holiday that runs over the turn of the year.
  func names(_ day: Day) -> Bool {
    years.contains(day.year) || daysOff.contains(day) || workedWeekends.contains(day)
  }
}
