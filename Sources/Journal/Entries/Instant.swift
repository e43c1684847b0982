package import Units

/// A moment as the machine's clock reads it: seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  private static let epoch = 719_162  // 1970-01-01, in days since 0001-01-01

  /// In UTC: `2018-03-05T09:30:00Z`. A clock outside the years 1 to 9999 reads as their edge.
  package var text: String {
    let (days, rest) = (
      Instant.floorDiv(seconds, 86_400), Int(seconds - Instant.floorDiv(seconds, 86_400) * 86_400)
    )
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Instant.day(days))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Reads what ``text`` writes.
  package init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(parts[0]), parts[1].utf8.count == 9, parts[1].last == "Z" else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2] else {
      return nil
    }
    seconds = Int64(day.serial - Instant.epoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The day it is in China, which keeps one time, eight hours ahead of UTC, all year.
  package var dayInChina: Day { Instant.day(Instant.floorDiv(seconds + 8 * 3600, 86_400)) }

  private static func day(_ sinceEpoch: Int64) -> Day {
    let serial = min(max(Int(clamping: sinceEpoch) + epoch, 0), 3_652_058)
    guard let day = Day(serial: serial) else {
      preconditionFailure("every serial of the years 1 to 9999 is a day")
    }
    return day
  }

  private static func floorDiv(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }
}
