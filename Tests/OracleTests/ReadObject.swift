/// One object of JSON (RFC 8259), strictly.
struct ReadObject {
  /// What stands behind a key, as far as it is a cell's.
  enum Value {
    case scalar(Bytes)
    case nested
  }

  private let text: ArraySlice<UInt8>
  private var at: Int

  /// The members in the order in which they stand there; nil where the text is no object.
  static func members(of text: ArraySlice<UInt8>) -> [(key: Bytes, value: Value)]? {
    var reader = ReadObject(text: text, at: text.startIndex)
    reader.passBlanks()
    guard let members = reader.object() else { return nil }
    reader.passBlanks()
    return reader.at == text.endIndex ? members : nil
  }

  private var here: UInt8? { at < text.endIndex ? text[at] : nil }

  private mutating func passBlanks() {
    while let byte = here, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard here == byte else { return false }
    at += 1
    return true
  }

  private mutating func object() -> [(key: Bytes, value: Value)]? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var members: [(key: Bytes, value: Value)] = []
    passBlanks()
    if take(UInt8(ascii: "}")) { return members }
    while true {
      passBlanks()
      guard let key = string() else { return nil }
      passBlanks()
      guard take(UInt8(ascii: ":")) else { return nil }
      passBlanks()
      guard let value = value() else { return nil }
      members.append((key, value))
      passBlanks()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func list() -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    passBlanks()
    if take(UInt8(ascii: "]")) { return true }
    while true {
      passBlanks()
      guard value() != nil else { return false }
      passBlanks()
      if take(UInt8(ascii: "]")) { return true }
      guard take(UInt8(ascii: ",")) else { return false }
    }
  }

  private mutating func value() -> Value? {
    switch here {
    case UInt8(ascii: "{"): object() == nil ? nil : .nested
    case UInt8(ascii: "["): list() ? .nested : nil
    case UInt8(ascii: "\""): string().map { .scalar($0) }
    case UInt8(ascii: "t"): word("true") ? .scalar(Bytes(of: "yes")) : nil
    case UInt8(ascii: "f"): word("false") ? .scalar(Bytes(of: "no")) : nil
    case UInt8(ascii: "n"): word("null") ? .scalar([]) : nil
    default: number().map { .scalar($0) }
    }
  }

  private mutating func word(_ word: String) -> Bool {
    guard text[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  /// A number, as its digits stand there.
  private mutating func number() -> Bytes? {
    let start = at
    func digits() -> Int {
      let first = at
      while let byte = here, (0x30...0x39).contains(byte) { at += 1 }
      return at - first
    }
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), digits() == 0 { return nil }
    if take(UInt8(ascii: ".")), digits() == 0 { return nil }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { return nil }
    }
    return Bytes(text[start..<at])
  }

  private mutating func string() -> Bytes? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var units: [UInt16] = []
    var plain = Bytes()
    // Two escapes may be halves of one character.
    func endEscapes() {
      if units.isEmpty { return }
      plain += Bytes(of: String(decoding: units, as: UTF16.self))
      units = []
    }
    while let byte = here {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        endEscapes()
        return plain
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        guard let unit = escaped() else { return nil }
        units.append(unit)
      default:
        endEscapes()
        plain.append(byte)
      }
    }
    return nil
  }

  private static let escapes: [UInt8: UInt16] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 8,
    UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 9,
  ]

  private mutating func escaped() -> UInt16? {
    guard let kind = here else { return nil }
    at += 1
    if kind != UInt8(ascii: "u") { return ReadObject.escapes[kind] }
    let digits = text[at...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    at += 4
    return UInt16(Bytes(digits).text, radix: 16)
  }
}
