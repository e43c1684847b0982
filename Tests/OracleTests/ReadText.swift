/// The characters of a file, whatever bytes stand for them.
enum ReadText {
  /// In UTF-8, without byte order mark, each line ended by a line feed or by both characters.
  static func utf8(_ file: Bytes) -> Bytes {
    var text = decoded(file)
    // Without a single line feed, lines are ended as they once were.
    if !text.contains(0x0A) {
      for place in text.indices where text[place] == 0x0D { text[place] = 0x0A }
    }
    return text
  }

  private static func decoded(_ file: Bytes) -> Bytes {
    if file.starts(with: [0xFF, 0xFE]) { return utf16(file, high: 1) }
    if file.starts(with: [0xFE, 0xFF]) { return utf16(file, high: 0) }
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return Bytes(file.dropFirst(3)) }
    if String(validating: file, as: UTF8.self) != nil { return file }
    do { return try GB18030.decode(file) } catch {
      preconditionFailure("what was written can be read: \(error)")
    }
  }

  /// - Parameter high: which of two bytes is the high one.
  private static func utf16(_ file: Bytes, high: Int) -> Bytes {
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    for place in stride(from: 2, to: file.count - 1, by: 2) {
      units.append(UInt16(file[place + high]) << 8 | UInt16(file[place + 1 - high]))
    }
    return Bytes(of: String(decoding: units, as: UTF16.self))
  }
}
