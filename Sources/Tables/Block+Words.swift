import Glibc

// Words that may stand in a prepared block, looked for in little time.
extension Block {
  /// Whether a word stands anywhere in it.
  package func holds(_ word: StaticString) -> Bool {
    let (start, length) = unsafe (word.utf8Start, word.utf8CodeUnitCount)
    var place = 0
    while let found = unsafe memchr(text + place, CInt(start.pointee), count - place) {
      // Behind a block's text bytes may be read.
      if unsafe memcmp(found, start, length) == 0 { return true }
      place = unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(text) + 1
    }
    return false
  }

  /// Whether three letters, given small, may follow each other somewhere in a name, as headings are read: small or
  /// capital, with blanks and joiners between them or anything that is no ASCII. The second should be the rarest.
  package func mayHold(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let (small, letters) = (EightBytes.all(0x20), EightBytes.all(second))
    let feeds = EightBytes.all(0x0A)
    var at = unsafe UnsafePointer(text)
    let end = unsafe at + count
    while unsafe at < end {
      unsafe at = unsafe EightBytes.place(from: at) { word in
        EightBytes.first(word | small, letters) | EightBytes.first(word, feeds)
      }
      if unsafe at < end && at.pointee != 0x0A && isBetween(at, first, third) { return true }
      unsafe at += 1
    }
    return false
  }

  private func isBetween(_ place: UnsafePointer<UInt8>, _ first: UInt8, _ third: UInt8) -> Bool {
    var (before, behind) = unsafe (place - 1, place + 1)
    while unsafe before > text && Block.isPassedOver(before.pointee) { unsafe before -= 1 }
    guard unsafe before >= text && before.pointee | 0x20 == first else { return false }
    while unsafe behind < text + count && Block.isPassedOver(behind.pointee) { unsafe behind += 1 }
    return unsafe behind.pointee | 0x20 == third
  }

  private static func isPassedOver(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte <= 0x20 && byte != 0x0A || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
