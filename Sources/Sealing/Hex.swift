/// Bytes as hexadecimal digits.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two digits a byte, in lower case.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// 0 to 15, or `nil` where the byte is no such digit.
  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
