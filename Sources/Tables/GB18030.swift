import Glibc

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
