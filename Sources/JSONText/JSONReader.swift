import Units

/// Reads one JSON value from bytes: RFC 8259 and nothing beside it.
///
/// Neither comments nor trailing commas, nor anything after the value but white space. A byte order mark at the
/// start is skipped, because Windows editors write one. No bytes can make it trap.
package struct JSONReader: ~Copyable {
  /// How deep arrays and objects may nest.
  package static let depthLimit = 64

  var index = 0
  /// A member of the outermost object whose value is passed over.
  private var passedOver: String?

  /// Reads the one value that `bytes` hold.
  package static func read(_ bytes: [UInt8]) -> Result<JSONValue, JSONFault> { read(bytes.span) }

  /// Reads the one value that a part of an array holds; offsets count from the start of the part.
  package static func read(_ bytes: ArraySlice<UInt8>) -> Result<JSONValue, JSONFault> { read(bytes.span) }

  /// Reads the one value that a buffer holds: a line of NDJSON, without a copy.
  package static func read(_ bytes: UnsafeRawBufferPointer) -> Result<JSONValue, JSONFault> {
    unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe read($0.span) }
  }

  /// Reads the one value that a span holds.
  package static func read(_ text: Span<UInt8>) -> Result<JSONValue, JSONFault> {
    var reader = JSONReader()
    do throws(JSONFault) { return .success(try reader.document(text)) } catch { return .failure(error) }
  }

  /// Reads the one value that `bytes` hold, but for a member of the outermost object, which reads as null: for a text that
  /// was read whole before.
  package static func read(_ bytes: [UInt8], passingOver key: String) -> Result<JSONValue, JSONFault> {
    var reader = JSONReader()
    reader.passedOver = key
    do throws(JSONFault) { return .success(try reader.document(bytes.span)) } catch { return .failure(error) }
  }

  private mutating func document(_ text: Span<UInt8>) throws(JSONFault) -> JSONValue {
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { index = 3 }
    skipSpace(text)
    guard index < text.count else {
      throw JSONFault("empty-text", at: index, zh: "文件是空的", en: "the text is empty")
    }
    let value = try value(text, depth: 0)
    skipSpace(text)
    guard index == text.count else {
      throw JSONFault(
        "trailing-text", at: index, zh: "数据结束之后还有内容", en: "there is text after the end of the value")
    }
    return value
  }

  private mutating func value(_ text: Span<UInt8>, depth: Int) throws(JSONFault) -> JSONValue {
    guard index < text.count else { throw unexpectedEnd(text) }
    let start = index
    switch text[index] {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(text, depth: depth + 1)), offset: start)
    case UInt8(ascii: "["): return JSONValue(.array(try elements(text, depth: depth + 1)), offset: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string(text)), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(.number(try number(text)), offset: start)
    case UInt8(ascii: "t"): return try literal("true", .bool(true), text)
    case UInt8(ascii: "f"): return try literal("false", .bool(false), text)
    case UInt8(ascii: "n"): return try literal("null", .null, text)
    default: throw unexpected(text)
    }
  }

  private mutating func members(_ text: Span<UInt8>, depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    try checkDepth(depth)
    index += 1
    var members: [JSONValue.Member] = []
    skipSpace(text)
    if take("}", text) { return members }
    while true {
      let keyOffset = index
      guard index < text.count else { throw unexpectedEnd(text) }
      guard text[index] == UInt8(ascii: "\"") else { throw unexpected(text, key: true) }
      let key = try string(text)
      skipSpace(text)
      guard take(":", text) else { throw missing(":", text) }
      skipSpace(text)
      let isPassedOver = depth == 1 && key == passedOver
      let value = try isPassedOver ? passOver(text) : value(text, depth: depth)
      members.append(JSONValue.Member(key: key, keyOffset: keyOffset, value: value))
      if try isLast(closing: "}", text) { return members }
    }
  }

  /// Goes behind a value by its brackets and quotes alone.
  private mutating func passOver(_ text: Span<UInt8>) throws(JSONFault) -> JSONValue {
    let start = index
    var open = 0
    var isQuoted = false
    while index < text.count {
      let byte = text[index]
      if isQuoted {
        if byte == UInt8(ascii: "\\") { index += 1 }
        isQuoted = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        open += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if open == 0 { break }
        open -= 1
      } else if byte == UInt8(ascii: ","), open == 0 {
        break
      }
      index += 1
    }
    guard index < text.count else { throw unexpectedEnd(text) }
    return JSONValue(.null, offset: start)
  }

  private mutating func elements(_ text: Span<UInt8>, depth: Int) throws(JSONFault) -> [JSONValue] {
    try checkDepth(depth)
    index += 1
    var elements: [JSONValue] = []
    skipSpace(text)
    if take("]", text) { return elements }
    while true {
      elements.append(try value(text, depth: depth))
      if try isLast(closing: "]", text) { return elements }
    }
  }

  /// After an item: takes the comma and says `false`, or the closing bracket and says `true`.
  private mutating func isLast(closing: Unicode.Scalar, _ text: Span<UInt8>) throws(JSONFault) -> Bool {
    skipSpace(text)
    if take(closing, text) { return true }
    let comma = index
    guard take(",", text) else { throw missing(",", text) }
    skipSpace(text)
    guard index < text.count, text[index] != UInt8(ascii: closing) else {
      guard index < text.count else { throw unexpectedEnd(text) }
      throw JSONFault(
        "trailing-comma", at: comma, zh: "最后一项后面多了逗号", en: "a comma after the last item",
        fix: Wording(zh: "删去这个逗号", en: "delete the comma"))
    }
    return false
  }

  private mutating func literal(
    _ word: StaticString, _ kind: JSONValue.Kind, _ text: Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    let start = index
    for scalar in word.description.unicodeScalars {
      guard take(scalar, text) else {
        index = start
        throw unexpected(text)
      }
    }
    return JSONValue(kind, offset: start)
  }

  mutating func take(_ scalar: Unicode.Scalar, _ text: Span<UInt8>) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      default: return
      }
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONFault) {
    guard depth <= JSONReader.depthLimit else {
      throw JSONFault(
        "too-deep", at: index, zh: "嵌套超过 \(JSONReader.depthLimit) 层",
        en: "nested more than \(JSONReader.depthLimit) deep")
    }
  }
}
