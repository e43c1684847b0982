import Units

/// Writes JSON, members in the order they are given. UTF-8 as it is; only what must be escaped is.
///
///     var writer = JSONWriter()
///     writer.object {
///       $0.member("claim_id", "C1")
///       $0.member("findings") { $0.array { $0.string("income-unknown") } }
///     }
///
/// Money is written as a string by whoever writes it: a JSON number does not promise two decimals to its reader.
package struct JSONWriter: Sendable {
  /// How it is laid out.
  package enum Layout: Sendable {
    /// On one line, with no spaces: NDJSON.
    case line
    /// One member or element a line, indented by two spaces.
    case indented
  }

  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var isFirst = true  // in the bracket that is open
  private var followsKey = false

  /// Begins with nothing written.
  package init(layout: Layout = .line) { self.layout = layout }

  /// What has been written, as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written and keeps the room for it: for the next line.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  /// Writes a byte as it is: the line feed after a line of NDJSON.
  package mutating func raw(_ byte: UInt8) { bytes.append(byte) }

  /// Writes an object.
  package mutating func object<E>(_ members: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try bracket(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes an array.
  package mutating func array<E>(_ elements: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try bracket(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  /// Writes a member of an object.
  package mutating func member<E>(_ key: String, _ value: (inout JSONWriter) throws(E) -> Void) throws(E) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
    try value(&self)
  }

  /// Writes a member that is a string, or null.
  package mutating func member(_ key: String, _ value: String?) {
    member(key) { writer in if let value { writer.string(value) } else { writer.null() } }
  }

  /// Writes a member that is a whole number.
  package mutating func member(_ key: String, _ value: Int64) { member(key) { $0.number(value) } }

  /// Writes a member that is true or false.
  package mutating func member(_ key: String, _ value: Bool) { member(key) { $0.bool(value) } }

  /// Writes a whole number.
  package mutating func number(_ value: Int64) { literal(String(value)) }

  /// Writes true or false.
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes null.
  package mutating func null() { literal("null") }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        bytes += "\\u00\(Hexadecimal.text([byte]))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
  }

  private mutating func bracket<E>(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    separate()
    bytes.append(open)
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(close)
  }

  /// The comma and the line break before an item, unless it follows its key.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }
}
