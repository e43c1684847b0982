import Foundation
import Tables
import TestKit
import Testing
import Units

/// What any format writes it reads again: another format is another argument of these tests.
@Suite("Rows that we write")
struct WrittenRowsTests {
  private static let outline = TableOutline("rows", abc.map { WrittenColumn($0.name, $0.chinese, .text) })
  /// Pieces of texts, the awkward ones among them.
  private static let pieces = [
    "a", "7", "户", "é", " ", ",", "\"", "\"\"", "\n", "\r\n", "\\", "{", "\u{1}", "\u{1F}", "\t", "=", "null",
    "_", "_x0041_", "_x005F_", "x000D_", "&", "<", ">", "]]>", "'", "+", "-", "@", "😀", "𠮷", "𫝈", "\u{FFFE}",
    "\u{FFFF}",
  ]

  /// A cell as it comes back: outer spaces go, and nothing is missing.
  private static func kept(_ cell: String?) -> [UInt8]? {
    let bytes = Array((cell ?? "").utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    return bytes.isEmpty ? nil : bytes
  }

  private static func row(_ random: inout Seeded) -> [String?] {
    abc.map { _ in
      Int.random(in: 0..<8, using: &random) == 0
        ? nil
        : (0..<Int.random(in: 0..<6, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
    }
  }

  @Test("are read as they were written", arguments: OutputFormat.allCases, [UInt64(1), 2, 3])
  func roundTrip(format: OutputFormat, seed: UInt64) throws {
    var random = Seeded(seed: seed)
    // A row without anything in it is none.
    let rows = (0..<300).map { _ in Self.row(&random) }.filter { $0.contains { Self.kept($0) != nil } }
    var bytes = try TableWriter.bytes(Self.outline, TableStyle(format), rows: rows)
    if format == .xlsx { bytes = Array(try ReadWorkbook(bytes).text.utf8) }
    let table = try #require(try readTable(bytes, columns: abc, blockSize: 4096).table)
    #expect(table.format == (format == .ndjson ? .ndjson : .csv))
    #expect(table.rows.count == rows.count)
    for (row, read) in zip(rows, table.rows) {
      #expect(read.shape == .whole && read.cells == row.map(Self.kept), "\(row)")
    }
  }

  @Test("have amounts with two decimals, however large")
  func amounts() {
    var random = Seeded(seed: 5)
    var amounts: [Int64] = [0, 1, 9, 10, 99, 100, 101, .max]
    var power: Int64 = 1
    while power < .max / 100 {
      power *= 10
      amounts += [power - 1, power, power + 1, Int64.random(in: 0...power, using: &random)]
    }
    for fen in amounts {
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        var place = unsafe base
        unsafe CellWriter.yuan(fen, &place)
        return unsafe place - base
      }
      let cents = fen % 100
      #expect(
        String(decoding: bytes[..<count], as: UTF8.self) == "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)")
    }
  }

  @Test("begin with a header where the format has one", arguments: OutputFormat.allCases)
  func header(format: OutputFormat) throws {
    let bytes = try TableWriter.bytes(Self.outline, TableStyle(format), rows: [])
    let text = format == .xlsx ? try ReadWorkbook(bytes).text : String(decoding: bytes, as: UTF8.self)
    #expect(text == (format == .ndjson ? "" : "a,b,c\n"))
  }

  @Test(
    "begin with a header in the language asked for, where people open the file",
    arguments: OutputFormat.allCases,
    Language.allCases)
  func headings(format: OutputFormat, language: Language) throws {
    let style = TableStyle(format, isForSpreadsheets: true, headings: language)
    let bytes = try TableWriter.bytes(Self.outline, style, rows: [])
    let text = format == .xlsx ? try ReadWorkbook(bytes).text : String(decoding: bytes, as: UTF8.self)
    let header = language == .zh ? "甲,乙,丙\n" : "a,b,c\n"
    switch format {
    case .csv: #expect(text == "\u{FEFF}" + header)
    case .ndjson: #expect(text.isEmpty)
    case .xlsx: #expect(text == header)
    }
  }
}

/// A heading that offices use beside a column's own names.
@Suite("A column's synonyms")
struct SynonymTests {
  private static let columns = [Column("paid", "已赔", synonyms: ["此前已赔", "已付"]), Column("b", "乙")]

  @Test("stand for it in headers and as keys", arguments: ["paid", "已赔", "此前已赔", "已付"])
  func found(name: String) throws {
    for text in ["\(name),b\n1,2\n", "{\"\(name)\":\"1\",\"b\":\"2\"}\n"] {
      let table = try #require(try readTable(Array(text.utf8), columns: Self.columns).table)
      #expect(table.rows.map(\.cells) == [[[0x31], [0x32]]])
    }
  }

  @Test("are the same column: two of them are one too many")
  func twice() throws {
    let read = try readTable(Array("已赔,b,已付\n1,2,3\n".utf8), columns: Self.columns)
    #expect(read.table == nil && read.diagnostics.map(\.code) == ["duplicate-column"])
    let row = try #require(
      try readTable(Array("{\"已赔\":\"1\",\"b\":\"2\",\"已付\":\"3\"}\n".utf8), columns: Self.columns).table)
    #expect(row.rows.map(\.shape) == [.duplicateKey])
  }
}
