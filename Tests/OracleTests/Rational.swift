/// An exact fraction: always reduced, the denominator always above zero.
///
/// Exact for every input the contract allows: amounts are below 10^15 fen even when a million claims of the
/// largest size meet in one household, rates are hundredths, so numerators stay below 10^20 and the cross
/// products of a comparison below 10^30. Beyond 10^38 `Int128` stops the test; it never wraps or rounds.
struct Rational: Hashable, Comparable, CustomStringConvertible {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction needs a denominator")
    if denominator == 1 {
      (self.numerator, self.denominator) = (numerator, denominator)
      return
    }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 {
      if a <= UInt64.max, b <= UInt64.max {
        (a, b) = (UInt128(Rational.common(UInt64(a), UInt64(b))), 0)
      } else {
        (a, b) = (b, a % b)
      }
    }
    let common = denominator < 0 ? -Int128(a) : Int128(a)
    self.numerator = numerator / common
    self.denominator = denominator / common
  }

  /// The greatest number that divides both.
  private static func common(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  init(fen: Int) { self.init(Int128(fen), over: 100) }

  static let zero = Rational(0)

  static func += (left: inout Rational, right: Rational) { left = left + right }
  static func -= (left: inout Rational, right: Rational) { left = left - right }

  static func + (left: Rational, right: Rational) -> Rational {
    if left.denominator == right.denominator {
      return Rational(left.numerator + right.numerator, over: left.denominator)
    }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func - (left: Rational, right: Rational) -> Rational {
    left + Rational(-right.numerator, over: right.denominator)
  }

  static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The whole number at or below.
  var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
  }

  /// Yuan to the nearest fen; half a fen goes up.
  var roundedHalfUpToFen: Rational {
    Rational((self * Rational(100) + Rational(1, over: 2)).floor, over: 100)
  }

  /// Yuan with two decimals, as the files write them: only for what is whole in fen.
  var yuanText: String {
    let fen = self * Rational(100)
    precondition(fen.denominator == 1, "\(numerator)/\(denominator) yuan is no whole number of fen")
    let digits = String(fen.numerator.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (fen.numerator < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
