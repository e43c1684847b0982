/// Reads the text of a JSON number exactly, as a whole number of small units.
package enum DecimalText {
  /// What a number's text says.
  package enum Reading: Hashable, Sendable {
    /// The number times ten to the power of the decimals asked for.
    case exact(Int64)
    /// It has more decimals than asked for.
    case tooFine
    /// It does not fit 64 bits.
    case tooLarge
    /// It has an exponent, which people misread.
    case exponent
    /// It is no JSON number.
    case malformed
  }

  /// Reads `text`, counting in units of ten to the power of minus `decimals`: 12.5 with two decimals is 1250.
  ///
  /// - Parameter decimals: 0 to 18.
  package static func read(_ text: String, decimals: Int) -> Reading {
    var bytes = text.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    var value: Int64 = 0
    var seen = 0
    var fraction: Int?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let digits = fraction { fraction = digits + 1 }
        if let digits = fraction, digits > decimals { return .tooFine }
        guard append(Int64(byte - UInt8(ascii: "0")), to: &value) else { return .tooLarge }
        seen += 1
      case UInt8(ascii: ".") where fraction == nil && seen > 0: fraction = 0
      case UInt8(ascii: "e"), UInt8(ascii: "E"): return .exponent
      default: return .malformed
      }
    }
    guard seen > 0, fraction != 0 else { return .malformed }
    for _ in (fraction ?? 0)..<max(decimals, fraction ?? 0) {
      guard append(0, to: &value) else { return .tooLarge }
    }
    return .exact(negative ? -value : value)
  }

  private static func append(_ digit: Int64, to value: inout Int64) -> Bool {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(digit)
    guard !overflow, !carry else { return false }
    value = sum
    return true
  }
}
