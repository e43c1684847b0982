/// Eight bytes of a text in one word, the first lowest.
enum EightBytes {
  /// A word of 1 in each byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// A word that has a byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// Has the high bit of the first byte that is the one of `all`, and no high bit of a byte before it.
  @inline(__always)
  static func first(_ word: UInt64, _ all: UInt64) -> UInt64 { zeros(word ^ all) }

  /// Has the high bit of the first byte that is below `byte`, which is ASCII, and no high bit of a byte before it.
  @inline(__always)
  static func firstBelow(_ byte: UInt8, _ word: UInt64) -> UInt64 { (word &- all(byte)) & ~word & all(0x80) }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & all(0x80) }

  /// The first place from `from` on whose byte `marks` finds among eight; there is one before what can be read ends.
  @inline(__always)
  static func place(
    from: UnsafePointer<UInt8>, _ marks: (UInt64) -> UInt64
  ) -> UnsafePointer<UInt8> {
    var from = unsafe from
    while true {
      let found = unsafe marks(UnsafeRawPointer(from).loadUnaligned(as: UInt64.self))
      if found != 0 { return unsafe from + (found.trailingZeroBitCount >> 3) }
      unsafe from += 8
    }
  }
}
