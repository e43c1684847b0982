import Tables
import TestKit
import Testing

@Suite("Cells of CSV")
struct CellTests {
  /// A row below the header a,b,c, and what it reads as: its cells with a bar between them, or its fault.
  static let rows: [(text: String, reads: String)] = [
    ("1,2,3\n", "1|2|3"), ("1,2,3", "1|2|3"), ("1,2,3\r\n", "1|2|3"), ("1,2,3\r", "1|2|3"),
    ("1,2,\n", "1|2|"),
    (" 1 , 2,3 \n", "1|2|3"), ("\t1,2,3\n", "\t1|2|3"), (",,\n", ""), (" , ,  \n", ""), ("\"\",,\n", ""),
    ("\"1\",\"2\",\"3\"\n", "1|2|3"),
    ("\"a,b\",2,3\n", "a,b|2|3"), ("\"a\"\"b\",2,3\n", "a\"b|2|3"), ("\"a\nb\",2,3\n", "a\nb|2|3"),
    ("\"a\r\nb\",2,3\r\n", "a\r\nb|2|3"), ("\"\",2,3\n", "|2|3"), ("\"\"\"\",2,3\n", "\"|2|3"),
    ("\" a \",2,3\n", "a|2|3"),
    ("1,2,\"3\"", "1|2|3"), ("1,2,\"3\"\r\n", "1|2|3"), ("1,2,\"3\"\r", "1|2|3"),
    ("\"a\"x,2,3\n", "badQuoting 1"),
    ("1,b\"c,3\n", "badQuoting 2"), ("1, \"2\",3\n", "badQuoting 2"), ("1,2,\"3\" \n", "badQuoting 3"),
    ("1,2,\"3\n", "badQuoting 3"), ("1,2\n", "1|2|"), ("1\n", "1||"), ("1,2", "tooFewCells 3"),
    ("1", "tooFewCells 2"), ("\"\"\n", ""),
    ("1,2,3,4\n", "tooManyCells 4"),
    ("1,2,3,\n", "1|2|3"), ("1,2,3,,, \n", "1|2|3"), ("1,2,3,,x,y\n", "tooManyCells 5"), ("\n", ""),
    ("\r\n", ""), ("   \n", ""),
    ("a\0b,\0,3\n", "a\0b|\0|3"), ("a\rb,2,3\n", "a\rb|2|3"), ("住,é,𠀀\n", "住|é|𠀀"),
    ("1,2,3\n\n\n4,5,6\n", "1|2|3 4|5|6"),
    ("'1','2','3'\n", "'1'|'2'|'3'"), ("1;2;3\n", "1;2;3||"),
  ]

  @Test("read as RFC 4180 says, trimmed, with LF or CRLF, with any block size", arguments: rows)
  func reads(text: String, reads: String) throws {
    for blockSize in TestSize.spread(Array(1...64), fast: 12) + [1 << 18] {
      let table = try #require(
        try readTable(Array(("a,b,c\n" + text).utf8), columns: abc, blockSize: blockSize).table)
      let seen = table.rows.map { row in
        row.shape == .whole
          ? row.cells.map { String(decoding: $0 ?? [], as: UTF8.self) }.joined(separator: "|")
          : "\(row.shape) \(row.fault)"
      }
      #expect(seen.joined(separator: " ") == reads, "blocks of \(blockSize)")
    }
  }

  @Test("may be of a megabyte, bare or quoted", .from(.ordinary), arguments: [1, 4096, 1 << 18])
  func large(blockSize: Int) throws {
    let long = [UInt8](repeating: 0x61, count: 1 << 20)
    let bytes =
      Array("a,b,c\n1,".utf8) + long + Array(",3\n1,\"".utf8) + long + Array("\"\"\",3\n4,5,6\n".utf8)
    let table = try #require(try readTable(bytes, columns: abc, blockSize: blockSize).table)
    #expect(table.rows.map { $0.cells[1]?.count } == [1 << 20, (1 << 20) + 1, 1])
  }

  @Test("of a column alone may be missing, and a table of one column has no blank lines")
  func oneColumn() throws {
    let table = try #require(
      try readTable(Array("甲\n1\n\n\"\"\n2\n".utf8), columns: [Column("a", "甲")]).table)
    #expect(table.rows.map(\.cells) == [[[0x31]], [nil], [nil], [[0x32]]])
  }
}
