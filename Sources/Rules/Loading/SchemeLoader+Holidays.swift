import JSONText
import Units

/// The part `administration.holidays`.
extension SchemeLoader {
  /// The most days of either list: enough for forty years.
  static let holidayLimit = 1000

  static func holidays(_ node: SchemeNode) -> HolidayTable? {
    guard let object = node.provenObject(["years", "daysOff", "workedWeekends"]) else { return nil }
    let provenance = object.provenance()
    let years = object["years"].flatMap { holidayYears($0) }
    let days = holidayDays(object, around: years)
    guard let provenance, let years, let days else { return nil }
    return HolidayTable(
      years: years, daysOff: Set(days.off), workedWeekends: Set(days.worked), provenance: provenance)
  }

  /// The keys `daysOff` and `workedWeekends`, which may not contradict each other.
  ///
  /// - Parameters:
  ///   - years: those that are spoken of.
  ///   - stated: days of which something was said before.
  static func holidayDays(
    _ object: SchemeObject, around years: [Int]?, stated: Set<Day> = []
  ) -> (off: [Day], worked: [Day])? {
    let daysOff = object["daysOff"].flatMap { days($0, around: years, stated) }
    let worked = object["workedWeekends"].flatMap { days($0, around: years, stated) }
    for (day, node) in worked ?? [] {
      if !day.isWeekend {
        node.report(
          "not-a-weekend", Wording(zh: "\(day) 不是周六或周日", en: "\(day) is neither a Saturday nor a Sunday"),
          fix: Wording(zh: "平日本来上班，删去即可", en: "delete it: weekdays are working days anyway"))
      } else if let daysOff, daysOff.contains(where: { $0.day == day }) {
        node.report(
          "day-off-and-worked",
          Wording(
            zh: "\(day) 既放假又上班",
            en: "\(day) is listed both as a day off and as a working day"),
          fix: Wording(zh: "只留在一个列表里", en: "keep it in one of the two lists"))
      }
    }
    guard let daysOff, let worked else { return nil }
    return (daysOff.map(\.day), worked.map(\.day))
  }

  /// A year is given twice.
  static func reportTwice(_ year: Int, _ node: SchemeNode) {
    node.report("duplicate-year", Wording(zh: "\(year) 年写了两次", en: "the year \(year) is given twice"))
  }

  /// The years the table speaks for, in order, each once.
  private static func holidayYears(_ node: SchemeNode) -> [Int]? {
    guard let nodes = node.list(atLeast: 1, atMost: SchemeNode.wordLimit) else { return nil }
    var years: [Int] = []
    for node in nodes {
      guard let year = node.integer(1900...2999) else { continue }
      guard !years.contains(year) else {
        reportTwice(year, node)
        continue
      }
      years.append(year)
    }
    return years.count == nodes.count ? years.sorted() : nil
  }

  /// Days, each once. A holiday may run over the turn of the year, so that the neighbours of the years may occur too.
  private static func days(
    _ node: SchemeNode, around years: [Int]?, _ stated: Set<Day>
  ) -> [(day: Day, node: SchemeNode)]? {
    guard let nodes = node.list(atMost: holidayLimit) else { return nil }
    var days: [(day: Day, node: SchemeNode)] = []
    var seen: Set<Day> = []
    for node in nodes {
      guard let day = node.day() else { continue }
      guard !stated.contains(day), seen.insert(day).inserted else {
        node.report("duplicate-day", Wording(zh: "\(day) 写了两次", en: "\(day) is given twice"))
        continue
      }
      guard years?.contains(where: { abs($0 - day.year) <= 1 }) ?? true else {
        node.report(
          "day-outside-years",
          Wording(
            zh: "\(day) 不在 years 所列年份及其前后年",
            en: "\(day) is not in a year listed in 'years', nor in one next to it"))
        continue
      }
      days.append((day, node))
    }
    return days.count == nodes.count ? days : nil
  }
}
