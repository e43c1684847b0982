import Glibc

/// GB18030 as the C library reads and writes it.
enum GB18030 {
  /// The C library knows no such encoding, or the text is none in the one it is said to be in.
  struct CannotConvert: Error {
    let errno: Int32
  }

  static func encode(_ utf8: Bytes) throws(CannotConvert) -> Bytes {
    try convert(utf8, from: "UTF-8", to: "GB18030")
  }

  static func decode(_ bytes: Bytes) throws(CannotConvert) -> Bytes {
    try convert(bytes, from: "GB18030", to: "UTF-8")
  }

  private static func convert(_ text: Bytes, from: String, to: String) throws(CannotConvert) -> Bytes {
    let converter = unsafe iconv_open(to, from)
    guard unsafe converter != iconv_t(bitPattern: -1) else { throw CannotConvert(errno: errno) }
    defer { unsafe iconv_close(converter) }

    var input = text.map { CChar(bitPattern: $0) }
    // No character takes more than twice its bytes, either way.
    var output = [CChar](repeating: 0, count: text.count * 2 + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let failed = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft) == .max
      }
    }
    guard !failed, inputLeft == 0 else { throw CannotConvert(errno: errno) }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}
