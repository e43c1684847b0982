import Foundation
import Tables
import TestKit
import Testing
import Units
import WorkbookKit

@Suite("A workbook that means harm")
struct HostileWorkbookTests {
  private static let part = "xl/worksheets/sheet1.xml"

  private static func refused(_ sheet: String) -> WorkbookFault? {
    var book = MadeWorkbook()
    book.parts[part] = sheet
    return refusal(book.bytes)
  }

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test(
    "with a document type is refused, whatever it declares",
    arguments: [
      "<!DOCTYPE worksheet>", #"<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">"#,
      #"<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>"#,
      #"<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]>"#,
    ])
  func documentType(_ type: String) {
    let sheet = type + MadeWorkbook.sheet("<row><c><v>1</v></c></row>")
    #expect(Self.refused(sheet) == .documentType(Self.part))
    for other in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"] {
      var book = MadeWorkbook()
      book.parts[other] = type + (book.parts[other] ?? "")
      #expect(refusal(book.bytes) == .documentType(other))
    }
  }

  @Test(
    "that is no XML is refused with the line",
    arguments: [
      "", "\n<worksheet>", "<worksheet></row>", "<worksheet>&a;</worksheet>", "<worksheet a='1' a='2'/>",
      "<worksheet/><a/>",
      "\u{1}", "<worksheet>\u{0}</worksheet>", "<worksheet", "a,b", "<worksheet>]]></worksheet>",
    ])
  func noXML(_ text: String) {
    guard case .badXML(Self.part, let line)? = Self.refused(text) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(line >= 1)
  }

  @Test("with more depth, attributes, names or longer tags than any has is refused")
  func shapes() {
    let start = "<worksheet xmlns=\"\(MadeWorkbook.main)\">"
    #expect(Self.refused(start + Self.times(200_000, "<a>")) == .badXML(Self.part, line: 1))
    let attributes = (0..<300).map { " a\($0)=\"1\"" }.joined()
    #expect(Self.refused(start + "<a\(attributes)/></worksheet>") == .badXML(Self.part, line: 1))
    #expect(
      Self.refused(start + "<a b=\"\(Self.times(3 << 20, "x"))\"/></worksheet>") == .tooLarge(Self.part))
    #expect(Self.refused(start + "<!--\(Self.times(3 << 20, "x"))--></worksheet>") == .tooLarge(Self.part))
    #expect(Self.refused(start + "<\(Self.times(3 << 20, "x"))/></worksheet>") == .tooLarge(Self.part))
  }

  @Test("with nothing but new names is refused before they fill the memory", .from(.ordinary))
  func names() {
    var sheet = "<worksheet>"
    for index in 0..<TestSize.volume(fast: 1, ordinary: 900_000, long: 2_000_000) {
      sheet += "<a\(index)bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb/>"
    }
    #expect(Self.refused(sheet + "</worksheet>") == .tooLarge(Self.part))
  }

  @Test("that unpacks without end is refused soon", .from(.ordinary))
  func bombs() {
    let start = Array(MadeWorkbook.sheet("").utf8.dropLast(24))
    let nothing = [UInt8](repeating: 0x20, count: 80 << 20)
    for part in [Self.part, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"] {
      var archive = MadeWorkbook().archive
      guard let index = archive.entries.firstIndex(where: { $0.name == part }) else { continue }
      archive.entries[index].content = start + nothing
      #expect(refusal(archive.bytes) == .tooLarge(part))
    }
  }

  @Test("with cells and rows longer than a table's are refused")
  func long() {
    let cell = "<row><c t=\"str\"><v>\(Self.times(300_000, "x"))</v></c></row>"
    #expect(refusal(MadeWorkbook(rows: cell).bytes) == .badSheet("表一", row: 1, column: 1, .cellTooLong))
    let texts = ["<t>\(Self.times(200_000, "x"))</t>"]
    let row = "<row>\(Self.times(100, "<c t=\"s\"><v>0</v></c>"))</row>"
    #expect(
      refusal(MadeWorkbook(rows: row, texts: texts).bytes) == .badSheet("表一", row: 1, column: 84, .rowTooLong)
    )
    let text = MadeWorkbook(texts: ["<t>\(Self.times(300_000, "x"))</t>"])
    #expect(refusal(text.bytes) == .tooLarge("xl/sharedStrings.xml"))
  }

  @Test("whose text grows out of a few bytes is refused", .from(.ordinary))
  func growing() {
    let texts = ["<t>\(Self.times(100_000, "x"))</t>"]
    let rows = Self.times(40_000, #"<row><c t="s"><v>0</v></c></row>"#)
    let fault = refusal(MadeWorkbook(rows: rows, texts: texts).bytes)
    guard case .badSheet("表一", _, 0, .textTooLong)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    let area = #"<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#
    let merged = refusal(
      MadeWorkbook(rows: "<row><c><v>123456789</v></c></row>" + Self.times(100_000, "<row/>"), behind: area)
        .bytes)
    guard case .badSheet("表一", _, _, .textTooLong)? = merged else {
      Issue.record("\(String(describing: merged))")
      return
    }
  }

  @Test("with a very long row of merged cells is refused")
  func mergedRow() {
    let rows = "<row><c t=\"str\"><v>\(Self.times(10_000, "x"))</v></c></row>"
    let behind = #"<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>"#
    #expect(
      refusal(MadeWorkbook(rows: rows, behind: behind).bytes)
        == .badSheet("表一", row: 1, column: 0, .rowTooLong))
  }

  @Test("is said to be so in both languages, in one sentence with its cure")
  func wording() {
    var faults: [WorkbookFault] = [
      .cannotRead(5), .encrypted, .unknownCompression("p"), .missingPart("p"), .tooLarge("p"),
      .badXML("p", line: 3),
      .documentType("p"), .noSheets, .badSheet("表", row: 0, column: 0, .mergesOverlap),
      .badSheet("表", row: 3, column: 0, .rowTooLong), .badSheet("表", row: 3, column: 28, .noSuchText),
    ]
    faults +=
      ForeignFile.allCases.map { .foreign($0) } + WorkbookFault.Archive.allCases.map { .badArchive($0) }
    faults += WorkbookFault.Sheet.allCases.map { .badSheet("表", row: 1, column: 1, $0) }
    for fault in faults {
      let (zh, en) = (fault.wording.zh, fault.wording.en)
      #expect(zh.unicodeScalars.contains { $0.value > 0x3400 } && !zh.hasSuffix("。"))
      #expect(!en.isEmpty && !en.hasSuffix(".") && !en.contains(". "))
    }
    #expect(Set(faults.map(\.wording.en)).count >= faults.count - 2)
    #expect(WorkbookFault.badSheet("表", row: 3, column: 28, .noSuchText).wording.en.contains("AB3"))
    #expect(TableError.workbook("f", .noSheets).wording.en.hasPrefix("f: "))
  }
}
