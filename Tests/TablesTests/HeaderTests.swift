import Tables
import TestKit
import Testing
import Units

@Suite("The header")
struct HeaderTests {
  /// A header and what is wrong with it, as codes.
  static let faultyHeaders: [(header: String, codes: [String])] = [
    ("", ["no-header"]), ("\n\r\n  \n", ["no-header"]), ("a\n", ["missing-column"]),
    ("x,y\n", ["missing-column", "missing-column"]), ("a,b,a\n", ["duplicate-column"]),
    ("a,b,甲\n", ["duplicate-column"]),
    ("aa,bb\n", ["missing-column", "missing-column"]),
    ("\"a,b\"\n", ["missing-column", "missing-column"]),
    ("\"a,b\n1,2\n", ["missing-column", "missing-column"]),
  ]

  @Test("that cannot be used is refused with what is wrong", arguments: faultyHeaders)
  func faulty(header: String, codes: [String]) throws {
    let read = try readTable(Array(header.utf8), columns: abc)
    #expect(read.table == nil)
    #expect(read.diagnostics.map(\.code) == codes)
    #expect(read.diagnostics.allSatisfy { $0.place != nil && $0.fix != nil })
  }

  static let goodHeaders: [(header: String, cells: [String?])] = [
    ("a,b,c", ["1", "2", "3"]), ("c,b,a", ["3", "2", "1"]), ("甲,乙,丙", ["1", "2", "3"]),
    (" a , b ,\"c\"", ["1", "2", "3"]),
    ("\u{FEFF}a,b,c", ["1", "2", "3"]), ("\n\na,b,c", ["1", "2", "3"]), ("a,x,b", ["1", "3", nil]),
    ("a,\"x\ny\",b", ["1", "3", nil]), ("a,\"say \"\"x\"\"\",b", ["1", "3", nil]), ("a,,b", ["1", "3", nil]),
    ("a,z,z,b", ["1", nil, nil]), ("A,Ｂ,c（注）", ["1", "2", "3"]),
    ("a,\u{301},b", ["1", "3", nil]), ("a,\u{200D}x,b", ["1", "3", nil]),
    ("\"a\",\"b\",\"c\"", ["1", "2", "3"]),
  ]

  @Test(
    "may name its columns in any order, in two languages, with spaces, quotes and strangers",
    arguments: goodHeaders)
  func good(header: String, cells: [String?]) throws {
    for end in ["\n", "\r\n"] {
      let text = header.replacing("\n", with: end) + end + "1,2,3" + end
      let table = try #require(try readTable(Array(text.utf8), columns: abc).table)
      #expect(table.rows.map(\.shape) == [.whole])
      #expect(table.rows.first?.cells.map { $0.map { String(decoding: $0, as: UTF8.self) } } == cells)
      #expect(table.rows.first?.line == header.count { $0 == "\n" } + 2)
    }
  }

  @Test(
    "with an open quote, or below very many blank lines, is told soon", arguments: ["\"a", "", "\"a\nb\n\","])
  func soon(start: String) throws {
    let bytes = Array(start.utf8) + [UInt8](repeating: 0x0A, count: 1 << 18)
    #expect(try readTable(bytes, columns: abc).table == nil)
  }

  @Test("of NDJSON is none: the rows name their cells, in either language, in any order")
  func ndjson() throws {
    let text =
      "\n{\"b\":2,\"a\":\" 1 \"}\n{\"乙\":\"2\",\"甲\":\"1\",\"c\":null,\"z\":[{}]}\r\n\r\n{\"a\":true,\"b\":\"\\u4f4f\"}"
    for blockSize in TestSize.spread(Array(1...64), fast: 12) {
      let table = try #require(try readTable(Array(text.utf8), columns: abc, blockSize: blockSize).table)
      #expect(table.format == .ndjson)
      #expect(table.rows.map(\.line) == [2, 3, 5])
      #expect(
        table.rows.map { $0.cells.map { $0.map { String(decoding: $0, as: UTF8.self) } } }
          == [["1", "2", nil], ["1", "2", nil], ["yes", "住", nil]])
    }
  }

  @Test(
    "of NDJSON is none, and a line that is no object is a bad row by itself",
    arguments: [
      ("{", RowShape.badJSON), ("[]", .badJSON), ("{\"a\":1,}", .badJSON), ("x", .badJSON),
      ("{\"a\":1} 2", .badJSON),
      ("{\"a\":1,\"a\":2}", .duplicateKey), ("{\"a\":1,\"甲\":2}", .duplicateKey),
      ("{\"z\":1,\"z\":2}", .whole),
      ("{\"a\":\"\u{1}\"}", .badJSON), ("{}", .whole),
    ])
  func ndjsonRows(line: String, shape: RowShape) throws {
    let text = "{\"a\":1}\n\(line)\n{\"a\":2}\n"
    for blockSize in [1, 7, 1 << 18] {
      let table = try #require(try readTable(Array(text.utf8), columns: abc, blockSize: blockSize).table)
      #expect(table.rows.map(\.shape) == [.whole, shape, .whole])
      #expect(table.rows.map(\.line) == [1, 2, 3])
    }
  }

  @Test("A key that stands a hundred thousand times in a line of NDJSON is told soon")
  func veryOften() throws {
    let text = "{" + [String](repeating: "\"a\":1", count: 100_000).joined(separator: ",") + "}\n"
    #expect(try readTable(Array(text.utf8), columns: abc).table?.rows.map(\.shape) == [.duplicateKey])
  }
}
