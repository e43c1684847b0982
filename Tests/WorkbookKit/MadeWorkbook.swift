/// A workbook made for a test: the parts as text, each of which can be changed.
package struct MadeWorkbook {
  package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let packages = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts by their paths.
  package var parts: [String: String]

  /// One sheet, of which only the rows and what stands behind them are given.
  package init(
    rows: String = "", behind: String = "", texts: [String] = [], formats: [String] = [], own: String = ""
  ) {
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

  package static func sheet(_ rows: String, behind: String = "") -> String {
    "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
  }

  package static func book(_ sheets: String, properties: String = "") -> String {
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(properties)<sheets>\(sheets)</sheets></workbook>"
  }

  package static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let all = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(packages)\">\(all.joined())</Relationships>"
  }

  /// Cell format n shows the number format n of the list.
  package static func styles(_ formats: [String], own: String) -> String {
    let all = formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    return
      "<styleSheet xmlns=\"\(main)\"><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(all)</cellXfs></styleSheet>"
  }

  package var archive: MadeArchive {
    MadeArchive(
      entries: parts.sorted { $0.key < $1.key }.map {
        MadeArchive.Entry(name: $0.key, content: Array($0.value.utf8))
      })
  }

  package var bytes: [UInt8] { archive.bytes }
}
