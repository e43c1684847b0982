import Foundation
import Tables
import TestKit
import Testing
import Units
import WorkbookKit

@Suite("The sheets of a workbook that are read")
struct SheetChoiceTests {
  typealias Sheet = OfficeWorkbook.Sheet

  /// Rows of texts.
  static func sheet(_ name: String, _ rows: [[String]], isHidden: Bool = false) -> Sheet {
    var sheet = Sheet(name, rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
    sheet.isHidden = isHidden
    return sheet
  }

  /// What was read: rows with their places, what is wrong, what is noted.
  struct Read {
    var rows: [String] = []
    var faults: [Diagnostic] = []
    var notes: WorkbookNotes?

    var codes: [String] { faults.map(\.code) }
  }

  static func read(
    _ sheets: [Sheet], _ names: [String] = [], areOfSeveral: Bool = false, blockSize: Int = 1 << 18
  ) throws -> Read {
    try withScratchFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try Data(OfficeWorkbook(sheets).bytes).write(to: file)
      return try read(file, NamedSheets(names, areOfSeveral: areOfSeveral), blockSize: blockSize)
    }
  }

  static func read(_ file: URL, _ named: NamedSheets, blockSize: Int = 1 << 18) throws -> Read {
    var read = Read()
    guard
      let source = try TableSource.open(
        file.path, wanted: abc, TableReading(sheets: named), keepsPast: true, diagnostics: &read.faults)
    else { return read }
    var lines = source.headerLines
    let reader = RowReader(source, columns: abc)
    let block = Block()
    func take(_ blocks: BlockReader) throws {
      lines = source.headerLines
      read.rows = []
      while try blocks.next(into: block) {
        var scanner = unsafe reader.begin(block)
        while unsafe scanner.next() != .none {
          let cells = abc.indices.map { unsafe scanner.cells[$0].string }.joined(separator: "|")
          read.rows.append(unsafe reader.line(lines + scanner.line + 1).text(in: "f") + " " + cells)
        }
        lines += unsafe scanner.lineCount
      }
    }
    let blocks = try source.blocks(size: blockSize)
    try take(blocks)
    let first = read.rows
    try take(source.pastBlocks(size: blockSize, upTo: blocks.position))
    #expect(read.rows == first, "what was read is read again the same")
    read.notes = source.workbookNotes
    return read
  }

  private static let one = sheet("一月", [["标题"], [], ["a", "b", "c"], ["1", "2", "3"], [], ["4", "5", ""]])
  private static let two = sheet(
    "二月", [["丙", "其他", "乙", "甲"], ["9", "x", "8", "7"], ["", "y", "11", "10"]])
  private static let other = sheet("说明", [["怎样填表", "a"], ["……"]])

  @Test("the one with the columns is read, at its rows", arguments: [1, 7, 1 << 18])
  func onlyOne(blockSize: Int) throws {
    let hidden = Self.sheet("草稿", [["a", "b"], ["0", "0"]], isHidden: true)
    let read = try Self.read([hidden, Self.other, Self.one], blockSize: blockSize)
    #expect(read.rows == ["f#一月:4 1|2|3", "f#一月:6 4|5|"])
    #expect(read.notes?.sheets == ["一月"] && read.notes?.hidden == ["草稿"] && read.notes?.others == ["说明"])
  }

