/// Texts made safe in the XML of a sheet. A character that XML cannot hold is written `_xHHHH_`, and so is the `_` of a text
/// that looks so itself.
enum SheetEscape {
  /// Writes a text in UTF-8: at most seven bytes for each of it.
  static func write(_ text: UnsafeBufferPointer<UInt8>, _ place: inout UnsafeMutablePointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): unsafe CellWriter.copy(ampersand, &place)
      case UInt8(ascii: "<"): unsafe CellWriter.copy(less, &place)
      case UInt8(ascii: ">"): unsafe CellWriter.copy(greater, &place)
      case UInt8(ascii: "_") where unsafe looksEscaped(text, behind: index):
        unsafe writeUnit(UInt16(byte), &place)
      case 0x09, 0x0A: unsafe CellWriter.put(byte, &place)
      case 0..<0x20: unsafe writeUnit(UInt16(byte), &place)
      case 0xEF where unsafe isNoCharacter(text, behind: index):
        unsafe writeUnit(0xFF00 | UInt16(text[index + 1]) + 0x40, &place)
        index += 2
      default: unsafe CellWriter.put(byte, &place)
      }
    }
  }

  private static let ampersand = Array("&amp;".utf8)
  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func writeUnit(_ unit: UInt16, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.put(UInt8(ascii: "_"), &place)
    unsafe CellWriter.put(UInt8(ascii: "x"), &place)
    for shift in [12, 8, 4, 0] { unsafe CellWriter.put(digits[Int(unit >> UInt16(shift) & 15)], &place) }
    unsafe CellWriter.put(UInt8(ascii: "_"), &place)
  }

  /// Whether `xHHHH_` stands there, so that with the `_` before it a reader would take it for a character.
  private static func looksEscaped(_ text: UnsafeBufferPointer<UInt8>, behind index: Int) -> Bool {
    guard text.count - index >= 6, unsafe text[index] == UInt8(ascii: "x"),
      unsafe text[index + 5] == UInt8(ascii: "_")
    else { return false }
    return (1...4).allSatisfy { unsafe Character(Unicode.Scalar(text[index + $0])).isHexDigit }
  }

  /// Whether the rest of U+FFFE or U+FFFF stands there, which XML has not.
  private static func isNoCharacter(_ text: UnsafeBufferPointer<UInt8>, behind index: Int) -> Bool {
    unsafe text.count - index >= 2 && text[index] == 0xBF && text[index + 1] >= 0xBE
  }
}
