import Foundation
import Tables
import TestKit
import Testing
import Units

@Suite("A workbook that we write")
struct WrittenWorkbookTests {
  private static let contents: [(String, ColumnContent)] = [
    ("id", .id), ("word", .word), ("text", .text), ("money", .money), ("day", .day), ("count", .count),
    ("figure", .figure),
  ]
  private static let outline = TableOutline(
    "rows", contents.map { WrittenColumn($0.0, $0.0 + "文", $0.1) })

  private static func bytes(_ rows: [[String?]]) throws -> [UInt8] {
    try TableWriter.bytes(outline, TableStyle(.xlsx), rows: rows)
  }

  /// The rows below the header as they are read again.
  private static func read(_ rows: [[String?]]) throws -> [String] {
    try ReadWorkbook(try bytes(rows)).text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst()
      .dropLast().map(String.init)
  }

  @Test("has texts, exact numbers and days, each where its column holds such")
  func kinds() throws {
    // Our reader leaves out the zeros at a number's end, and the empty cells at a row's: what comes back without them was a
    // number, or nothing.
    let rows: [[String?]] = [
      ["0012", "60%", "=1+1", "1234.50", "2018-03-05", "7", "1234.50"],
      ["12345678901234567890", "1.50", "-1.50", "-3.00", "1900-03-01", "999999999999999", "7"],
      ["1.50", "1.50", "1.50", "9999999999999.90", "9999-12-31", "0", "-0.10"],
      [nil, nil, nil, nil, nil, nil, nil],
      ["7", "7", "7", "0.00", "2018-02-28", "1", "0"],
    ]
    #expect(
      try Self.read(rows) == [
        "0012,60%,=1+1,1234.5,2018-03-05,7,1234.5",
        "12345678901234567890,1.50,-1.50,-3,1900-03-01,999999999999999,7",
        "1.50,1.50,1.50,9999999999999.9,9999-12-31,0,-0.1",
        "",
        "7,7,7,0,2018-02-28,1,0",
      ])
  }

  @Test("keeps as a text what its column is not for, or a spreadsheet would not keep")
  func texts() throws {
    let rows: [[String?]] = [
      ["a", "b", "c", "12345678901234567.50", "1900-02-28", "1000000000000000", "12345678901234.50"],
      ["a", "b", "c", "1.5", "2018-3-5", "007", "007"],
      ["a", "b", "c", "none", "2018-02-29", "1.00", "-0"],
      ["a", "b", "c", "7.500", "43164", "-", "1e5"],
    ]
    #expect(
      try Self.read(rows) == rows.map { $0.map { $0 ?? "" }.joined(separator: ",") })
  }

  @Test("is the same whether its cells came as texts or as what they are", arguments: [UInt64(1), 2])
  func typed(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let columns = [
      WrittenColumn("m", "金", .money), WrittenColumn("d", "日", .day), WrittenColumn("n", "数", .count),
    ]
    let table = TableOutline("typed", columns)
    var rows: [[String?]] = []
    let memory = OutputBuffer()
    let output = TableOutput(to: memory, table, TableStyle(.xlsx))
    for _ in 0..<200 {
      let power = Int.random(in: 0...62, using: &random)
      let fen = Int64.random(in: 0...(1 << power), using: &random)
      let day = try #require(Day(serial: Int.random(in: 680_000...800_000, using: &random)))
      let number = Int.random(in: 0...(1 << power), using: &random)
      rows.append([Yuan(fen: fen).description, day.description, "\(number)"])
      let room = OutputBuffer(capacity: 4096)
      var cells = unsafe CellWriter(room.room(for: CellWriter.room(texts: 0, columns: 3)), output.form)
      unsafe cells.yuan(fen)
      unsafe cells.day(day)
      unsafe cells.number(number)
      unsafe room.advance(to: cells.finish())
      try unsafe output.add(room.bytes, rows: 1)
    }
    try output.finish()
    #expect(unsafe try TableWriter.bytes(table, TableStyle(.xlsx), rows: rows) == Array(memory.bytes))
  }

  @Test("reads back whatever texts it was given", arguments: TestSize.seeds(fast: 4, ordinary: 40, long: 400))
  func anyText(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scalars: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7F, 0x80...0x2FF, 0x4E00...0x9FFF, 0xFFF0...0xFFFF, 0x1F600...0x1F64F,
      0x20000...0x2A6DF,
    ]
    func text() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        if Int.random(in: 0..<6, using: &random) == 0 {
          text += ["_x000D_", "_x", "_", " ", "=", "\n"].randomElement(using: &random) ?? ""
        } else if let range = scalars.randomElement(using: &random),
          let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
        {
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
    let table = TableOutline("texts", [WrittenColumn("a", "甲", .text), WrittenColumn("b", "乙", .id)])
    let rows: [[String?]] = (0..<50).map { _ in [text(), text()] }
    let read = try ReadWorkbook(try TableWriter.bytes(table, TableStyle(.xlsx), rows: rows)).text
    let expected = try TableWriter.bytes(table, TableStyle(.csv), rows: rows)
    #expect(Array(read.utf8) == expected)
  }

  @Test(
    "adds up below its rows, in a language, and not where there are none", arguments: [nil, Language.zh, .en])
  func totals(language: Language?) throws {
    let columns = [
      WrittenColumn("id", "编号", .id), WrittenColumn("n", "笔数", .count), WrittenColumn("money", "金额", .money),
    ]
    let style = TableStyle(.xlsx, headings: language)
    func text(_ rows: Int, _ sum: Int64) throws -> String {
      let memory = OutputBuffer()
      let output = TableOutput(to: memory, TableOutline("t", columns), style)
      for _ in 0..<rows {
        try unsafe Array("<row><c s=\"1\"/><c s=\"3\"><v>1</v></c><c s=\"2\"><v>2.50</v></c></row>".utf8)
          .withUnsafeBufferPointer { (row) throws(TableError) in try unsafe output.add(row, rows: 1) }
      }
      try output.finish([1: .count(rows), 2: .money(Yuan(fen: sum))])
      let read = try unsafe ReadWorkbook(Array(memory.bytes))
      #expect(read.notes.first?.formulasWithoutValue.count == 0)
      return read.text
    }
    let header = language == .zh ? "编号,笔数,金额\n" : "id,n,money\n"
    let word = language == .en ? "Total" : "合计"
    #expect(try text(2, 500) == header + ",1,2.5\n,1,2.5\n\(word),2,5\n")
    #expect(try text(1, 1_000_000_000_000_050) == header + ",1,2.5\n\(word),1,10000000000000.50\n")
    #expect(try text(0, 0) == header)
  }

  @Test(
    "of more rows than a sheet holds is none: nothing is left where it was to be", arguments: [true, false])
  func tooMany(isFull: Bool) throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("out.xlsx").path
      let file = try OutputFile(path: path)
      let output = TableOutput(to: file, Self.outline, TableStyle(.xlsx))
      try unsafe output.add(UnsafeBufferPointer(start: nil, count: 0), rows: 1_048_575)
      do throws(TableError) {
        if !isFull { try unsafe output.add(UnsafeBufferPointer(start: nil, count: 0), rows: 1) }
        try output.finish()
        try file.commit()
        #expect(isFull)
      } catch {
        #expect(!isFull && error == .workbookFull(path, .rows))
        #expect(error.wording.en.contains("--format csv") && error.wording.zh.contains("--format csv"))
        file.abandon()
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == (isFull ? ["out.xlsx"] : []))
    }
  }

  @Test("has no cell longer than a cell can be", arguments: ["a", "户", "😀"])
  func longCells(character: String) throws {
    let units = character.utf16.count
    let most = String(repeating: character, count: 32_767 / units)
    let row = Self.contents.map { _ -> String? in nil }
    func text(_ cell: String) throws -> [String] { try Self.read([[cell] + row.dropFirst()]) }
    #expect(try text(most) == [most])
    let error = #expect(throws: TableError.self) { try text(most + character) }
    #expect(error == .workbookFull("-", .cell))
  }

  @Test("is the same bytes in whatever pieces its rows are handed over")
  func pieces() throws {
    var random = Seeded(seed: 9)
    let row = Array("<row><c t=\"inlineStr\"><is><t>户a1</t></is></c></row>".utf8)
    let all = (0..<20_000).flatMap { _ in row }
    func book(_ most: Int) throws -> [UInt8] {
      let memory = OutputBuffer()
      let output = TableOutput(to: memory, Self.outline, TableStyle(.xlsx))
      var rest = all[...]
      while !rest.isEmpty {
        let piece = Array(rest.prefix(Int.random(in: 1...most, using: &random)))
        try unsafe piece.withUnsafeBufferPointer { (bytes) throws(TableError) in
          try unsafe output.add(bytes, rows: 0)
        }
        rest = rest.dropFirst(piece.count)
      }
      try output.finish()
      return unsafe Array(memory.bytes)
    }
    let whole = try book(1 << 30)
    #expect(try book(1000) == whole && book(100_000) == whole)
  }
}

