import Units

/// How likely something is by chance alone: a mantissa of 64 bits and a power of two.
///
/// Whole numbers only, so that the same casebook gives the same findings in the same order on every machine; each step
/// loses less than one part in 2^62, and a test takes a few thousand steps.
struct Chance: Comparable {
  /// The highest bit is set.
  private var mantissa: UInt64
  private var exponent: Int

  /// What is certain.
  static let one = Chance(mantissa: 1 << 63, exponent: -63)

  static func < (a: Chance, b: Chance) -> Bool { (a.exponent, a.mantissa) < (b.exponent, b.mantissa) }

  /// One in so many, rounded down, and at most 10^15: beyond that nobody cares.
  var oneIn: Int {
    guard -exponent < 127 else { return Chance.most }
    let times = (UInt128(1) << UInt128(max(0, -exponent))) / UInt128(mantissa)
    return max(1, Int(min(times, UInt128(Chance.most))))
  }

  /// ``oneIn`` for people, with thousands commas.
  var odds: String { oneIn.grouped }

  private static let most = 1_000_000_000_000_000

  /// The chance times a fraction.
  func times(_ numerator: Int, over denominator: Int) -> Chance {
    precondition(numerator > 0 && denominator > 0, "a chance of nothing is none to reckon with")
    return Chance(UInt128(mantissa) * UInt128(numerator), over: UInt128(denominator), exponent)
  }

  /// The chance of both.
  func times(_ other: Chance) -> Chance {
    Chance(UInt128(mantissa) * UInt128(other.mantissa), over: 1, exponent + other.exponent)
  }

  /// The chance of either.
  func plus(_ other: Chance) -> Chance {
    let (large, small) = self < other ? (other, self) : (self, other)
    let distance = large.exponent - small.exponent
    guard distance < 64 else { return large }
    return Chance(
      UInt128(large.mantissa) + UInt128(small.mantissa >> UInt64(distance)), over: 1, large.exponent)
  }

  private init(mantissa: UInt64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  private init(_ numerator: UInt128, over denominator: UInt128, _ exponent: Int) {
    let shift = numerator.leadingZeroBitCount
    let quotient = (numerator << UInt128(shift)) / denominator
    let surplus = 64 - quotient.leadingZeroBitCount
    mantissa = UInt64(
      truncatingIfNeeded: surplus >= 0 ? quotient >> UInt128(surplus) : quotient << UInt128(-surplus))
    self.exponent = exponent - shift + surplus
  }
}

extension Chance {
  /// How likely it is that of `count` independent trials, each of which hits with the chance `hit` in `of`, at least `least`
  /// hit: the exact upper tail of the binomial distribution.
  ///
  /// What is no more than expected is certain: nobody asks for its tail.
  static func ofAtLeast(_ least: Int, of count: Int, hit: Int, in whole: Int) -> Chance {
    precondition(hit >= 0 && hit <= whole && whole > 0, "a share lies between 0 and 1")
    guard least > 0, least * whole > count * hit else { return .one }
    guard hit > 0 else { return Chance(mantissa: 1 << 63, exponent: -4000) }
    let miss = whole - hit
    var term = Chance.one
    for done in 0..<least { term = term.times((count - done) * hit, over: (done + 1) * whole) }
    if count > least {
      guard miss > 0 else { return .one }
      term = term.times(power(miss, over: whole, count - least))
    }
    var sum = term
    var hits = least
    while hits < count {
      term = term.times((count - hits) * hit, over: (hits + 1) * miss)
      hits += 1
      guard term.exponent > sum.exponent - 70 else { break }
      sum = sum.plus(term)
    }
    return sum
  }

  private static func power(_ numerator: Int, over denominator: Int, _ exponent: Int) -> Chance {
    var (result, base, rest) = (Chance.one, Chance.one.times(numerator, over: denominator), exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result.times(base) }
      base = base.times(base)
      rest >>= 1
    }
    return result
  }
}
