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
      if index + 8 <= end,
        unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let length = unsafe UTF8Text.sequenceLength(bytes, at: index, end: end)
      if length == 0 { return nil }
      if length > 2, found == nil { found = index }
      index += length
    }
    return found
  }
}

/// Turns GB18030 into UTF-8 with the C library's iconv. One for each thread.
@safe
package final class GB18030Decoder {
  private let handle: iconv_t?

  package init() {
    let opened = unsafe iconv_open("UTF-8", "GB18030")
    // iconv_open says (iconv_t)-1 where it knows no such conversion.
    unsafe handle = Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let handle = unsafe handle { _ = unsafe iconv_close(handle) }
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
      unsafe spot.pointee = -1
      unsafe (to, room) = (spot + 1, room - 1)
      unsafe (from, left) = (bad + 1, left - 1)
      _ = unsafe iconv(handle, nil, nil, nil, nil)
    }
    return GB18030Decoder.room(for: input.count) - room
  }
}
