/// The texts of cells, made to be cells of CSV.
enum CellText {
  /// Writes a text: `_xHHHH_` becomes the character that it stands for, and quotes are set where they are needed.
  ///
  /// - Parameter raw: UTF-8.
  @inline(__always)
  static func write(_ raw: UnsafeBufferPointer<UInt8>, to out: ByteArena) {
    out.reserve(raw.count)
    var isPlain = true
    for at in 0..<raw.count {
      let byte = unsafe raw[at]
      if byte <= UInt8(ascii: ","), isMark(byte) || byte < 0x20 { isPlain = false }
      if byte == UInt8(ascii: "_") { isPlain = false }
    }
    if isPlain { return unsafe out.append(raw) }
    unsafe writeMarked(raw, to: out)
  }

  /// What makes quotes necessary.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func writeMarked(_ raw: UnsafeBufferPointer<UInt8>, to out: ByteArena) {
    let text = unsafe unescaped(raw)
    guard text.contains(where: isMark) else { return out.append(text) }
    out.append(UInt8(ascii: "\""))
    for byte in text {
      out.append(byte)
      if byte == UInt8(ascii: "\"") { out.append(byte) }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// A text with the characters that `_xHHHH_` stands for, units of UTF-16; half a character alone becomes U+FFFD.
  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      guard let unit = unsafe unit(raw, at) else {
        unsafe text.append(raw[at])
        at += 1
        continue
      }
      at += 7
      var scalar = Unicode.Scalar(UInt32(unit))
      if unit & 0xFC00 == 0xD800, let low = unsafe self.unit(raw, at), low & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
        at += 7
      }
      text.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
    }
    return text
  }

  /// The number in `_xHHHH_` at a place.
  private static func unit(_ raw: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16? {
    guard raw.count - at >= 7, unsafe raw[at] == UInt8(ascii: "_"), unsafe raw[at + 1] == UInt8(ascii: "x"),
      unsafe raw[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for index in (at + 2)..<(at + 6) {
      guard let digit = unsafe Character(Unicode.Scalar(raw[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
