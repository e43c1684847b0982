/// Bytes as hexadecimal digits: two a byte, written in lower case.
package enum Hexadecimal {
  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)

  /// The digit of the lower four bits.
  package static func digit(_ half: UInt8) -> UInt8 { digits[Int(half & 15)] }

  /// The digits of bytes that are lent.
  package static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      text.append(digit(byte >> 4))
      text.append(digit(byte))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digits of bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    unsafe bytes.withUnsafeBytes { bytes in unsafe text(bytes) }
  }

  /// The bytes of digits in either case; `nil` where something else stands among them, or half a byte is left over.
  package static func bytes(_ digits: some StringProtocol) -> [UInt8]? { bytes(Array(digits.utf8)) }

  /// The same where the digits are bytes already.
  package static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// 0 to 15, or `nil` where the byte is no digit of either case.
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: lowerCaseValue(of: digit)
    }
  }

  /// 0 to 15, or `nil` where the byte is no digit as this program writes it.
  package static func lowerCaseValue(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Whether a text holds nothing but digits as this program writes them.
  package static func isLowerCase(_ text: String) -> Bool {
    text.utf8.allSatisfy { lowerCaseValue(of: $0) != nil }
  }
}
