import Glibc

/// How the characters of a table are stored.
public enum TableEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case gb18030
  /// Told by its byte order mark; where the user says so and there is none, the low byte comes first.
  case utf16 = "utf-16"
}

extension TableEncoding {
  /// Tells the encoding from the first bytes of a file.
  ///
  /// Line by line: a line that is no UTF-8 speaks for GB18030, one with characters of three or more bytes (all
  /// Chinese ones) speaks for UTF-8. The same bytes may be both: 住院 in GB18030 reads as two Hebrew and Armenian
  /// letters of two bytes each in UTF-8, so lines of such letters only speak for GB18030 when nothing else speaks.
  /// A file without any of them is UTF-8.
  package static func detect(_ sample: UnsafeBufferPointer<UInt8>) -> TableEncoding {
    if unsafe sample.starts(with: bigEndianMark) || sample.starts(with: [0xFF, 0xFE]) { return .utf16 }
    if let base = sample.baseAddress, unsafe !BlockTraits(base, count: sample.count).contains(.beyondASCII) {
      return .utf8
    }
    var sure = (utf8: 0, gb: 0)
    var doubtful = 0
    var start = 0
    while start < sample.count {
      let (end, ascii) = unsafe line(of: sample, from: start)
      let isWhole = end < sample.count  // the sample may cut the last line inside a character
      if !ascii, isWhole || start == 0 {
        switch unsafe UTF8Kind(UnsafeBufferPointer(rebasing: sample[start..<end]), isWhole: isWhole) {
        case .threeBytesAndMore: sure.utf8 += 1
        case .twoBytesOnly: doubtful += 1
        case .broken: sure.gb += 1
        }
      }
      start = end + 1
    }
    if sure.utf8 == 0, sure.gb == 0 { return doubtful > 0 ? .gb18030 : .utf8 }
    return sure.utf8 >= sure.gb ? .utf8 : .gb18030
  }

  /// Where the line ends that begins at `start`, and whether it is ASCII.
  private static func line(
    of sample: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, isASCII: Bool) {
    guard let base = sample.baseAddress else { return (start, true) }
    let found = unsafe memchr(base + start, 0x0A, sample.count - start)
    let end = unsafe found.map { unsafe UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? sample.count
    return (end, unsafe UTF8Text.beyondASCII(base, from: start, to: end) == end)
  }

  /// What stands before UTF-16 whose high bytes come first.
  static let bigEndianMark: [UInt8] = [0xFE, 0xFF]

  private enum UTF8Kind {
    case threeBytesAndMore, twoBytesOnly, broken

    init(_ line: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
      var index = 0
      var longest = 0
      while index < line.count {
        if let base = line.baseAddress {
          index = unsafe UTF8Text.beyondASCII(base, from: index, to: line.count)
          if index == line.count { break }
        }
        let length = unsafe UTF8Text.sequenceLength(line.baseAddress, at: index, end: line.count)
        guard length > 0 else {
          let cut = !isWhole && line.count - index < 4
          self = cut && longest > 0 ? (longest > 2 ? .threeBytesAndMore : .twoBytesOnly) : .broken
          return
        }
        longest = max(longest, length)
        index += length
      }
      self = longest > 2 ? .threeBytesAndMore : .twoBytesOnly
    }
  }
}

/// Checks of UTF-8 (RFC 3629).
package enum UTF8Text {
  /// The length of the well-formed sequence at `index`, or 0 where there is none.
  package static func sequenceLength(_ base: UnsafePointer<UInt8>?, at index: Int, end: Int) -> Int {
    guard let base = unsafe base, index < end else { return 0 }
    let lead = unsafe base[index]
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      unsafe index + offset < end && range.contains(base[index + offset])
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      return continuation(1, second) && continuation(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return continuation(1, second) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// The first byte from `index` on that is beyond ASCII, or `end`.
  @inline(__always)
  package static func beyondASCII(_ base: UnsafePointer<UInt8>, from index: Int, to end: Int) -> Int {
    var index = index
    while index + 8 <= end {
      let beyond =
        unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080
      if beyond != 0 { return index + (beyond.trailingZeroBitCount >> 3) }
      index += 8
    }
    while index < end, unsafe base[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether all bytes are well-formed.
  package static func isValid(_ base: UnsafePointer<UInt8>, count: Int) -> Bool {
    var index = 0
    while true {
      index = unsafe beyondASCII(base, from: index, to: count)
      if index == count { return true }
      // Almost all characters of Chinese have three bytes.
      if index + 4 <= count, unsafe isUsualCharacter(base + index) {
        index += 3
        while index + 4 <= count, unsafe isUsualCharacter(base + index) { index += 3 }
        continue
      }
      let length = unsafe sequenceLength(base, at: index, end: count)
      if length == 0 { return false }
      index += length
    }
  }

  /// Whether a character of three bytes begins here whose second byte may be any; four bytes can be read.
  @inline(__always)
  private static func isUsualCharacter(_ place: UnsafePointer<UInt8>) -> Bool {
    let bytes = unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)
    let lead = bytes & 0xFF
    return bytes & 0x00C0_C0F0 == 0x0080_80E0 && lead != 0xE0 && lead != 0xED
  }
}
