import Tables
import Testing
import WorkbookKit

@Suite("A day in a sheet")
struct SheetDayTests {
  private static func day(
    _ raw: String, _ text: String, format: String = "14", own: String = "", from1904: Bool = false
  ) -> SheetShape {
    SheetShape(
      "\(raw) as \(own.isEmpty ? format : own)\(from1904 ? " from 1904" : "")",
      "<row><c s=\"0\"><v>\(raw)</v></c></row>", is: text + "\n", formats: [format],
      own: own.isEmpty ? "" : "<numFmt numFmtId=\"\(format)\" formatCode=\"\(own)\"/>",
      properties: from1904 ? #"<workbookPr date1904="1"/>"# : "")
  }

  private static let serials: [SheetShape] = [
    day("43164", "2018-03-05"), day("43164.5625", "2018-03-05 13:30:00"), day("43164.999999", "2018-03-06"),
    day("43164.99998", "2018-03-05 23:59:58"), day("1", "1900-01-01"), day("59", "1900-02-28"),
    day("60", "1900-02-29"), day("61", "1900-03-01"), day("0", "1900-01-00"),
    day("0.5", "1900-01-00 12:00:00"),
    day("2958465", "9999-12-31"), day("2958466", "2958466"), day("-1", "-1"), day("1E10", "10000000000"),
    day("1E300", "1.00000000000000E+300"), day("0.00000000000000000001", "1900-01-00"),
    day("4.3164E4", "2018-03-05"), day("2018年3月5日", "2018年3月5日"),
    day("41702", "2018-03-05", from1904: true), day("0", "1904-01-01", from1904: true),
  ]

  private static let formats: [SheetShape] =
    ["14", "15", "20", "22", "27", "31", "36", "45", "47", "50", "57", "58"].map {
      day("43164", "2018-03-05", format: $0)
    }
    + ["0", "1", "2", "4", "9", "13", "23", "26", "37", "44", "48", "49", "59", "x", "99999999999"].map {
      day("43164", "43164", format: $0)
    }

  private static let own: [SheetShape] =
    [
      "yyyy\\-m\\-d;@", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-804]yyyy\\年m\\月d\\日",
      "yyyy年m月d日",
      "h:mm", "[h]:mm", "[ss]", "D/M", "[$-F800]dddd\\,\\ mmmm\\ dd", "上午/下午h时", "[Red]yyyy", "月",
    ].map { day("43164", "2018-03-05", format: "176", own: $0) }
    + [
      "General", "0.00", "#,##0.00_);[Red]\\(#,##0.00\\)", "0&quot;年&quot;", "0&quot;days&quot;", "0\\d",
      "0_d", "0*d",
      "[$USD] 0", "@", "0;yyyy", "[DBNum1]0", "0.00E+00", "G/通用格式", "&quot;y", "[y", "\\", "0元", "00000000",
    ].map { day("43164", "43164", format: "176", own: $0) } + [day("43164", "43164", own: "0.00")]

  private static let standard: [SheetShape] = [
    ("2018-03-05", "2018-03-05"), ("2018-03-05T00:00:00", "2018-03-05"),
    ("2018-03-05T00:00:00.000Z", "2018-03-05"),
    ("2018-03-05T13:30:05", "2018-03-05 13:30:05"), ("2018-3-5", "2018-3-5"), ("13:30:05", "13:30:05"),
    ("2018-03-05T13", "2018-03-05T13"), ("2018-03-05T13:30:05+08:00", "2018-03-05T13:30:05+08:00"),
    ("2018-03-051", "2018-03-051"),
  ].map { raw, text in
    SheetShape("the day \(raw)", "<row><c t=\"d\"><v>\(raw)</v></c></row>", is: text + "\n")
  }

  static let all = serials + formats + own + standard

  @Test("is told by the format of its cell", arguments: all)
  func shapes(_ shape: SheetShape) throws { #expect(try ReadWorkbook(shape.book.bytes).text == shape.text) }

  @Test("is a number where the book has no formats, or fewer than the cell says")
  func noFormats() throws {
    var book = MadeWorkbook(rows: #"<row><c s="7"><v>43164</v></c></row>"#)
    #expect(try ReadWorkbook(book.bytes).text == "43164\n")
    book.parts["xl/styles.xml"] = nil
    #expect(try ReadWorkbook(book.bytes).text == "43164\n")
  }
}
