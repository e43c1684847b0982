import Tables
import Testing
import WorkbookKit

@Suite("A file that is no table")
struct FileLookTests {
  private static func compound(_ name: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      + name.utf8.flatMap { letter -> [UInt8] in [letter, 0] } + [0, 0]
  }

  @Test(
    "is told by its first bytes",
    arguments: [
      (compound("Workbook"), ForeignFile.oldWorkbook), (compound("Book"), .oldWorkbook),
      (compound("EncryptedPackage"), .encryptedWorkbook), (compound("WordDocument"), .oldDocument),
      (compound("?"), .oldWorkbook), ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .oldWorkbook),
      (Array("%PDF-1.7\n".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .picture),
      ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
      (Array("GIF89a".utf8), .picture), (Array("RIFF1234WEBPVP8".utf8), .picture),
      ([0, 0, 0, 24] + Array("ftypheic0000".utf8), .picture), (Array("Rar!\u{1A}\u{7}".utf8), .packed),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .packed), ([0x1F, 0x8B, 8, 0], .packed),
      (Array("\n <HTML><body>".utf8), .page), (Array("<table border=1>".utf8), .page),
      ([0xEF, 0xBB, 0xBF] + Array("<!DOCTYPE html>".utf8), .page), (Array("MIME-Version: 1.0".utf8), .page),
      ([0xFF, 0xFE] + "<html>".utf8.flatMap { letter -> [UInt8] in [letter, 0] }, .page),
      (Array("<?xml version=\"1.0\"?>\n<html xmlns:x=\"urn:x\">".utf8), .page),
      (
        Array("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook>".utf8),
        .workbookAsXML
      ),
    ] as [([UInt8], ForeignFile)])
  func told(_ first: [UInt8], _ file: ForeignFile) {
    #expect(FileLook.told(by: first) == .foreign(file))
    #expect(refusal(first) == .foreign(file))
  }

  @Test("is not taken for one where it is a table")
  func tables() {
    for text in [
      "", "claim_id,amount\n", "{\"a\":1}", "户编号,金额\n", "<5,x\n", "[{}]", "\u{FEFF}a;b\n", "PK,1\n", "BM,1\n",
    ] {
      #expect(FileLook.told(by: Array(text.utf8)) == .text)
    }
    #expect(FileLook.told(by: "户,a".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .text)
    #expect(FileLook.told(by: MadeWorkbook().bytes) == .archive)
  }

  @Test("is told by the list of its streams, wherever in the file that stands")
  func streams() {
    var bytes = Self.compound("")
    bytes[30] = 9
    let sector = 1000
    for (index, byte) in [UInt8(sector & 0xFF), UInt8(sector >> 8), 0, 0].enumerated() {
      bytes[48 + index] = byte
    }
    bytes += [UInt8](repeating: 0, count: (sector + 1) * 512 - bytes.count)
    bytes += "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
    #expect(refusal(bytes) == .foreign(.encryptedWorkbook))
    for index in 48..<52 { bytes[index] = 0xFF }
    #expect(refusal(bytes) == .foreign(.oldWorkbook))
  }

  @Test(
    "is told by its files where it is an archive",
    arguments: [
      (["xl/workbook.bin"], ForeignFile.binaryWorkbook), (["mimetype", "content.xml"], .openDocument),
      (["word/document.xml"], .document), (["ppt/presentation.xml"], .document), (["a.csv"], .otherArchive),
    ])
  func archives(_ names: [String], _ file: ForeignFile) {
    let entries = names.map { MadeArchive.Entry(name: $0, content: Array("<a/>".utf8)) }
    #expect(refusal(MadeArchive(entries: entries).bytes) == .foreign(file))
  }

  @Test("is told where names are in an encoding of their own")
  func names() {
    let entries = ["QQ.csv", "WW.csv"].map { MadeArchive.Entry(name: $0, content: Array("a,b\n".utf8)) }
    let bytes = MadeArchive(entries: entries).bytes.map { byte -> UInt8 in
      byte == UInt8(ascii: "Q") ? 0xD2 : byte == UInt8(ascii: "W") ? 0xB6 : byte
    }
    #expect(refusal(bytes) == .foreign(.otherArchive))
  }

  @Test("is told where a document lies at the place of a workbook")
  func otherRoot() {
    var book = MadeWorkbook()
    book.parts["xl/workbook.xml"] = "<document/>"
    #expect(refusal(book.bytes) == .foreign(.otherArchive))
    book.parts["word/document.xml"] = "<document/>"
    #expect(refusal(book.bytes) == .foreign(.document))
    book.parts["_rels/.rels"] = MadeWorkbook.relations([("a", "officeDocument", "xl/workbook.bin")])
    book.parts["xl/workbook.bin"] = "x"
    #expect(refusal(book.bytes) == .foreign(.binaryWorkbook))
  }
}
