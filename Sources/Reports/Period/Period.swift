package import Units

/// A stretch of the calendar that is reported on: the papers' supervision runs by month, quarter, half-year and year.
package struct Period: Hashable, Sendable {
  /// How long it is.
  package enum Length: Int, CaseIterable, Sendable {
    case month = 1
    case quarter = 3
    case half = 6
    case year = 12
  }

  /// How long it is.
  package let length: Length
  /// The calendar year it lies in, 1000 to 9999.
  package let year: Int
  /// Which of its length in the year, from 1.
  package let number: Int

  private init(_ length: Length, _ year: Int, _ number: Int) {
    self.length = length
    self.year = year
    self.number = number
  }

  /// Reads `2018`, `2018H1`, `2018Q1` or `2018-03`; `nil` where the text is none of them.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = Period.number(bytes[..<4]), year >= 1000 else { return nil }
    switch (bytes.count, bytes.count > 4 ? bytes[4] : 0) {
    case (4, _): self.init(.year, year, 1)
    case (6, UInt8(ascii: "H")), (6, UInt8(ascii: "h")):
      guard let half = Period.number(bytes[5...]), (1...2).contains(half) else { return nil }
      self.init(.half, year, half)
    case (6, UInt8(ascii: "Q")), (6, UInt8(ascii: "q")):
      guard let quarter = Period.number(bytes[5...]), (1...4).contains(quarter) else { return nil }
      self.init(.quarter, year, quarter)
    case (7, UInt8(ascii: "-")):
      guard let month = Period.number(bytes[5...]), (1...12).contains(month) else { return nil }
      self.init(.month, year, month)
    default: return nil
    }
  }

  /// Only ASCII digits make a number.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// The first month of it, 1 to 12.
  private var firstMonth: Int { (number - 1) * length.rawValue + 1 }
  private var lastMonth: Int { number * length.rawValue }

  /// Its first day.
  package var first: Day { Period.day(year, firstMonth, 1) }
  /// Its last day.
  package var last: Day { Period.day(year, lastMonth, Day.length(ofMonth: lastMonth, year: year)) }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
      preconditionFailure("the first and the last day of a month are days")
    }
    return day
  }

  /// The period of the same length that ends the day before this one begins.
  package var before: Period {
    let perYear = 12 / length.rawValue
    return number > 1 ? Period(length, year, number - 1) : Period(length, year - 1, perYear)
  }

  /// As it is typed: `2018-03`, `2018Q1`, `2018H1`, `2018`.
  package var code: String {
    switch length {
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    case .quarter: "\(year)Q\(number)"
    case .half: "\(year)H\(number)"
    case .year: "\(year)"
    }
  }

  /// Its name for people: 2018年第一季度, the first quarter of 2018.
  package var name: Wording {
    switch length {
    case .month: Wording(zh: "\(year)年\(number)月", en: "\(Period.months[number - 1]) \(year)")
    case .quarter:
      Wording(
        zh: "\(year)年第\(["一", "二", "三", "四"][number - 1])季度",
        en: "the \(["first", "second", "third", "fourth"][number - 1]) quarter of \(year)")
    case .half:
      Wording(
        zh: "\(year)年\(number == 1 ? "上" : "下")半年",
        en: "the \(number == 1 ? "first" : "second") half of \(year)")
    case .year: Wording(zh: "\(year)年", en: "\(year)")
    }
  }

  /// Which step of the supervision it is for.
  /// - Source: the paper on rural party branches: monthly check report, quarterly supervision, half-year evaluation, final
  ///   check.
  package var supervision: Wording {
    switch length {
    case .month: Wording(zh: "月度核查报告", en: "Monthly check report")
    case .quarter: Wording(zh: "季度督导报告", en: "Quarterly supervision report")
    case .half: Wording(zh: "半年评估报告", en: "Half-year evaluation report")
    case .year: Wording(zh: "年终检查报告", en: "Year-end check report")
    }
  }

  /// The months' names in English.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
