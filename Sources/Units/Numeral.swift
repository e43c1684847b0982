/// How a number is written: the one place that puts the point, the thousands commas and the sign.
///
/// Everything exact is a whole number of small units (fen, millionths, tenths), so that writing it is a matter of where the
/// point stands.
package enum Numeral {
  /// A whole number of small units in digits: 123,450 hundredths are `1,234.50`.
  ///
  /// - Parameters:
  ///   - value: how many units there are.
  ///   - decimals: how many of its last digits stand behind the point.
  ///   - least: how many of those stay where they are zeros; all of them by itself.
  ///   - grouped: with thousands commas, as people read it.
  package static func text<Value: FixedWidthInteger & SignedInteger>(
    _ value: Value, decimals: Int = 0, least: Int? = nil, grouped: Bool = false
  ) -> String {
    let room = Value.bitWidth + decimals  // more than its digits, their commas, a point and a sign
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var rest = value.magnitude
      var start = room
      func put(_ byte: UInt8) {
        start -= 1
        unsafe buffer[start] = byte
      }
      func digit() -> UInt8 {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        rest = quotient
        return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: remainder)
      }
      let least = least ?? decimals
      for place in stride(from: decimals, to: 0, by: -1) {
        let next = digit()
        if start < room || place <= least || next != UInt8(ascii: "0") { put(next) }
      }
      if start < room { put(UInt8(ascii: ".")) }
      var written = 0
      repeat {
        if grouped, written > 0, written.isMultiple(of: 3) { put(UInt8(ascii: ",")) }
        put(digit())
        written += 1
      } while rest > 0
      if value < 0 { put(UInt8(ascii: "-")) }
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[start...]), as: UTF8.self)
    }
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// As people read it: `1,234,567`.
  package var grouped: String { Numeral.text(self, grouped: true) }
}
