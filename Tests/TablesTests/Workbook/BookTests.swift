import Foundation
import Tables
import TestKit
import Testing
import WorkbookKit

@Suite("A workbook")
struct BookTests {
  private static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  private static let strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  private static let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

  /// A book of several sheets, the first in its file being the last of its tabs.
  private static var three: MadeWorkbook {
    var book = MadeWorkbook(rows: row)
    book.parts["xl/workbook.xml"] = MadeWorkbook.book(
      """
      <sheet name="丙" sheetId="9" r:id="a"/><sheet name="图" sheetId="8" r:id="c"/>
      <sheet name="甲" sheetId="1" state="hidden" r:id="b"/><sheet name="乙" state="veryHidden" sheetId="2" r:id="rId1"/>
      """)
    book.parts["xl/_rels/workbook.xml.rels"] = MadeWorkbook.relations([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "/xl/worksheets/sheet2.xml"),
      ("a", "worksheet", "../xl/./worksheets/sheet3.xml"), ("c", "chartsheet", "chartsheets/sheet1.xml"),
    ])
    book.parts["xl/worksheets/sheet2.xml"] = MadeWorkbook.sheet("<row><c><v>2</v></c></row>")
    book.parts["xl/worksheets/sheet3.xml"] = MadeWorkbook.sheet("<row><c><v>3</v></c></row>")
    return book
  }

  @Test(
    "has its sheets in the order of the tabs, by relations; charts are none, and hidden ones are said to be")
  func order() throws {
    let read = try ReadWorkbook(Self.three.bytes)
    #expect(read.sheets.map(\.name) == ["丙", "甲", "乙"])
    #expect(read.sheets.map(\.isHidden) == [false, true, true])
    #expect(read.texts.map { String(decoding: $0, as: UTF8.self) } == ["3\n", "2\n", "1\n"])
  }

  @Test("may be in the words of the strict standard")
  func strict() throws {
    var book = MadeWorkbook(
      rows: #"<row><c t="s"><v>0</v></c><c s="0"><v>43164</v></c></row>"#,
      texts: ["<t>甲</t>"], formats: ["14"])
    for (path, text) in book.parts {
      book.parts[path] = text.replacingOccurrences(of: MadeWorkbook.main, with: Self.strictMain)
        .replacingOccurrences(of: MadeWorkbook.relations, with: Self.strictRelations)
    }
    #expect(try ReadWorkbook(book.bytes).text == "甲,2018-03-05\n")
  }

  @Test("may have any prefix, and other ones inside", arguments: ["x", "ss", "c", "é"])
  func prefixes(_ prefix: String) throws {
    var book = MadeWorkbook()
    book.parts["xl/worksheets/sheet1.xml"] = """
      <\(prefix):worksheet xmlns:\(prefix)="\(MadeWorkbook.main)" xmlns="urn:other"><row/><\(prefix):sheetData>
      <\(prefix):row><\(prefix):c><v>9</v><\(prefix):v>1</\(prefix):v></\(prefix):c>
      <z:c xmlns:z="\(MadeWorkbook.main)"><z:v>2</z:v></z:c><\(prefix):c xmlns:\(prefix)="urn:other"/>
      <c xmlns="\(MadeWorkbook.main)"><v>3</v></c><c><v>4</v></c><n:c><n:v/></n:c></\(prefix):row>
      </\(prefix):sheetData></\(prefix):worksheet>
      """.replacingOccurrences(of: "<n:c><n:v/></n:c>", with: "")
    book.parts["xl/workbook.xml"] = """
      <\(prefix):workbook xmlns:\(prefix)="\(MadeWorkbook.main)" xmlns:q="\(MadeWorkbook.relations)"><\(prefix):sheets>
      <\(prefix):sheet name="表一" sheetId="1" q:id="rId1"/></\(prefix):sheets></\(prefix):workbook>
      """
    #expect(try ReadWorkbook(book.bytes).text == "1,2,3\n")
  }

  @Test("may be written in other encodings")
  func encodings() throws {
    var book = MadeWorkbook()
    let sheet = MadeWorkbook.sheet(
      #"<row><c t="str"><v>甲</v></c></row><row/>"#,
      behind: #"<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#)
    var archive = book.archive
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let declared = encoding == .utf16 ? sheet : "\u{FEFF}" + sheet
      let index = try #require(archive.entries.firstIndex { $0.name == "xl/worksheets/sheet1.xml" })
      archive.entries[index].content = Array(try #require(declared.data(using: encoding)))
      #expect(try ReadWorkbook(archive.bytes).text == "甲\n甲\n")
    }
    book.parts["xl/worksheets/sheet1.xml"] = #"<?xml version="1.0" encoding="GBK"?>"# + sheet
    #expect(refusal(book.bytes) == .badXML("xl/worksheets/sheet1.xml", line: 1))
  }

  @Test(
    "lies in its archive in many ways",
    arguments: [
      "stored", "descriptor", "large", "comment", "backslash",
      "slash", "capitals", "no root", "descriptor, large",
    ])
  func archives(_ way: String) throws {
    var book = MadeWorkbook(rows: Self.row)
    if way == "no root" { book.parts["_rels/.rels"] = nil }
    var archive = book.archive
    for index in archive.entries.indices {
      let name = archive.entries[index].name
      if way.contains("stored") { archive.entries[index].isDeflated = false }
      if way.contains("descriptor") { archive.entries[index].hasDescriptor = true }
      if way.contains("large") { archive.entries[index].isLarge = true }
      if way == "backslash" { archive.entries[index].name = name.replacingOccurrences(of: "/", with: "\\") }
      if way == "slash" { archive.entries[index].name = "/" + name }
      if way == "capitals" { archive.entries[index].name = name.uppercased() }
    }
    if way == "comment" {
      archive.comment = Array("PK\u{5}\u{6} a comment of some length, with the mark in it".utf8)
    }
    #expect(try ReadWorkbook(archive.bytes).text == "1\n")
  }

  @Test("without what belongs to it is refused by name")
  func missing() throws {
    var book = Self.three
    book.parts["xl/worksheets/sheet2.xml"] = nil
    #expect(refusal(book.bytes) == .missingPart("xl/worksheets/sheet2.xml"))
    book = Self.three
    book.parts["xl/_rels/workbook.xml.rels"] = nil
    #expect(refusal(book.bytes) == .missingPart("丙"))
    book = MadeWorkbook()
    book.parts["xl/workbook.xml"] = MadeWorkbook.book("")
    #expect(refusal(book.bytes) == .noSheets)
    book = MadeWorkbook(rows: #"<row><c t="s"><v>0</v></c></row>"#)
    book.parts["xl/sharedStrings.xml"] = nil
    #expect(refusal(book.bytes) == .badSheet("表一", row: 1, column: 1, .noSuchText))
  }

  @Test(
    "whose rows and cells stand where they cannot is refused with the place",
    arguments: [
      (#"<row r="2"/><row r="2"/>"#, 2, 0, WorkbookFault.Sheet.rowsOutOfOrder),
      (#"<row r="2"/><row r="1"/>"#, 2, 0, .rowsOutOfOrder),
      (#"<row r="0"/>"#, 0, 0, .rowsOutOfOrder), (#"<row r="1048577"/>"#, 0, 0, .badReference),
      (#"<row r="x"/>"#, 0, 0, .badReference), (#"<row r="99999999999999999999"/>"#, 0, 0, .badReference),
      (#"<row r=""/>"#, 0, 0, .badReference), (#"<row r="1048576"/><row/>"#, 1_048_576, 0, .badReference),
      (#"<row><c r="B1"/><c r="A1"/></row>"#, 1, 2, .cellsOutOfOrder),
      (#"<row><c r="B1"/><c r="B1"/></row>"#, 1, 2, .cellsOutOfOrder),
      (#"<row><c r="A2"/></row>"#, 1, 0, .badReference), (#"<row><c r="A"/></row>"#, 1, 0, .badReference),
      (#"<row><c r="1"/></row>"#, 1, 0, .badReference), (#"<row><c r=""/></row>"#, 1, 0, .badReference),
      (#"<row><c r="XFE1"/></row>"#, 1, 0, .badReference), (#"<row><c r="A1A"/></row>"#, 1, 0, .badReference),
      (#"<row><c r="ZZZZZZZZZZZZZZZZZZZZ1"/></row>"#, 1, 0, .badReference),
      (#"<row><c r="XFD1"/><c/></row>"#, 1, 16_385, .badReference),
      (#"<row><c t="s"><v>1</v></c></row>"#, 1, 1, .noSuchText),
      (#"<row><c t="s"><v>-1</v></c></row>"#, 1, 1, .noSuchText),
      (#"<row><c t="s"><v>x</v></c></row>"#, 1, 1, .noSuchText),
      (#"<row><c t="s"><v>99999999999999999999</v></c></row>"#, 1, 1, .noSuchText),
    ])
  func places(_ rows: String, _ row: Int, _ column: Int, _ fault: WorkbookFault.Sheet) {
    let found = refusal(MadeWorkbook(rows: rows, texts: ["<t>a</t>"]).bytes)
    #expect(found == .badSheet("表一", row: row, column: column, fault))
  }

  @Test("may stand in a file or come through a pipe", arguments: [false, true])
  func files(isPipe: Bool) throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("book.xlsx").path
      let bytes = Data(Self.three.bytes)
      let done = DispatchSemaphore(value: 0)
      if isPipe {
        #expect(unsafe mkfifo(path, 0o600) == 0)
        Thread.detachNewThread {
          FileHandle(forWritingAtPath: path)?.write(bytes)
          done.signal()
        }
      } else {
        try bytes.write(to: URL(filePath: path))
        done.signal()
      }
      let file = try InputFile(path: path, keepsPast: true)
      _ = try file.peek(100)
      let book = try WorkbookFile(file)
      #expect(book.sheets.map(\.name) == ["丙", "甲", "乙"])
      let text = try book.text(of: try #require(book.sheets.first))
      var room = [UInt8](repeating: 0, count: 10)
      let got = try unsafe room.withUnsafeMutableBufferPointer { buffer in
        try unsafe text.read(into: try #require(buffer.baseAddress), count: 10)
      }
      #expect(room.prefix(got) == Array("3\n".utf8)[...] && text.notes == SheetNotes())
      done.wait()
      let table = folder.appendingPathComponent("table.xlsx").path
      try Data("a,b\n".utf8).write(to: URL(filePath: table))
      #expect(throws: TableError.workbook(table, .badArchive(.cutOff))) {
        _ = try WorkbookFile(InputFile(path: table, keepsPast: true))
      }
    }
  }
}
