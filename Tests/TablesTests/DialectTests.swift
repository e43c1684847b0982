import Tables
import TestKit
import Testing
import Units

@Suite("A table as offices hand it in")
struct DialectTests {
  /// A row's cells with a bar between them, or its shape.
  static func words(_ rows: [SeenRow]) -> [String] {
    rows.map { row in
      row.shape == .whole && row.broken == 0
        ? row.cells.map { String(decoding: $0 ?? [], as: UTF8.self) }.joined(separator: "|")
        : row.shape == .whole ? "broken \(row.broken)" : "\(row.shape)"
    }
  }

  /// Texts, the rows in them and the lines on which those begin.
  static let texts: [(text: String, rows: [String], lines: [Int])] = [
    ("a;b;c\n1;\"2;3\";4,5\n", ["1|2;3|4,5"], [2]),
    ("a\tb\tc\n1\t2\t3,4\n\t\t\n5\t\n", ["1|2|3,4", "5||"], [2, 4]),
    ("sep=;\na;b;c\n1;2;3\n", ["1|2|3"], [3]),
    ("\"sep=\t\"\na\tb\tc\n1\t2\t3\n", ["1|2|3"], [3]),
    ("a,b,c\r1,2,3\r\r4,5,6\r", ["1|2|3", "4|5|6"], [2, 4]),
    ("某县名册,,\n制表：某人,,\n,,\na,b,c\n1,2,3\n", ["1|2|3"], [5]),
    ("甲,情况,\n,乙,丙\n1,2,3\n", ["1|2|3"], [3]),
    ("[{\"a\":1,\"b\":2},\n {\"a\":3,\n  \"b\":\"x,]\\\"\\n\"}\n]\n", ["1|2|", "3|x,]\"\n|"], [1, 2]),
    ("[\n{\"a\":[1],\"b\":2},{\"a\":3,\"b\":4}\n", ["badJSON", "3|4|", "badJSON"], [2, 3, 4]),
    ("[]", [], []), ("[{\"a\":1,\"b\":", ["badJSON"], [1]),
    ("[{\"a\":1,\"b\":2}] x", ["1|2|", "badJSON"], [1, 2]),
    ("[一览表],,\na,b,c\n1,2,3\n", ["1|2|3"], [3]),
  ]

  @Test("is read with whatever stands between its cells and ends its lines", arguments: texts)
  func dialects(text: String, rows: [String], lines: [Int]) throws {
    for encoding in [Encoded.utf8, .utf16Big, .utf16Little] {
      for blockSize in TestSize.spread(Array(1...64), fast: 12) + [1 << 18] {
        let table = try #require(
          try readTable(encoding.bytes(text), columns: abc, blockSize: blockSize).table)
        #expect(DialectTests.words(table.rows) == rows, "\(encoding), blocks of \(blockSize)")
        #expect(table.rows.map(\.line) == lines)
      }
    }
  }

  /// How a text is stored.
  enum Encoded {
    case utf8, utf16Big, utf16Little

    func bytes(_ text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    }
  }

  @Test("in UTF-16 shows half a character, and half a unit at its end, as no character")
  func brokenUTF16() throws {
    func little(_ units: [UInt16]) -> [UInt8] { units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    let header = [0xFF, 0xFE] + little(Array("a,b,c\n1,".utf16))
    for (middle, shown) in [([0xD83D], "broken 2"), ([0xDC00], "broken 2"), ([0xD83D, 0xDE00], "1|😀|3")] {
      let bytes = header + little(middle.map { UInt16($0) } + Array(",3\n4,5,6\n".utf16))
      #expect(
        DialectTests.words(try #require(try readTable(bytes, columns: abc).table).rows) == [shown, "4|5|6"])
      let torn = try #require(try readTable(bytes + [0x31], columns: abc).table)
      #expect(DialectTests.words(torn.rows).last == "tooFewCells")
    }
  }

  @Test("in GB18030 shows a line of UTF-8 as one whose characters are none")
  func twoEncodings() throws {
    let gb: [UInt8] = [0xD7, 0xA1, 0xD4, 0xBA]  // 住院
    let bytes = Array("a,b,c\n1,".utf8) + gb + Array(",3\n".utf8) + Array("4,住院,6\n".utf8)
    let read = try readTable(
      bytes + Array("7,".utf8) + gb + Array(",9\n".utf8), columns: abc, encoding: .gb18030)
    #expect(DialectTests.words(try #require(read.table).rows) == ["1|住院|3", "broken 2", "7|住院|9"])
  }

  @Test("has the header that needs all columns, not the title that has one of them")
  func nearest() throws {
    let read = try readTable(Array("甲：某县\nx,甲,y\n1,2,3\n".utf8), columns: abc)
    #expect(read.table == nil)
    #expect(read.diagnostics.map(\.code) == ["missing-column"])
    #expect(read.diagnostics.first?.place?.line == 2)
  }

  @Test(
    "has headings that mean a column in any dress, and none that only contain its name",
    arguments: [
      ("金额", "金额"), ("金额（元）", "金额"), (" 金 额 ", "金额"), ("金额[万元]", "金额"), ("ＡＭＯＵＮＴ", "amount"),
      ("Claim ID", "claimid"), ("claim-id", "claimid"), ("银行帐号", "银行账号"), ("身份证号码", "身份证号"),
      ("户主（签字）", "户主"), ("(备注)", "(备注)"),
    ])
  func folding(heading: String, folded: String) {
    #expect(Heading(heading).folded == folded)
  }

  @Test("is refused where a heading states a unit in which nothing is read")
  func otherUnit() throws {
    let read = try readTable(Array("a,b（万元）,c\n1,2,3\n".utf8), columns: abc)
    #expect(read.table == nil && read.diagnostics.map(\.code) == ["other-unit"])
    let rows = try #require(try readTable(Array("{\"a\":1,\"b（万元）\":2}\n".utf8), columns: abc).table).rows
    #expect(DialectTests.words(rows) == ["1||"])
  }

  @Test("states units behind a heading")
  func units() {
    #expect(Heading("金额（元）").unit == .yuan)
    for heading in ["金额(万元)", "金额【万】", "金额（单位：万元）"] {
      #expect(Heading(heading).unit == .tenThousand, "\(heading)")
    }
    #expect(Heading("金额（单位：元）").unit == .yuan)
    for heading in ["金额【千元】", "金额（万元/人）", "金额（万美元）", "年收入（元/人）", "年收入（人均）", "收入(元/月)", "income (per capita)"]
    {
      #expect(Heading(heading).unit == .other, "\(heading)")
    }
    for heading in ["发生日期（年/月/日）", "金额（部分）", "人口（人）"] { #expect(Heading(heading).unit == .unstated) }
    #expect(Heading("金额（自付）").unit == .unstated)
  }
}