  @Test(
    "several with the columns are asked about, and read in turn once they are named",
    arguments: [1, 9, 1 << 18])
  func several(blockSize: Int) throws {
    let sheets = [Self.one, Self.other, Self.two]
    let asked = try Self.read(sheets)
    #expect(asked.codes == ["several-sheets"] && asked.rows.isEmpty)
    #expect(asked.faults.first?.what.zh.contains("“一月”、“二月”") == true)
    let (first, second) = (["f#一月:4 1|2|3", "f#一月:6 4|5|"], ["f#二月:2 7|8|9", "f#二月:3 10|11|"])
    #expect(try Self.read(sheets, ["all"], blockSize: blockSize).rows == first + second)
    #expect(try Self.read(sheets, ["二月", "一月"], blockSize: blockSize).rows == second + first)
    #expect(try Self.read(sheets, ["二月", "二月"], blockSize: blockSize).rows == second)
    let none = Self.sheet("三月", [["a", "b"]])
    #expect(
      try Self.read([none, Self.one, none, Self.two], ["all"], blockSize: blockSize).rows == first + second)
  }

  @Test("hidden ones are read by their names only")
  func hidden() throws {
    let hidden = Self.sheet("旧 ", [["a", "b"], ["0", "0"]], isHidden: true)
    #expect(try Self.read([hidden, Self.one], ["all"]).rows.count == 2)
    #expect(try Self.read([hidden, Self.one], ["旧"]).rows == ["f#旧 :2 0|0|"])
    #expect(try Self.read([hidden, Self.one], ["旧", "all"]).rows.count == 3)
    let only = try Self.read([hidden])
    #expect(only.codes == ["no-sheet"] && only.faults.first?.fix?.en.contains("'旧 '") == true)
  }

  @Test("where none has the columns, each is told with what it lacks, the nearest first")
  func none() throws {
    let nearly = Self.sheet("差一列", [["甲", "丙"], ["1", "2"]])
    let read = try Self.read([Self.sheet("空", []), nearly])
    #expect(read.codes == ["no-sheet"])
    #expect(read.faults.first?.what.en.hasSuffix("'差一列' lacks b; '空' has none of them") == true)
    // One sheet is told about as a file is.
    #expect(
      try Self.read([nearly]).faults.map { "\($0.code) \($0.place?.file.suffix(13) ?? "")" } == [
        "missing-column book.xlsx#差一列"
      ])
    #expect(try Self.read([Self.sheet("空", [])]).codes == ["no-header"])
  }

  @Test("a name that is not there, or is another table's, is a fault, of one file or of all")
  func unknown() throws {
    #expect(try Self.read([Self.one, Self.two], ["三月"]).codes == ["unknown-sheet"])
    #expect(try Self.read([Self.one, Self.other], ["说明"]).codes == ["no-sheet"])
    #expect(try Self.read([Self.one, Self.other], ["一月", "说明"]).codes == ["no-sheet"])
    // Of several files, each has its own.
    #expect(try Self.read([Self.one, Self.other], ["名册"], areOfSeveral: true).rows.count == 2)
    try withScratchFolder { folder in
      let (book, text) = (folder.appending(path: "book.xlsx"), folder.appending(path: "text.csv"))
      try Data(OfficeWorkbook([Self.one, Self.two]).bytes).write(to: book)
      try Data("a,b\n1,2\n".utf8).write(to: text)
      let named = NamedSheets(["二月", "三月"], areOfSeveral: true)
      #expect(try Self.read(book, named).rows.count == 2)
      #expect(try Self.read(text, named).rows == ["f:2 1|2|"])
      #expect(named.unread.map(\.code) == ["unknown-sheet"] && named.unread[0].what.en.contains("'三月'"))
      #expect(try Self.read(text, NamedSheets(["二月"])).codes == ["unknown-sheet"])
      #expect(try Self.read(text, NamedSheets(["all"])).rows == ["f:2 1|2|"])
    }
  }

  @Test(
    "line feeds in cells shift no row, and nothing but the sheet's own cells parts them",
    arguments: [1, 1 << 18])
  func places(blockSize: Int) throws {
    let sheet = Self.sheet(
      "表",
      [["sep=;"], ["{\"a\":1}"], ["a\n（元）", "b;\"b\"", "b"], ["1\n2", "3\r\n4", "5"], ["6;7", "8\t", "9"]])
    let read = try Self.read([sheet], blockSize: blockSize)
    #expect(read.rows == ["f#表:4 1\n2|5|", "f#表:5 6;7|9|"])
  }

  @Test("a name on a tab steers no terminal")
  func names() throws {
    let sheet = Self.sheet("a\u{202E}b\u{9B}c", [["a", "b"], ["1", "2"]])
    #expect(try Self.read([sheet]).rows == ["f#a\u{FFFD}b\u{FFFD}c:2 1|2|"])
  }

  @Test("what was met is noted, of several sheets with their names")
  func notes() throws {
    var first = Sheet(
      "一", [[.text("a"), .text("b")], [.number("1"), .formula("A2", value: nil)], [.number("2")]])
    first.hiddenRows = [3]
    first.merged = ["A2:A3"]
    let second = Sheet("二", [[.text("a"), .text("b")], [.error("#REF!"), .number("3")]])
    let one = try #require(try Self.read([first]).notes)
    #expect(one.hiddenRows == 1 && one.filledCells == 1 && one.errors.count == 0)
    #expect(one.formulasWithoutValue.first == ["B2"] && one.formulasWithoutValue.count == 1)
    let both = try #require(try Self.read([first, second], ["all"]).notes)
    #expect(both.formulasWithoutValue.first == ["一!B2"] && both.errors.first == ["二!A2"])
  }

  @Test("from a pipe as from a file, and what is none is told in one sentence")
  func pipes() throws {
    try withScratchFolder { folder in
      let pipe = folder.appending(path: "pipe")
      func through(_ bytes: [UInt8]) throws -> Read {
        try? FileManager.default.removeItem(at: pipe)
        #expect(unsafe mkfifo(pipe.path, 0o600) == 0)
        let writer = Thread { try? Data(bytes).write(to: pipe) }
        writer.start()
        return try Self.read(pipe, NamedSheets())
      }
      #expect(try through(OfficeWorkbook([Self.other, Self.one]).bytes).rows.count == 2)
      #expect(throws: TableError.workbook(pipe.path, .foreign(.pdf))) {
        try through(Array("%PDF-1.7\n".utf8))
      }
      let file = folder.appending(path: "list.xls")
      try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)).write(
        to: file)
      #expect(throws: TableError.workbook(file.path, .foreign(.oldWorkbook))) {
        try Self.read(file, NamedSheets())
      }
    }
  }
}
