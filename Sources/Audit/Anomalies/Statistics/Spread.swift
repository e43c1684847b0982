/// The middle of some values and how far they usually lie from it: median and MAD, which a few wild values do not move.
///
/// - Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): the modified z-score, 0.6745 × distance ÷ MAD.
struct Spread {
  let count: Int
  let median: Int64
  /// The median of the distances from the median; never below a twentieth of the median, because where most are nearly
  /// alike the least difference would seem wild.
  let deviation: Int64

  /// `nil` where there are no values.
  ///
  /// - Parameter floor: what the deviation is at least, besides a twentieth of the median.
  init?(_ values: [Int64], floor: Int64 = 1) {
    guard !values.isEmpty else { return nil }
    let middle = Spread.median(values)
    count = values.count
    median = middle
    deviation = max(
      Spread.median(values.map { abs($0 - middle) }), Int64(middle.magnitude / 20), floor)
  }

  /// The modified z-score of a value, in hundredths.
  func score(of value: Int64) -> Int {
    Int(clamping: Int128(value - median) * 6745 * 100 / (Int128(deviation) * 10_000))
  }

  /// The middle value, or the lower of the two in the middle.
  static func median(_ values: [Int64]) -> Int64 {
    let sorted = values.sorted()
    return sorted[(sorted.count - 1) / 2]
  }
}
