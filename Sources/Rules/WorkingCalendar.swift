public import Units

/// Which days are worked under a scheme: by its own table in the years that this names, else by the general one.
public struct WorkingCalendar: Hashable, Sendable {
  /// The scheme's own table, if it has one.
  public let own: HolidayTable?
  /// The table that holds everywhere.
  public let general: HolidayTable

  /// A calendar of two tables.
  public init(own: HolidayTable?, general: HolidayTable) {
    self.own = own
    self.general = general
  }

  /// Whether offices and banks work on that day. What neither table names goes by the weekday.
  public func isWorkingDay(_ day: Day) -> Bool {
    if let own, own.names(day) { return own.isWorkingDay(day) }
    return general.isWorkingDay(day)
  }

  /// A term of working days that begins to run on `day`.
  ///
  /// `day` itself does not count: day 1 is the first working day after it. A term of no days ends on `day`, worked or
  /// not.
  ///
  /// - Parameters:
  ///   - count: working days, not negative.
  ///   - day: the day from which the term runs: of approval, of notice.
  /// - Returns: `nil` where the calendar ends first, after the year 9999.
  /// - Complexity: O(`count`).
  public func term(workingDays count: Int, from day: Day) -> WorkingTerm? {
    precondition(count >= 0, "a term is never negative")
    var last = day
    var unlisted: [Int] = []
    for _ in 0..<count {
      repeat {
        guard let next = last.adding(days: 1) else { return nil }
        last = next
        for year in years(of: last) where !isListed(year) && !unlisted.contains(year) {
          unlisted.append(year)
        }
      } while !isWorkingDay(last)
    }
    return WorkingTerm(last: last, unlisted: unlisted)
  }

  /// The years of whose announcement a day may be a matter: its own, and at the year's end the next, whose holiday may
  /// begin before it.
  private func years(of day: Day) -> [Int] {
    day.month == 12 && day.day > 28 ? [day.year, day.year + 1] : [day.year]
  }

  private func isListed(_ year: Int) -> Bool {
    own?.years.contains(year) == true || general.years.contains(year)
  }
}

/// A term of working days.
public struct WorkingTerm: Hashable, Sendable {
  /// Its last day.
  public let last: Day
  /// The years that it touches and of which no announcement is at hand, in order: there every day from Monday to Friday was
  /// counted, and whoever names the last day says so.
  public let unlisted: [Int]

  /// A term.
  public init(last: Day, unlisted: [Int] = []) {
    self.last = last
    self.unlisted = unlisted
  }

  /// What has to be said beside its last day; `nil` where every day was known.
  public var remark: Wording? { WorkingTerm.remark(unlisted) }

  /// What has to be said of days that were counted in years without an announcement; `nil` where there are none.
  public static func remark(_ years: [Int]) -> Wording? {
    guard !years.isEmpty else { return nil }
    let names = years.map(String.init)
    return Wording(
      zh: "没有 \(names.joined(separator: "、")) 年的节假日安排，按周一至周五计算",
      en:
        "the public holidays of \(names.joined(separator: " and ")) are not at hand; every Monday to Friday was counted"
    )
  }
}
