extension Day {
  /// Days since 0001-01-01, which is 0: exact in the Gregorian calendar, carried back before it was decreed.
  ///
  /// Ordered as the days are, and one apart where the days are: what notices, deadlines and terms are counted in.
  public var serial: Int {
    let years = year - 1
    let days = years * 365 + years / 4 - years / 100 + years / 400
    return (1..<month).reduce(days) { $0 + Day.length(ofMonth: $1, year: year) } + day - 1
  }

  /// The serial of 9999-12-31, the last there is.
  private static let lastSerial = 3_652_058
  /// Days in 400, 100 and 4 years; the last century of four and the last year of four have one day more.
  private static let cycle = (fourHundred: 146_097, hundred: 36_524, four: 1_461, one: 365)

  /// The day with this ``serial``, or `nil` before 0001-01-01 and after 9999-12-31.
  public init?(serial: Int) {
    guard (0...Day.lastSerial).contains(serial) else { return nil }
    var rest = serial
    let fourHundreds = rest / Day.cycle.fourHundred
    rest -= fourHundreds * Day.cycle.fourHundred
    let hundreds = min(rest / Day.cycle.hundred, 3)
    rest -= hundreds * Day.cycle.hundred
    let fours = rest / Day.cycle.four
    rest -= fours * Day.cycle.four
    let ones = min(rest / Day.cycle.one, 3)
    rest -= ones * Day.cycle.one
    let year = fourHundreds * 400 + hundreds * 100 + fours * 4 + ones + 1
    var month = 1
    while rest >= Day.length(ofMonth: month, year: year) {
      rest -= Day.length(ofMonth: month, year: year)
      month += 1
    }
    self.init(year: year, month: month, day: rest + 1)
  }

  /// The day so many days later, or earlier where `days` is negative; `nil` outside the years 1 to 9999.
  public func adding(days: Int) -> Day? {
    let (sum, overflow) = serial.addingReportingOverflow(days)
    return overflow ? nil : Day(serial: sum)
  }

  /// How many days `later` lies after `earlier`; negative where it lies before.
  public static func - (later: Day, earlier: Day) -> Int { later.serial - earlier.serial }

  /// The day of the week as ISO 8601 counts it: Monday is 1, Sunday is 7.
  public var weekday: Int { serial % 7 + 1 }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday >= 6 }
}
