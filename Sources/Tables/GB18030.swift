import Glibc

/// Lines of UTF-8 in a file of another encoding, as they come in where somebody puts two files together.
enum UTF8Lines {
  /// Makes the lines that are UTF-8, with Chinese in them, unreadable: as GB18030 they would read as other words.
  static func spoil(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) {
    var start = 0
    while start < count {
      let end = unsafe RowCutter.lineEnd(bytes, from: start, count: count)
      if let first = unsafe firstOfUTF8(bytes, start, end) { unsafe bytes[first] = 0xFF }
      start = end
    }
  }

  /// Where the first character of three bytes or more stands in a line that is UTF-8.
  private static func firstOfUTF8(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var (index, found) = (start, Int?.none)
    while index < end {
      index = unsafe UTF8Text.beyondASCII(bytes, from: index, to: end)
      if index == end { break }
      let length = unsafe UTF8Text.sequenceLength(bytes, at: index, end: end)
      if length == 0 { return nil }
      if length > 2, found == nil { found = index }
      index += length
    }
    return found
  }
}

/// Turns GB18030 into UTF-8 with the C library's iconv, which knows its characters; those of two bytes, as almost all are, by
/// a table that iconv fills once. One for each thread.
@safe
package final class GB18030Decoder {
  private let handle: iconv_t?
  private let table = GB18030Decoder.characters
  /// Whether all that was decoded last were characters.
  package private(set) var isSound = true

  package init() { unsafe handle = GB18030Decoder.open() }

  deinit {
    if let handle = unsafe handle { _ = unsafe iconv_close(handle) }
  }

  private static func open() -> iconv_t? {
    let opened = unsafe iconv_open("UTF-8", "GB18030")
    // iconv_open says (iconv_t)-1 where it knows no such conversion.
    return unsafe Int(bitPattern: opened) == -1 ? nil : opened
  }

  /// How many bytes of room ``decode(_:into:)`` needs for `count` bytes.
  package static func room(for count: Int) -> Int { count * 2 + 16 }

  /// Decodes whole lines. A byte that begins no character becomes 0xFF, which is no UTF-8, so that the row it
  /// stands in is found and rejected.
  ///
  /// - Returns: how many bytes were written; `output` has ``room(for:)``.
  package func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let base = input.baseAddress else { return 0 }
    isSound = true
    var (from, to) = unsafe (base, output)
    let end = unsafe base + input.count
    while true {
      unsafe decodeUsual(&from, end, &to)
      if unsafe from == end { break }
      // Something else stands in this line: iconv takes the rest of it.
      let length = unsafe RowCutter.lineEnd(from, from: 0, count: end - from)
      unsafe to += unsafe convert(UnsafeBufferPointer(start: from, count: length), into: to)
      unsafe from += length
    }
    return unsafe to - output
  }

  /// Decodes ASCII and characters of two bytes, as far as there are only those.
  private func decodeUsual(
    _ from: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ to: inout UnsafeMutablePointer<UInt8>
  ) {
    while unsafe from < end {
      if unsafe end - from >= 8 {
        let word = unsafe UnsafeRawPointer(from).loadUnaligned(as: UInt64.self)
        let beyond = word & 0x8080_8080_8080_8080
        // Eight bytes have room behind what is written: each takes two in the end.
        unsafe UnsafeMutableRawPointer(to).storeBytes(of: word, as: UInt64.self)
        let ascii = beyond == 0 ? 8 : beyond.trailingZeroBitCount >> 3
        unsafe from += ascii
        unsafe to += ascii
        if beyond == 0 { continue }
      }
      let lead = unsafe from.pointee
      if lead < 0x80 {
        unsafe to.pointee = lead
        unsafe from += 1
        unsafe to += 1
        continue
      }
      guard unsafe from + 1 < end else { return }
      let character = unsafe table[Int(lead &- 0x80) << 8 | Int(from[1])]
      guard character != 0 else { return }
      // Its bytes in UTF-8, the first lowest; three of almost all.
      unsafe UnsafeMutableRawPointer(to).storeBytes(of: character, as: UInt32.self)
      unsafe to += character >> 16 == 0 ? 2 : 3
      unsafe from += 2
    }
  }

  private func convert(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>) -> Int {
    guard let handle = unsafe handle, let base = input.baseAddress else { return 0 }
    var from: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
      mutating: UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self))
    var left = input.count
    var to: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(output)
      .assumingMemoryBound(to: CChar.self)
    var room = GB18030Decoder.room(for: input.count)
    _ = unsafe iconv(handle, nil, nil, nil, nil)
    while left > 0 {
      let result = unsafe iconv(handle, &from, &left, &to, &room)
      if result != -1 || left == 0 { break }
      // EILSEQ or EINVAL (iconv says -1, here a signed number): mark the byte and go on behind it.
      guard let bad = unsafe from, let spot = unsafe to, room > 0 else { break }
      isSound = false
      unsafe spot.pointee = -1
      unsafe (to, room) = (spot + 1, room - 1)
      unsafe (from, left) = (bad + 1, left - 1)
      _ = unsafe iconv(handle, nil, nil, nil, nil)
    }
    return GB18030Decoder.room(for: input.count) - room
  }

  /// For a first byte from 0x80 on and a second one, the bytes of the character in UTF-8, the first lowest; 0 where they are
  /// none, or have more than three.
  private static let characters: FlatArray<UInt32> = {
    let table = FlatArray<UInt32>(zeroed: 128 << 8)
    guard let handle = unsafe open() else { return table }
    defer { _ = unsafe iconv_close(handle) }
    for lead in 0x81...0xFE {
      let trails = (0x40...0xFE).filter { $0 != 0x7F }
      let pairs = trails.flatMap { [CChar(truncatingIfNeeded: lead), CChar(truncatingIfNeeded: $0)] }
      for (trail, character) in zip(trails, unsafe characters(pairs, handle)) {
        table[(lead - 0x80) << 8 | trail] = character
      }
    }
    return table
  }()

  /// The bytes in UTF-8 of characters of two bytes; none where not all of them are characters.
  private static func characters(_ pairs: [CChar], _ handle: iconv_t) -> [UInt32] {
    var pairs = pairs
    var text = [UInt8](repeating: 0, count: pairs.count * 2)
    let written = unsafe pairs.withUnsafeMutableBytes { pairs in
      unsafe text.withUnsafeMutableBytes { text in
        var from = unsafe pairs.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (pairs.count, text.count)
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        return unsafe iconv(handle, &from, &left, &to, &room) == 0 && left == 0 ? text.count - room : 0
      }
    }
    return String(decoding: text[..<written], as: UTF8.self).unicodeScalars.map { scalar in
      let bytes = String(scalar).utf8
      return bytes.count > 3 ? 0 : bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}
