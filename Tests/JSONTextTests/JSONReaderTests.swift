import JSONText
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  @Test("keeps members in order, duplicates too, and numbers as written")
  func order() throws {
    let value = try JSONReader.read(Array(#"{"b":1.50,"a":[true,null],"b":"x"}"#.utf8)).get()
    #expect(value.members?.map(\.key) == ["b", "a", "b"])
    #expect(value["b"]?.kind == .number("1.50"))
    #expect(value["a"]?.elements?.map(\.kind) == [.bool(true), .null])
  }
}
