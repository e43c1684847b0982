import JSONText
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  @Test("keeps members in order, duplicates too, and numbers as written")
  func order() throws {
    let value = try JSONReader.read(Array(#" {"b":1.50,"a":[true,null],"b":"x"} "#.utf8)).get()
    #expect(value.members?.map(\.key) == ["b", "a", "b"])
    #expect(value.members?.map(\.keyOffset) == [2, 11, 27])
    #expect(value["b"]?.kind == .number("1.50"))
    #expect(value["a"]?.elements?.map(\.kind) == [.bool(true), .null])
  }

  @Test(
    "reads strings with every escape there is",
    arguments: [
      (#""""#, ""), (#""魏县""#, "魏县"), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
      (#""\u9b4f\u53BF""#, "魏县"), (#""\ud83c\udf3e""#, "🌾"), (#""\u0000""#, "\u{0}"), (#""🌾\u0041""#, "🌾A"),
      (#""\u007f""#, "\u{7F}"), (#""é\n魏""#, "é\n魏"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try JSONReader.read(Array(text.utf8)).get().string == expected)
  }

  @Test(
    "reads numbers as they are written",
    arguments: ["0", "-0", "12", "-3.5", "1e5", "1E+5", "2.50e-3", "123456789012345678901234567890.123"])
  func numbers(text: String) throws {
    #expect(try JSONReader.read(Array(text.utf8)).get().kind == .number(text))
  }

  @Test(
    "refuses what RFC 8259 does not allow, at its place",
    arguments: [
      ("", "empty-text", 0), ("  \n", "empty-text", 3), ("{", "unexpected-end", 1),
      ("[1", "unexpected-end", 2),
      ("[1,", "unexpected-end", 3), ("{\"a\"", "unexpected-end", 4), ("{\"a\":", "unexpected-end", 5),
      ("[1,]", "trailing-comma", 2), ("{\"a\":1 , }", "trailing-comma", 7), ("[1 2]", "missing-comma", 3),
      ("{\"a\" 1}", "missing-colon", 5), ("{a:1}", "unexpected-character", 1),
      ("[,1]", "unexpected-character", 1),
      ("1 1", "trailing-text", 2), ("{}x", "trailing-text", 2), ("// x", "unexpected-character", 0),
      ("tru", "unexpected-character", 0), ("True", "unexpected-character", 0),
      ("NaN", "unexpected-character", 0),
      ("nul1", "unexpected-character", 0), ("'a'", "unexpected-character", 0),
      ("“a”", "unexpected-character", 0),
      ("+1", "unexpected-character", 0), (".5", "unexpected-character", 0), ("01", "malformed-number", 0),
      ("-", "malformed-number", 0), ("1.", "malformed-number", 0), ("[1.e3]", "malformed-number", 1),
      ("1e", "malformed-number", 0), ("-01", "malformed-number", 0), ("\"a", "unclosed-string", 0),
      ("[\"a\nb\"]", "control-character", 3), ("\"\\x\"", "invalid-escape", 1),
      ("\"\\u12g4\"", "invalid-escape", 1),
      ("\"\\u12", "unexpected-end", 5), ("\"\\", "unexpected-end", 2), ("\"\\ud800\"", "lone-surrogate", 1),
      ("\"\\ud800\\n\"", "lone-surrogate", 1), ("\"\\ud800\\ud800\"", "lone-surrogate", 1),
      ("\"\\udc00\"", "lone-surrogate", 1), ("1\u{FEFF}", "trailing-text", 1),
    ])
  func refuses(text: String, code: String, offset: Int) {
    #expect(JSONReader.read(Array(text.utf8)).fault?.code == code)
    #expect(JSONReader.read(Array(text.utf8)).fault?.offset == offset)
  }

  @Test(
    "refuses bytes that are not UTF-8, wherever in a string they stand",
    arguments: [
      ([0xFF], 0), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x5C, 0x6E, 0xE9, 0xAD], 2), ([0xE9, 0x5C, 0x6E], 0), ([0x80, 0x41], 0),
    ] as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], at: Int) {
    let fault = JSONReader.read([0x22] + bytes + [0x22]).fault
    #expect(fault?.code == "invalid-utf8")
    #expect(fault?.offset == at + 1)
  }

  @Test("skips a byte order mark at the start only")
  func mark() throws {
    #expect(try JSONReader.read([0xEF, 0xBB, 0xBF, 0x31]).get().kind == .number("1"))
    #expect(JSONReader.read([0xEF, 0xBB, 0xBF]).fault?.code == "empty-text")
    #expect(JSONReader.read([0xEF, 0xBB]).fault?.code == "unexpected-character")
  }

  @Test("nests as deep as the limit and no deeper", arguments: [("[", "]"), ("{\"a\":[", "]}")])
  func depth(open: String, close: String) throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: open, count: depth) + String(repeating: close, count: depth)).utf8)
    }
    let levels = open == "[" ? 1 : 2
    #expect(throws: Never.self) { try JSONReader.read(nested(JSONReader.depthLimit / levels)).get() }
    #expect(JSONReader.read(nested(JSONReader.depthLimit / levels + 1)).fault?.code == "too-deep")
    #expect(JSONReader.read(nested(100_000)).fault?.code == "too-deep")
  }

  @Test("reads a slice and a raw buffer as it reads an array")
  func views() throws {
    let bytes = Array("x{\"a\":[1]}".utf8)
    let value = try JSONReader.read(Array(bytes[1...])).get()
    #expect(try JSONReader.read(bytes[1...]).get() == value)
    let raw = unsafe bytes.withUnsafeBytes { buffer in
      unsafe JSONReader.read(UnsafeRawBufferPointer(rebasing: buffer[1...]))
    }
    #expect(try raw.get() == value)
    let nothing = unsafe JSONReader.read(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(nothing.fault?.code == "empty-text")
  }
}

extension Result where Success == JSONValue, Failure == JSONFault {
  /// Why it failed, or `nil` where it did not.
  var fault: JSONFault? {
    if case .failure(let fault) = self { fault } else { nil }
  }
}

@Suite("Passing over a member")
struct PassingOverTests {
  @Test(
    "the rest reads as it does in the whole text",
    arguments: [
      #"{"a":1,"cases":[{"x":"]}\"\\","y":[1,{"z":2}]}],"b":{"cases":3}}"#, #"{"cases":"a,b}","b":2}"#,
      #"{"b":[true],"cases":{}}"#, #"{"cases":12 , "b":null}"#,
    ])
  func rest(text: String) throws {
    let whole = try JSONReader.read(Array(text.utf8)).get()
    let part = try JSONReader.read(Array(text.utf8), passingOver: "cases").get()
    let (all, some) = (try #require(whole.members), try #require(part.members))
    #expect(all.map(\.key) == some.map(\.key))
    for (one, other) in zip(all, some) {
      #expect(other.value == (one.key == "cases" ? JSONValue(.null, offset: one.value.offset) : one.value))
    }
  }

  @Test("a text that breaks off in it is told", arguments: [#"{"cases":[1"#, #"{"cases":"a"#])
  func broken(text: String) {
    #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8), passingOver: "cases").get() }
  }
}
