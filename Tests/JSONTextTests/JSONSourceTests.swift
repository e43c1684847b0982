import JSONText
import Testing
import Units

@Suite("JSON source")
struct JSONSourceTests {
  @Test(
    "counts lines and columns from 1, columns in characters",
    arguments: [
      (0, 1, 1, "{"), (1, 1, 2, "{"), (2, 2, 1, " \"魏县\": 5,"), (3, 2, 2, " \"魏县\": 5,"),
      (13, 2, 8, " \"魏县\": 5,"), (16, 3, 1, "\t🌾 x"), (21, 3, 3, "\t🌾 x"), (23, 3, 5, "\t🌾 x"),
      (24, 3, 5, "\t🌾 x"),
      (-7, 1, 1, "{"), (999, 4, 1, ""),
    ])
  func places(offset: Int, line: Int, column: Int, excerpt: String) {
    let source = JSONSource(bytes: Array("{\n \"魏县\": 5,\n\t🌾 x\r\n".utf8), file: "a.json")
    let place = source.place(at: offset)
    #expect([place.line, place.column] == [line, column])
    #expect(place.excerpt == excerpt)
    #expect(place.file == "a.json")
  }

  @Test("does not count a byte order mark as a column")
  func mark() {
    let source = JSONSource(bytes: [0xEF, 0xBB, 0xBF] + Array("{x".utf8), file: "a.json")
    #expect(source.place(at: 4).column == 2)
    #expect(source.place(at: 4).excerpt == "{x")
  }

  @Test("counts on from the line it is given")
  func firstLine() {
    #expect(JSONSource(bytes: Array("[x".utf8), file: "a.ndjson", firstLine: 7).place(at: 1).line == 7)
  }

  @Test(
    "lets nothing through to a terminal that moves its cursor",
    arguments: ["\u{1B}[2J", "\u{202E}", "\u{9B}"])
  func printable(text: String) {
    let place = JSONSource(bytes: Array("[\"\(text)\"x".utf8), file: "a.json").place(
      at: 2 + text.utf8.count + 1)
    #expect(place.excerpt.contains("\u{FFFD}"))
    #expect(!place.excerpt.contains(text))
    #expect(place.column == 4 + text.count)
  }

  @Test("says in both languages what is wrong and where")
  func diagnostic() throws {
    let source = JSONSource(bytes: Array("{\n  \"a\": 1,\n}".utf8), file: "a.json")
    let fault = try #require(source.read().fault)
    #expect(
      source.diagnostic(for: fault).text(in: .en) == """
        a.json:2:9: error: a comma after the last item [trailing-comma]
            2 |   "a": 1,
              |         ^
          fix: delete the comma
        """)
    #expect(source.diagnostic(for: fault).text(in: .zh).contains("改法：删去这个逗号"))
  }
}
