/// The parts of our workbooks other than the sheet.
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Where the sheet stands.
  static let sheet = "xl/worksheets/sheet1.xml"

  /// Each part with its path, in the order in which they stand in the file.
  ///
  /// - Parameter name: the sheet's.
  static func all(sheet name: String) -> [(path: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes),
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", book(name)),
      (
        "xl/_rels/workbook.xml.rels",
        relations([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])
      ),
      ("xl/styles.xml", WorkbookStyle.part),
    ]
  }

  private static var contentTypes: String {
    let overrides = [
      ("xl/workbook.xml", "sheet.main"), (sheet, "worksheet"), ("xl/styles.xml", "styles"),
    ].map { path, type in #"<Override PartName="/\#(path)" ContentType="\#(spreadsheet).\#(type)+xml"/>"# }
    return declaration + #"<Types xmlns="\#(package)/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>\#(overrides.joined())</Types>"#
  }

  private static func relations(_ targets: [(type: String, path: String)]) -> String {
    let all = targets.enumerated().map { index, target in
      #"<Relationship Id="rId\#(index + 1)" Type="\#(relations)/\#(target.type)" Target="\#(target.path)"/>"#
    }
    return declaration + #"<Relationships xmlns="\#(package)/relationships">\#(all.joined())</Relationships>"#
  }

  private static func book(_ name: String) -> String {
    declaration
      + #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><bookViews><workbookView/></bookViews>"#
      + #"<sheets><sheet name="\#(name)" sheetId="1" r:id="rId1"/></sheets></workbook>"#
  }
}
