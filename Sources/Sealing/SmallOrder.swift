/// Points of the curve of Ed25519 that are no key: signatures that anybody can make would fit them.
///
/// - Source: RFC 8032, sections 5.1.2 and 5.1.3. There are eight points whose order divides the cofactor 8, with five
///   y-coordinates between them: 0, 1, −1, and two of the points of order 8.
enum SmallOrder {
  /// The five y-coordinates as a key's 32 bytes have them, without the sign of x: the lowest byte first.
  private static let coordinates: [[UInt8]] = [
    Array(repeating: 0, count: 32),
    [1] + Array(repeating: 0, count: 31),
    [0xEC] + Array(repeating: 0xFF, count: 30) + [0x7F],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
      0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
      0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
    ],
  ]

  /// Whether a key's 32 bytes stand for one of the eight points.
  static func holds(_ point: ArraySlice<UInt8>) -> Bool { coordinates.contains(withoutSign(point)) }

  /// Whether the y-coordinate is written as what it is modulo 2²⁵⁵ − 19: otherwise the bytes are a second form of another key.
  static func isCanonical(_ point: ArraySlice<UInt8>) -> Bool {
    let bytes = withoutSign(point)
    return bytes[0] < 0xED || bytes[31] < 0x7F || bytes[1..<31].contains { $0 != 0xFF }
  }

  private static func withoutSign(_ point: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(point)
    bytes[31] &= 0x7F
    return bytes
  }
}
