/// An exact rate: a whole number of millionths. 70 % is 700,000; four decimals of a percent are exact.
public struct Rate: Hashable, Comparable, Sendable {
  /// The rate in millionths, never negative.
  public let millionths: Int64

  /// A rate of `millionths` millionths.
  public init(millionths: Int64) {
    precondition(millionths >= 0, "a rate is never negative")
    self.millionths = millionths
  }

  /// A rate of `percent` %.
  public init(percent: Int64) { self.init(millionths: percent * 10_000) }

  /// 100 %.
  public static let whole = Rate(percent: 100)
  /// 0 %.
  public static let zero = Rate(percent: 0)

  /// Orders by size.
  public static func < (a: Rate, b: Rate) -> Bool { a.millionths < b.millionths }
}

extension Rate: CustomStringConvertible {
  /// In percent, shortest exact form: `70%`, `12.5%`.
  public var description: String { Numeral.text(millionths, decimals: 4, least: 0) + "%" }
}
