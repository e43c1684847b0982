/// A calendar day of the Gregorian calendar, years 1 to 9999. No time of day, no time zone.
public struct Day: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Year, month and day packed as `year × 512 + month × 32 + day`: ordered as the days are.
  @usableFromInline let packed: Int32

  /// The day, or `nil` where the calendar has none such (2018-02-30).
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    packed = Int32(truncatingIfNeeded: year &* 512 &+ month &* 32 &+ day)
  }

  /// The first day there is here: 0001-01-01.
  public static let first = Day(packed: 512 + 32 + 1)
  /// The last day there is here: 9999-12-31.
  public static let last = Day(packed: 9999 * 512 + 12 * 32 + 31)

  private init(packed: Int32) { self.packed = packed }

  /// 1 to 9999.
  @inlinable
  public var year: Int { Int(packed) / 512 }
  /// 1 to 12.
  public var month: Int { Int(packed) / 32 % 16 }
  /// 1 to 31.
  public var day: Int { Int(packed) % 32 }

  /// How many days a month has.
  @inlinable
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the Gregorian calendar gives `year` a 29 February.
  @inlinable
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Earlier days are less.
  @inlinable
  public static func < (a: Day, b: Day) -> Bool { a.packed < b.packed }
}

extension Day {
  /// Reads `2018-03-05` (exactly two digits each) or `2018/3/5` (one or two digits each).
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    let parsed = copy.withUTF8 { bytes -> Day? in
      guard let base = bytes.baseAddress else { return nil }
      return unsafe Day.parse(base, count: bytes.count)
    }
    guard let parsed else { return nil }
    self = parsed
  }

  /// ``init(_:)`` over `count` raw bytes.
  @inlinable
  public static func parse(_ base: UnsafePointer<UInt8>, count: Int) -> Day? {
    guard count >= 8, count <= 10 else { return nil }
    @inline(__always)
    func number(_ from: Int, _ length: Int) -> Int? {
      var value = 0
      for index in from..<from + length {
        let digit = unsafe base[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int(digit)
      }
      return value
    }
    guard let year = number(0, 4) else { return nil }
    let separator = unsafe base[4]
    if separator == UInt8(ascii: "-") {
      guard count == 10, unsafe base[7] == separator, let month = number(5, 2), let day = number(8, 2)
      else { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard separator == UInt8(ascii: "/") else { return nil }
    let monthLength = unsafe base[6] == separator ? 1 : 2
    let dayStart = 6 + monthLength
    guard unsafe base[dayStart - 1] == separator, (1...2).contains(count - dayStart),
      let month = number(5, monthLength), let day = number(dayStart, count - dayStart)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2018-03-05`.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let years = String(year)
    return String(repeating: "0", count: 4 - years.count) + years + "-\(two(month))-\(two(day))"
  }
}
