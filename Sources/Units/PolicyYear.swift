/// The year a sum runs over: twelve months from the same day of every year, named after the calendar year
/// in which it begins.
public struct PolicyYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it begins.
  public let began: Int

  /// The policy year that begins in the calendar year `began`.
  @inlinable
  public init(began: Int) { self.began = began }

  /// Earlier years are less.
  public static func < (a: PolicyYear, b: PolicyYear) -> Bool { a.began < b.began }

  /// The day of every year on which policy years begin.
  public struct Start: Hashable, Sendable {
    /// 1 to 12.
    public let month: Int
    /// 1 to 31, and not 29 February.
    public let day: Int

    /// `nil` where not every year has that day.
    public init?(month: Int, day: Int) {
      guard Day(year: 2001, month: month, day: day) != nil else { return nil }
      self.month = month
      self.day = day
    }

    private init() {
      month = 1
      day = 1
    }

    /// 1 January.
    public static let calendar = Start()
  }

  /// The policy year a day lies in.
  public init(containing day: Day, start: Start) {
    let before = (day.month, day.day) < (start.month, start.day)
    began = before ? day.year - 1 : day.year
  }
}

extension PolicyYear {
  /// Its first day; `nil` beyond the calendar.
  package func firstDay(_ start: Start) -> Day? { Day(year: began, month: start.month, day: start.day) }

  /// Its last day; `nil` beyond the calendar.
  package func lastDay(_ start: Start) -> Day? {
    if start.day > 1 { return Day(year: began + 1, month: start.month, day: start.day - 1) }
    if start.month == 1 { return Day(year: began, month: 12, day: 31) }
    return Day(
      year: began + 1, month: start.month - 1, day: Day.length(ofMonth: start.month - 1, year: began + 1))
  }

  /// Its days, the first and the last among them; `nil` where they are not all within the calendar.
  package func days(_ start: Start) -> ClosedRange<Day>? {
    guard let first = firstDay(start), let last = lastDay(start) else { return nil }
    return first...last
  }

  /// The days of the policy year that a day lies in; that day alone where they are not all within the calendar.
  package static func days(around day: Day, _ start: Start) -> ClosedRange<Day> {
    PolicyYear(containing: day, start: start).days(start) ?? day...day
  }
}
