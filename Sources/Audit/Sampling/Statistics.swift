import Glibc
import Units

/// The distributions that samples are judged by: the one file where numbers are not exact. No money is summed here.
package enum Statistics {
  /// Into how many intervals the money must be cut so that a sample with one case from each, and no more error than
  /// expected, still shows the error to lie below the tolerable one.
  ///
  /// It is the least `u` for which factor(expected · u) ≤ tolerable · u, the confidence factor of so many whole errors, rounded
  /// up; above ``Assurance/mostIntervals`` where there is none that anybody could look at.
  package static func intervals(_ assurance: Assurance) -> Int {
    let (confidence, tolerable, expected) = (
      part(assurance.confidence), part(assurance.tolerable), part(assurance.expected)
    )
    func isEnough(_ u: Double) -> Bool { factor(expected * u, confidence) <= tolerable * u }
    var high = 1.0
    while !isEnough(high) {
      high *= 2
      if high > Double(2 * Assurance.mostIntervals) { return Int(high) }
    }
    return Int(bisect(high / 2, high) { isEnough($0) }.rounded(.up))
  }

  /// The confidence factor of audit tables: the mean of a Poisson distribution that gives at most `errors` with a
  /// probability of only 1 − `confidence`. For 0 errors at 95 % it is 3.00.
  package static func factor(_ errors: Double, _ confidence: Double) -> Double {
    let shape = errors + 1
    return bisect(0, shape + 12 * shape.squareRoot() + 40) { lowerGamma(shape, $0) >= confidence }
  }

  /// The point of Student's t below which a share of `confidence` lies.
  package static func student(_ confidence: Double, degrees: Double) -> Double {
    var high = 2.0
    while studentShare(high, degrees) < confidence, high < 1e12 { high *= 2 }
    return bisect(0, high) { studentShare($0, degrees) >= confidence }
  }

  /// A rate as a part of 1.
  static func part(_ rate: Rate) -> Double { Double(rate.millionths) / 1_000_000 }

  /// Where `isHigh` begins to hold between two bounds.
  private static func bisect(_ low: Double, _ high: Double, _ isHigh: (Double) -> Bool) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if isHigh(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The logarithm of the gamma function by Stirling's series, from 10 up where it is exact to 12 digits.
  private static func logGamma(_ x: Double) -> Double {
    var (x, product) = (x, 1.0)
    while x < 10 {
      product *= x
      x += 1
    }
    let square = 1 / (x * x)
    let series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
  }

  /// The regularised lower incomplete gamma function.
  private static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let scale = exp(a * log(x) - x - logGamma(a))
    if x < a + 1 {
      var (term, sum, n) = (1 / a, 1 / a, a)
      while term > sum * 1e-16 {
        n += 1
        term *= x / n
        sum += term
      }
      return sum * scale
    }
    var b = x + 1 - a
    var (c, d) = (1e300, 1 / b)
    var fraction = d
    for i in 1..<100_000 {
      let step = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / nonzero(step * d + b)
      c = nonzero(b + step / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return 1 - scale * fraction
  }

  /// The share of Student's t below a point that is not negative.
  private static func studentShare(_ t: Double, _ degrees: Double) -> Double {
    1 - 0.5 * beta(degrees / (degrees + t * t), degrees / 2, 0.5)
  }

  /// The regularised incomplete beta function by its continued fraction.
  private static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let scale = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
    return x < (a + 1) / (a + b + 2)
      ? scale * betaFraction(x, a, b) / a : 1 - scale * betaFraction(1 - x, b, a) / b
  }

  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var (c, d) = (1.0, 1 / nonzero(1 - (a + b) * x / (a + 1)))
    var fraction = d
    for i in 1..<10_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return fraction
  }

  private static func nonzero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
