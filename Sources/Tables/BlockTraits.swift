import Glibc

/// Which bytes that ask for care stand anywhere in a block: found in one look over it, so that most rows need none.
package struct BlockTraits: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Quotes.
  package static let quotes = BlockTraits(rawValue: 1)
  /// Spaces, which may have to be trimmed.
  package static let spaces = BlockTraits(rawValue: 2)
  /// Bytes from 0x80 on.
  package static let beyondASCII = BlockTraits(rawValue: 4)
  /// Control characters that end no line: tabs, zeros, carriage returns without a line feed behind them, and the like.
  package static let controls = BlockTraits(rawValue: 8)

  /// Looks at `count` bytes, eight at a time.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    var found: BlockTraits = []
    if unsafe memchr(bytes, 0x22, count) != nil { found.insert(.quotes) }
    if unsafe memchr(bytes, 0x20, count) != nil { found.insert(.spaces) }
    var (all, controls): (UInt64, UInt64) = (0, 0)
    let words = count / 8
    let base = unsafe UnsafeRawPointer(bytes)
    for index in 0..<words {
      let word = unsafe base.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
      all |= word
      controls |= BlockTraits.controls(in: word)
    }
    for index in words * 8..<count {
      let byte = unsafe UInt64(bytes[index])
      all |= byte
      controls |= BlockTraits.controls(in: byte | 0x4141_4141_4141_4100)
    }
    if controls & 0x8080_8080_8080_8080 != 0, unsafe BlockTraits.haveOtherControls(bytes, count) {
      found.insert(.controls)
    }
    if all & 0x8080_8080_8080_8080 != 0 { found.insert(.beyondASCII) }
    self = found
  }

  /// Whether among the control characters are others than line ends: looked for only where there are any. The end of a block
  /// ends a line.
  private static func haveOtherControls(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let base = unsafe UnsafeRawPointer(bytes)
    var others: UInt64 = 0
    for index in 0..<count / 8 {
      let word = unsafe base.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
      others |= controls(in: word) & ~returns(in: word)
    }
    if others & 0x8080_8080_8080_8080 != 0 { return true }
    for index in count / 8 * 8..<count {
      let byte = unsafe bytes[index]
      if byte < 0x20 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return true }
    }
    var place = 0
    while let found = unsafe memchr(base + place, 0x0D, count - place) {
      place = unsafe UnsafeRawPointer(found) - base + 1
      if place < count, unsafe bytes[place] != 0x0A { return true }
    }
    return false
  }

  /// Sets the high bit of every byte that is a carriage return.
  @inline(__always)
  private static func returns(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let bytes = word ^ 0x0D0D_0D0D_0D0D_0D0D
    return ~(((bytes & low) &+ low) | bytes)
  }

  /// Sets the high bit of every byte that is a control character and no line feed.
  @inline(__always)
  private static func controls(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    // A line feed becomes 0; the other control characters stay below 0x20, and all else from 0x20 on.
    let bytes = (word ^ 0x0A0A_0A0A_0A0A_0A0A) & low
    let isControl = (bytes &+ low) & ~(bytes &+ 0x6060_6060_6060_6060)
    let isDelete = ~(((word ^ low) & low) &+ low)
    return (isControl | isDelete) & ~word
  }
}
