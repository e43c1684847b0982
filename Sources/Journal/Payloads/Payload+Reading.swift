import Units

extension Payload {
  /// Reads a canonical form; `nil` where the bytes are not one.
  package init?(canonical bytes: [UInt8]) {
    self.init(canonical: bytes.span)
  }

  /// Reads a canonical form; `nil` where the bytes are not one.
  ///
  /// Strict, so that nothing but the one way of saying a thing is ever taken for it, and in one go over the bytes: an audit
  /// reads a million of them.
  package init?(canonical bytes: borrowing Span<UInt8>) {
    var reader = CanonicalReader(count: bytes.count)
    guard let payload = reader.object(bytes, depth: 0), reader.place == bytes.count else { return nil }
    self = payload
  }
}

/// Goes over the bytes of a canonical form.
private struct CanonicalReader {
  private(set) var place = 0
  private let count: Int
  /// Deeper than any entry nests; what comes from a file that was tampered with must not exhaust the stack.
  private static let deepest = 32

  init(count: Int) { self.count = count }

  /// The byte at the place; 0, which stands nowhere in a canonical form, behind the end.
  private func byte(_ bytes: borrowing Span<UInt8>) -> UInt8 { place < count ? bytes[place] : 0 }

  private mutating func take(_ wanted: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard byte(bytes) == wanted else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: StaticString, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard place + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      guard unsafe bytes[place + index] == word.utf8Start[index] else { return false }
    }
    place += word.utf8CodeUnitCount
    return true
  }

  mutating func object(_ bytes: borrowing Span<UInt8>, depth: Int) -> Payload? {
    guard depth < CanonicalReader.deepest, take(UInt8(ascii: "{"), bytes) else { return nil }
    var members: [Payload.Member] = []
    if take(UInt8(ascii: "}"), bytes) { return Payload(sorted: members) }
    members.reserveCapacity(24)
    var last: Range<Int>?
    while true {
      let start = place + 1
      guard let key = string(bytes) else { return nil }
      let text = start..<place - 1
      guard take(UInt8(ascii: ":"), bytes), let value = value(bytes, depth: depth) else { return nil }
      if let last, !isAscending(last, text, bytes, before: members.last?.key, key) { return nil }
      last = text
      // One that is written with escapes is longer than it is.
      let name =
        text.count == key.utf8.count
        ? Payload.Key(text: key, mark: Payload.Key.mark(bytes.extracting(text))) : Payload.Key(key)
      members.append(Payload.Member(name: name, value: value))
      if take(UInt8(ascii: ","), bytes) { continue }
      return take(UInt8(ascii: "}"), bytes) ? Payload(sorted: members) : nil
    }
  }

  /// Whether a key comes before the next, by their bytes; by what they mean where one is written with escapes.
  private func isAscending(
    _ last: Range<Int>, _ next: Range<Int>, _ bytes: borrowing Span<UInt8>, before key: String?,
    _ nextKey: String
  ) -> Bool {
    for offset in 0..<min(last.count, next.count) {
      let (a, b) = (bytes[last.lowerBound + offset], bytes[next.lowerBound + offset])
      if a == UInt8(ascii: "\\") || b == UInt8(ascii: "\\") {
        return key.map { $0.utf8.lexicographicallyPrecedes(nextKey.utf8) } ?? true
      }
      if a != b { return a < b }
    }
    return last.count < next.count
  }

  private mutating func value(_ bytes: borrowing Span<UInt8>, depth: Int) -> Payload.Value? {
    switch byte(bytes) {
    case UInt8(ascii: "\""): return string(bytes).map(Payload.Value.text)
    case UInt8(ascii: "{"): return object(bytes, depth: depth + 1).map(Payload.Value.record)
    case UInt8(ascii: "["): return texts(bytes).map(Payload.Value.texts)
    case UInt8(ascii: "t"): return take("true", bytes) ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false", bytes) ? .bool(false) : nil
    default: return number(bytes).map(Payload.Value.number)
    }
  }

  private mutating func texts(_ bytes: borrowing Span<UInt8>) -> [String]? {
    guard take(UInt8(ascii: "["), bytes) else { return nil }
    var texts: [String] = []
    if take(UInt8(ascii: "]"), bytes) { return texts }
    while true {
      guard let text = string(bytes) else { return nil }
      texts.append(text)
      if take(UInt8(ascii: ","), bytes) { continue }
      return take(UInt8(ascii: "]"), bytes) ? texts : nil
    }
  }

  /// A whole number as `String` writes it: no sign but a minus, no zero before other digits.
  private mutating func number(_ bytes: borrowing Span<UInt8>) -> Int64? {
    let isNegative = take(UInt8(ascii: "-"), bytes)
    let start = place
    var number: Int64 = 0
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(bytes)) {
      let digit = Int64(byte(bytes) - UInt8(ascii: "0"))
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) =
        isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isTooLarge, !isLarger else { return nil }
      number = sum
      place += 1
    }
    guard place > start, place == start + 1 || bytes[start] != UInt8(ascii: "0"), !isNegative || number != 0
    else { return nil }
    return number
  }

  private mutating func string(_ bytes: borrowing Span<UInt8>) -> String? {
    guard take(UInt8(ascii: "\""), bytes) else { return nil }
    let start = place
    var seen: UInt64 = 0
    while place < count {
      seen |= skipPlain(bytes)
      let next = byte(bytes)
      switch next {
      case UInt8(ascii: "\""):
        let text = text(bytes.extracting(start..<place), isASCII: seen & Self.each(0x80) == 0)
        place += 1
        return text
      case UInt8(ascii: "\\"): return escaped(bytes, from: start)
      case 0..<0x20, 0x7F: return nil
      default:
        seen |= UInt64(next)
        place += 1
      }
    }
    return nil
  }

  /// Goes eight bytes at a time over what stands for itself.
  ///
  /// - Returns: all those bytes, laid over one another.
  private mutating func skipPlain(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    func zeros(_ word: UInt64) -> UInt64 { (word &- Self.each(0x01)) & ~word }
    var seen: UInt64 = 0
    while place + 8 <= count {
      let word = UInt64(
        littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      let special =
        ((word &- Self.each(0x20)) & ~word | zeros(word ^ Self.each(0x22))
          | zeros(word ^ Self.each(0x5C)) | zeros(word ^ Self.each(0x7F))) & Self.each(0x80)
      guard special == 0 else {
        // The first that is marked is marked rightly: only behind it may one be so by a borrowed bit.
        let plain = special.trailingZeroBitCount / 8
        place += plain
        return seen | word & (1 << (plain * 8) - 1)
      }
      seen |= word
      place += 8
    }
    return seen
  }

  /// A byte in each of eight places.
  private static func each(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

  private func text(_ part: borrowing Span<UInt8>, isASCII: Bool) -> String? {
    guard isASCII else {
      return unsafe part.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) }
    }
    // Nothing can be wrong with ASCII, and what is short is put together on the spot.
    let count = part.count
    return unsafe part.withUnsafeBufferPointer { part in
      guard count <= 15 else { return unsafe String(decoding: part, as: UTF8.self) }
      return unsafe String(unsafeUninitializedCapacity: count) { unsafe $0.initialize(fromContentsOf: part) }
    }
  }

  /// A string with escapes in it: those that the canonical form knows, and only where it has no other way.
  private mutating func escaped(_ bytes: borrowing Span<UInt8>, from start: Int) -> String? {
    var text: [UInt8] = []
    for index in start..<place { text.append(bytes[index]) }
    while place < count {
      let next = bytes[place]
      place += 1
      switch next {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let control = escape(bytes) else { return nil }
        text.append(control)
      case 0..<0x20, 0x7F: return nil
      default: text.append(next)
      }
    }
    return nil
  }

  private mutating func escape(_ bytes: borrowing Span<UInt8>) -> UInt8? {
    let mark = byte(bytes)
    place += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return mark
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "r"): return UInt8(ascii: "\r")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    case UInt8(ascii: "u"):
      guard take("00", bytes), let high = hexadecimal(bytes), let low = hexadecimal(bytes) else { return nil }
      let control = high << 4 | low
      let hasOwn = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(control)
      return (control < 0x20 && !hasOwn) || control == 0x7F ? control : nil
    default: return nil
    }
  }

  private mutating func hexadecimal(_ bytes: borrowing Span<UInt8>) -> UInt8? {
    let digit = byte(bytes)
    place += 1
    return Hexadecimal.lowerCaseValue(of: digit)
  }
}
