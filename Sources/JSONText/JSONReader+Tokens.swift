import Units

extension JSONReader {
  /// Reads a string from its opening quote to behind its closing one.
  mutating func string(_ text: Span<UInt8>) throws(JSONFault) -> String {
    let quote = index
    index += 1
    var resolved: [UInt8] = []  // what stood before the last escape, escapes resolved
    var runStart = index  // what follows it, as it stands
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        let run = runStart..<index
        index += 1
        if resolved.isEmpty { return try JSONReader.decoded(text, run) }
        _ = try JSONReader.decoded(text, run)
        for byte in run { resolved.append(text[byte]) }
        return String(decoding: resolved, as: UTF8.self)
      case UInt8(ascii: "\\"):
        _ = try JSONReader.decoded(text, runStart..<index)
        for byte in runStart..<index { resolved.append(text[byte]) }
        let scalar = try escape(text)
        resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        runStart = index
      case 0..<0x20:
        throw JSONFault(
          "control-character", at: index, zh: "文字里有控制字符（例如换行）",
          en: "a control character, such as a line break, inside a string",
          fix: Wording(
            zh: "改写为转义，例如 \\n；或补上漏掉的引号", en: "write it as an escape such as \\n, or close the quote"))
      default: index += 1
      }
    }
    throw JSONFault("unclosed-string", at: quote, zh: "引号没有闭合", en: "this string is never closed")
  }

  /// The text of a range of bytes, checked to be UTF-8.
  private static func decoded(_ text: Span<UInt8>, _ range: Range<Int>) throws(JSONFault) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: text.extracting(range)))
    } catch {
      throw JSONFault(
        "invalid-utf8", at: range.lowerBound + error.byteOffsets.lowerBound, zh: "这里的字节不是 UTF-8 文字",
        en: "these bytes are not UTF-8",
        fix: Wording(zh: "把文件另存为 UTF-8 编码", en: "save the file as UTF-8"))
    }
  }

  /// Reads an escape from its backslash on.
  private mutating func escape(_ text: Span<UInt8>) throws(JSONFault) -> Unicode.Scalar {
    let start = index
    index += 1
    guard index < text.count else { throw unexpectedEnd(text) }
    let letter = text[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(text, start: start)
    default: throw invalidEscape(start)
    }
  }

  /// Reads the four digits behind `\u`, and a second escape where the first is half of a pair.
  private mutating func unicodeEscape(_ text: Span<UInt8>, start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexDigits(text, start: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let second = index
    if first < 0xDC00, take("\\", text), take("u", text) {
      let low = try hexDigits(text, start: second)
      if (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONFault(
      "lone-surrogate", at: start, zh: "\\u 转义只有半个字符", en: "half a character: a surrogate without its pair")
  }

  private mutating func hexDigits(_ text: Span<UInt8>, start: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < text.count else { throw unexpectedEnd(text) }
      guard let digit = Hexadecimal.value(of: text[index]) else { throw invalidEscape(start) }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  /// Reads a number and keeps its text.
  mutating func number(_ text: Span<UInt8>) throws(JSONFault) -> String {
    let start = index
    _ = take("-", text)
    if take("0", text) {
      if index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
        throw malformedNumber(start)
      }
    } else if !skipDigits(text) {
      throw malformedNumber(start)
    }
    if take(".", text), !skipDigits(text) { throw malformedNumber(start) }
    if take("e", text) || take("E", text) {
      if !take("+", text) { _ = take("-", text) }
      if !skipDigits(text) { throw malformedNumber(start) }
    }
    return try JSONReader.decoded(text, start..<index)
  }

  private mutating func skipDigits(_ text: Span<UInt8>) -> Bool {
    let start = index
    while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
    return index > start
  }
}
