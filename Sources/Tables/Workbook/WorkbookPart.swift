/// What the book's own file says: its sheets, and how it counts days.
final class WorkbookPart: XMLReader {
  /// A sheet as it is listed.
  struct Listed {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Listed] = []
  private(set) var isFrom1904 = false
  private(set) var isWorkbook = false

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    if depth == 1 { return isWorkbook = word == .workbook }
    guard isWorkbook else { return }
    if word == .workbookPr, depth == 2 { return isFrom1904 = unsafe attributes.isOn("date1904") }
    guard word == .sheet, depth == 3, above == .sheets else { return }
    guard let name = unsafe attributes.string("name"),
      let relation = unsafe value("id", in: .officeRelation, of: attributes)
    else { return }
    let state = unsafe attributes.string("state") ?? "visible"
    sheets.append(
      Listed(name: name, isHidden: state != "visible", relation: unsafe XMLText.string(relation)))
  }
}
