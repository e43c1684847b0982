import Tables

/// A workbook made for a test: the parts as text, each of which can be changed.
struct MadeWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts by their paths.
  var parts: [String: String]

  /// One sheet, of which only the rows and what stands behind them are given.
  init(rows: String = "", behind: String = "", texts: [String] = [], formats: [String] = [], own: String = "")
  {
    parts = [
      "_rels/.rels": MadeWorkbook.relations([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": MadeWorkbook.book(#"<sheet name="表一" sheetId="1" r:id="rId1"/>"#),
      "xl/_rels/workbook.xml.rels": MadeWorkbook.relations([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ]),
      "xl/worksheets/sheet1.xml": MadeWorkbook.sheet(rows, behind: behind),
      "xl/styles.xml": MadeWorkbook.styles(formats, own: own),
      "xl/sharedStrings.xml":
        "<sst xmlns=\"\(MadeWorkbook.main)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>",
    ]
  }

  static func sheet(_ rows: String, behind: String = "") -> String {
    "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
  }

  static func book(_ sheets: String, properties: String = "") -> String {
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(properties)<sheets>\(sheets)</sheets></workbook>"
  }

  static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let all = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)\">\(all.joined())</Relationships>"
  }

  /// Cell format n shows the number format n of the list.
  static func styles(_ formats: [String], own: String) -> String {
    let all = formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    return
      "<styleSheet xmlns=\"\(main)\"><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(all)</cellXfs></styleSheet>"
  }

  var archive: MadeArchive {
    MadeArchive(
      entries: parts.sorted { $0.key < $1.key }.map {
        MadeArchive.Entry(name: $0.key, content: Array($0.value.utf8))
      })
  }

  var bytes: [UInt8] { archive.bytes }
}

/// A file that stands in memory.
final class BytesInMemory: WorkbookBytes {
  private let all: [UInt8]
  var byteCount: Int { all.count }

  init(_ all: [UInt8]) { self.all = all }

  func bytes(
    at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(WorkbookFault) -> Int {
    precondition(offset >= 0 && count >= 0, "a reader asks for what can be")
    guard offset < all.count else { return 0 }
    let got = min(count, all.count - offset)
    for index in 0..<got { unsafe buffer[index] = all[offset + index] }
    return got
  }
}

/// What a workbook was read as.
struct ReadWorkbook {
  var sheets: [Workbook.Sheet] = []
  var texts: [[UInt8]] = []
  var notes: [SheetNotes] = []

  /// Reads all sheets, in pieces of a size.
  init(_ bytes: [UInt8], piece: Int = 1 << 16, upTo limit: Int = .max) throws(WorkbookFault) {
    let book = try Workbook(BytesInMemory(bytes))
    sheets = book.sheets
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: piece)
    defer { unsafe room.deallocate() }
    for sheet in book.sheets {
      let text = try book.text(of: sheet)
      var all: [UInt8] = []
      var count = 0
      while true {
        let got = try unsafe text.read(into: room, count: piece)
        if got == 0 { break }
        count += got
        if count <= limit { unsafe all += UnsafeBufferPointer(start: room, count: got) }
      }
      texts.append(all)
      notes.append(text.notes)
    }
  }

  /// The first sheet as text.
  var text: String { String(decoding: texts.first ?? [], as: UTF8.self) }
}

/// Why a workbook is refused; `nil` where it is read.
func refusal(_ bytes: [UInt8]) -> WorkbookFault? {
  do throws(WorkbookFault) {
    _ = try ReadWorkbook(bytes, upTo: 0)
    return nil
  } catch {
    return error
  }
}
