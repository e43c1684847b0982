import Glibc

/// GB18030 as the C library writes it.
enum GB18030 {
  /// The C library knows no such encoding, or the text is no UTF-8.
  struct CannotEncode: Error {
    let errno: Int32
  }

  static func encode(_ utf8: Bytes) throws(CannotEncode) -> Bytes {
    let converter = unsafe iconv_open("GB18030", "UTF-8")
    guard unsafe converter != iconv_t(bitPattern: -1) else { throw CannotEncode(errno: errno) }
    defer { unsafe iconv_close(converter) }

    var input = utf8.map { CChar(bitPattern: $0) }
    // No character takes more than twice its bytes in UTF-8.
    var output = [CChar](repeating: 0, count: utf8.count * 2 + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let failed = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft) == .max
      }
    }
    guard !failed, inputLeft == 0 else { throw CannotEncode(errno: errno) }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}