@Suite("CSV for spreadsheets")
struct SpreadsheetCSVTests {
  private static let outline = TableOutline(
    "rows",
    [
      WrittenColumn("id", "编号", .id), WrittenColumn("text", "文", .text), WrittenColumn("word", "词", .word),
      WrittenColumn("money", "金额", .money), WrittenColumn("count", "数", .count),
    ])

  private static func row(_ cells: [String?]) throws -> String {
    let style = TableStyle(isForSpreadsheets: true)
    let text = String(decoding: try TableWriter.bytes(outline, style, rows: [cells]), as: UTF8.self)
    return String(text.dropFirst("\u{FEFF}id,text,word,money,count\n".count))
  }

  @Test("keeps ids as texts, numbers as numbers, and nothing is a formula")
  func cells() throws {
    #expect(
      try Self.row(["0012", "a,b", "60%", "1234.50", "7"]) == "\"=\"\"0012\"\"\",\"a,b\",60%,1234.50,7\n")
    #expect(try Self.row(["=1", "=1", "-x", "-3.00", "none"]) == "\"=\"\"=1\"\"\",'=1,'-x,-3.00,none\n")
    #expect(try Self.row(["a\"b", "+1", "@x", "-", nil]) == "\"a\"\"b\",'+1,'@x,\"=\"\"-\"\"\",\n")
    #expect(try Self.row(["=\"b", "'1", "＝1", "=cmd", "-1"]) == "\"'=\"\"b\",''1,'＝1,'=cmd,-1\n")
    #expect(
      try Self.row([nil, "\t=1", "\r=1", "12345678901234567.50", "1234567890123456"])
        == ",'\t=1,\"'\r=1\",\"=\"\"12345678901234567.50\"\"\",\"=\"\"1234567890123456\"\"\"\n")
  }
}
