import Tables
import Testing
import WorkbookKit

@Suite("Merged cells")
struct MergedCellTests {
  private static let head = #"<row r="1"><c r="A1" t="str"><v>户主</v></c><c r="B1"><v>1</v></c></row>"#
  private static func area(_ references: String...) -> String {
    "<mergeCells>" + references.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
  }

  static let all: [SheetShape] = [
    SheetShape(
      "down",
      head + #"<row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>"#,
      is: "户主,1\n户主,2\n,3\n", behind: area("A1:A2")),
    SheetShape(
      "across", #"<row r="1"><c r="B1"><v>1</v></c><c r="E1"><v>2</v></c></row>"#, is: ",1,1,1,2\n",
      behind: area("B1:D1")),
    SheetShape("down and across", head + "<row/>", is: "户主,1\n户主\n", behind: area("A1:A2")),
    SheetShape(
      "two at once", #"<row><c><v>1</v></c><c><v>2</v></c></row><row/><row/>"#, is: "1,2\n1,2\n,2\n",
      behind: area("B1:B3", "A1:A2")),
    SheetShape(
      "a rectangle", #"<row r="2"><c r="B2"><v>7</v></c></row><row r="3"/>"#, is: "\n,7,7\n,7,7\n",
      behind: area("B2:C3")),
    SheetShape(
      "at the end of rows", "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>", is: "1\n2\n",
      behind: area("C1:D2")),
    SheetShape(
      "rows that are not there stay empty", #"<row r="1"><c><v>1</v></c></row><row r="4"/>"#,
      is: "1\n\n\n1\n",
      behind: area("A1:A4")),
    SheetShape(
      "what is hidden below is not seen", "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
      is: "1\n1\n",
      behind: area("A1:A2")),
    SheetShape(
      "with a quoted text", #"<row><c t="str"><v>a,b</v></c></row><row/>"#, is: "\"a,b\"\n\"a,b\"\n",
      behind: area("A1:A2")),
    SheetShape("of one cell", "<row><c><v>1</v></c></row><row/>", is: "1\n\n", behind: area("A1", "A2:A2")),
    SheetShape("with dollars", "<row><c><v>1</v></c></row><row/>", is: "1\n1\n", behind: area("$A$1:$A$2")),
    SheetShape(
      "whose first row is not there", #"<row r="2"><c r="A2"><v>5</v></c></row>"#, is: "\n5\n",
      behind: area("A1:A2")),
    SheetShape(
      "to the end of the sheet", head + "<row/><row/>", is: "户主,1\n户主\n户主\n", behind: area("A1:A1048576")),
    SheetShape("none", head, is: "户主,1\n", behind: "<mergeCells/>"),
  ]

  @Test("have the value of the first cell", arguments: all)
  func shapes(_ shape: SheetShape) throws { #expect(try ReadWorkbook(shape.book.bytes).text == shape.text) }

  @Test("are counted")
  func counted() throws {
    let read = try ReadWorkbook(
      MadeWorkbook(rows: Self.head + "<row/><row/>", behind: Self.area("A1:A3")).bytes)
    #expect(read.notes.first?.filledCells == 2)
  }

  @Test(
    "that overlap, or stand nowhere, are refused",
    arguments: [
      (["A1:B2", "B2:C3"], WorkbookFault.Sheet.mergesOverlap), (["A1:B1", "B1:C1"], .mergesOverlap),
      (["A1:A9", "A2:A3"], .mergesOverlap), (["A0:B1"], .badReference), (["B1:A1"], .badReference),
      (["A1:XFE1"], .badReference), ([""], .badReference), (["A1:B2:C3"], .badReference),
      (["1:2"], .badReference),
    ])
  func refused(_ references: [String], _ fault: WorkbookFault.Sheet) {
    let behind = references.map { "<mergeCells><mergeCell ref=\"\($0)\"/></mergeCells>" }.joined()
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>"
    guard case .badSheet("表一", _, _, fault)? = refusal(MadeWorkbook(rows: rows, behind: behind).bytes) else {
      Issue.record("read, or refused otherwise")
      return
    }
  }

  @Test("are found wherever a piece of the file ends")
  func pieces() throws {
    for count in stride(from: 131_000, through: 131_100, by: 3) {
      let rows = "<row><c t=\"str\"><v>\(String(repeating: "a", count: count))</v></c></row><row/>"
      let read = try ReadWorkbook(MadeWorkbook(rows: rows, behind: Self.area("A1:A2")).bytes)
      #expect(read.texts.first?.count == 2 * count + 2)
    }
  }
}
