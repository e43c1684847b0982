import Tables
import Testing
import WorkbookKit

/// One way in which the same few things are written by some program, and what they are.
struct SheetShape: Sendable, CustomTestStringConvertible {
  let name: String
  let rows: String
  let text: String
  var behind = ""
  var texts: [String] = []
  var formats: [String] = []
  var own = ""
  var properties = ""

  init(
    _ name: String, _ rows: String, is text: String, behind: String = "", texts: [String] = [],
    formats: [String] = [], own: String = "", properties: String = ""
  ) {
    (self.name, self.rows, self.text, self.behind) = (name, rows, text, behind)
    (self.texts, self.formats, self.own, self.properties) = (texts, formats, own, properties)
  }

  var testDescription: String { name }

  var book: MadeWorkbook {
    var book = MadeWorkbook(rows: rows, behind: behind, texts: texts, formats: formats, own: own)
    book.parts["xl/workbook.xml"] = MadeWorkbook.book(
      #"<sheet name="表一" sheetId="1" r:id="rId1"/>"#, properties: properties)
    return book
  }
}

@Suite("A sheet")
struct SheetShapeTests {
  private static let places: [SheetShape] = [
    SheetShape("empty", "", is: ""),
    SheetShape("one number", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, is: "1\n"),
    SheetShape("cells without places", "<row><c><v>1</v></c><c/><c><v>3</v></c></row>", is: "1,,3\n"),
    SheetShape(
      "rows without numbers", "<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row>", is: "1\n\n3\n"),
    SheetShape(
      "rows left out", #"<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c><v>2</v></c></row>"#,
      is: "\n,1\n\n\n2\n"),
    SheetShape(
      "a row without a number behind one with it",
      #"<row r="3"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#,
      is: "\n\n1\n2\n"),
    SheetShape(
      "cells left out", #"<row r="1"><c r="B1"><v>1</v></c><c r="AA1"><v>2</v></c></row>"#,
      is: ",1" + String(repeating: ",", count: 25) + "2\n"),
    SheetShape(
      "a cell without a place behind one with it", #"<row><c r="C1"><v>1</v></c><c><v>2</v></c></row>"#,
      is: ",,1,2\n"),
    SheetShape("small letters in a place", #"<row r="1"><c r="b1"><v>1</v></c></row>"#, is: ",1\n"),
    SheetShape(
      "the last column", #"<row r="1"><c r="XFD1"><v>1</v></c></row>"#,
      is: String(repeating: ",", count: 16_383) + "1\n"),
    SheetShape("cells with formats only", #"<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>"#, is: "\n"),
    SheetShape("blanks between all", "\n <row>\n  <c>\n <v>1</v>\n </c> \n</row>\n", is: "1\n"),
    SheetShape(
      "comments and instructions", "<row><!-- 1 --><c><v>1<!-- 2 -->2</v></c><?x y?></row>", is: "12\n"),
    SheetShape("other elements", "<row><c><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>", is: "1\n"),
  ]

  private static let texts: [SheetShape] = [
    SheetShape(
      "shared", #"<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>"#, is: "乙,甲\n",
      texts: ["<t>甲</t>", "<t>乙</t>"]),
    SheetShape(
      "shared, empty", #"<row><c t="s"><v>0</v></c><c><v>2</v></c></row>"#, is: ",2\n", texts: ["<t/>"]),
    SheetShape(
      "shared, of nothing", #"<row><c t="s"><v>0</v></c><c><v>2</v></c></row>"#, is: ",2\n", texts: [""]),
    SheetShape(
      "rich", #"<row><c t="s"><v>0</v></c></row>"#, is: "魏县东代固\n",
      texts: ["<r><rPr><b/></rPr><t>魏县</t></r><r><t>东</t></r><r><t>代固</t></r>"]),
    SheetShape(
      "with reading aids", #"<row><c t="s"><v>0</v></c></row>"#, is: "課税\n",
      texts: [#"<t>課税</t><rPh sb="0" eb="2"><t>カゼイ</t></rPh><phoneticPr fontId="1"/>"#]),
    SheetShape(
      "rich, with reading aids", #"<row><c t="s"><v>0</v></c></row>"#, is: "甲乙\n",
      texts: [#"<r><t>甲</t></r><rPh sb="0" eb="1"><t>か</t></rPh><r><t>乙</t></r>"#]),
    SheetShape("in the cell", #"<row><c t="inlineStr"><is><t>甲</t></is></c></row>"#, is: "甲\n"),
    SheetShape(
      "in the cell, rich", #"<row><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>"#,
      is: "甲乙\n"),
    SheetShape(
      "in the cell, with reading aids",
      #"<row><c t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>か</t></rPh></is></c></row>"#, is: "甲\n"),
    SheetShape("of a formula", #"<row><c t="str"><f>A1&amp;"x"</f><v>甲&amp;乙</v></c></row>"#, is: "甲&乙\n"),
    SheetShape(
      "of a formula, empty", #"<row><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>"#, is: ",1\n"),
    SheetShape(
      "of marks", #"<row><c t="inlineStr"><is><t>&lt;&#x7532;&#20057;&gt;</t></is></c></row>"#, is: "<甲乙>\n"),
    SheetShape("in a section of its own", #"<row><c t="str"><v><![CDATA[a<b]]></v></c></row>"#, is: "a<b\n"),
    SheetShape("with a comma", #"<row><c t="str"><v>a,b</v></c></row>"#, is: "\"a,b\"\n"),
    SheetShape("with a quote", #"<row><c t="str"><v>a"b</v></c></row>"#, is: "\"a\"\"b\"\n"),
    SheetShape(
      "with a line feed", "<row><c t=\"str\"><v>a\nb</v></c><c><v>1</v></c></row>", is: "\"a\nb\",1\n"),
    SheetShape("with a return", #"<row><c t="str"><v>a_x000D_&#10;b</v></c></row>"#, is: "\"a\r\nb\"\n"),
    SheetShape("with escapes", #"<row><c t="str"><v>_x4E00__x0041_b</v></c></row>"#, is: "一Ab\n"),
    SheetShape("with an escaped escape", #"<row><c t="str"><v>_x005F_x000D_</v></c></row>"#, is: "_x000D_\n"),
    SheetShape(
      "with half an escape", #"<row><c t="str"><v>_x00_ _xZZZZ_ _x1234</v></c></row>"#,
      is: "_x00_ _xZZZZ_ _x1234\n"),
    SheetShape(
      "with two halves of a character", #"<row><c t="str"><v>_xD842__xDFB7_</v></c></row>"#, is: "𠮷\n"),
    SheetShape("with half a character", #"<row><c t="str"><v>_xD842_a</v></c></row>"#, is: "\u{FFFD}a\n"),
    SheetShape(
      "with blanks at the ends", #"<row><c t="str"><v xml:space="preserve"> a </v></c></row>"#, is: " a \n"),
    SheetShape("like a number", #"<row><c t="str"><v>00013</v></c></row>"#, is: "00013\n"),
  ]

  private static func number(_ raw: String, _ text: String) -> SheetShape {
    SheetShape("the number \(raw)", "<row><c><v>\(raw)</v></c></row>", is: text + "\n")
  }

  private static let numbers: [SheetShape] = [
    number("0", "0"), number("-0", "0"), number("0.0", "0"), number("130434.0", "130434"),
    number("1.50", "1.5"),
    number("007", "7"), number("-12.5", "-12.5"), number(" 12 ", "12"), number("+3", "3"),
    number(".5", "0.5"),
    number("5.", "5"), number("0.30000000000000004", "0.3"), number("1234.5599999999999", "1234.56"),
    number("18000.009999999998", "18000.01"), number("99999999999.990005", "99999999999.99"),
    number("1E3", "1000"), number("1.5E-3", "0.0015"), number("1.2345E+4", "12345"),
    number("1e-05", "0.00001"),
    number("999999999999999", "999999999999999"), number("1000000000000000", "1.00000000000000E+15"),
    number("130434198001011234", "1.30434198001011E+17"), number("1.30434E+17", "1.30434000000000E+17"),
    number("6217000010001234", "6.21700001000123E+15"), number("9999999999999995", "1.00000000000000E+16"),
    number("0.99999999999999989", "1"), number("1E400", "1.00000000000000E+400"),
    number("1E-300", "1.00000000000000E-300"), number("0E999999999999", "0"),
    number("1E99999999999999999999", "1.00000000000000E+1048576"), number("abc", "abc"),
    number("1,5", "\"1,5\""),
    number("1E", "1E"), number("1.2.3", "1.2.3"), number("-", "-"), number("NaN", "NaN"),
    number(String(repeating: "9", count: 400), "1.00000000000000E+400"),
    number("0." + String(repeating: "0", count: 400) + "1", "1.00000000000000E-401"),
  ]

  private static let kinds: [SheetShape] = [
    SheetShape("truths", #"<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>"#, is: "yes,no\n"),
    SheetShape("an error", ##"<row><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"##, is: "\u{FFFD}#DIV/0!\n"),
    SheetShape("a formula with its value", "<row><c><f>1+1</f><v>2</v></c></row>", is: "2\n"),
    SheetShape("a shared formula", #"<row><c><f t="shared" si="0"/><v>2</v></c></row>"#, is: "2\n"),
    SheetShape(
      "a formula without a value", "<row><c><f>1+1</f></c><c><v>1</v></c></row>", is: "\u{FFFD}=,1\n"),
    SheetShape("a formula with an empty value", "<row><c><f>1+1</f><v/></c></row>", is: "\u{FFFD}=\n"),
    SheetShape("the kind n", #"<row><c t="n"><v>2.50</v></c></row>"#, is: "2.5\n"),
    SheetShape("an unknown kind", #"<row><c t="zz"><v>2.50</v></c></row>"#, is: "2.50\n"),
  ]

  static let all = places + texts + numbers + kinds

  @Test("is read row by row, whatever program wrote it", arguments: all)
  func shapes(_ shape: SheetShape) throws {
    let bytes = shape.book.bytes
    let read = try ReadWorkbook(bytes)
    #expect(read.text == shape.text)
    #expect(try ReadWorkbook(bytes, piece: 1).text == shape.text)
  }

  @Test("is written in more than fifty ways here")
  func many() { #expect(Self.all.count + SheetDayTests.all.count > 100) }

  @Test("says what was met in it")
  func notes() throws {
    let rows = ##"""
      <row r="1" hidden="1"><c r="A1"><f>1</f></c><c r="B1" t="e"><v>#N/A</v></c></row>
      <row r="2" hidden="true"><c r="C2" t="e"><v>#N/A</v></c></row><row r="3" hidden="0"/>
      """##
    let filter = #"<autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>"#
    let notes = try #require(try ReadWorkbook(MadeWorkbook(rows: rows, behind: filter).bytes).notes.first)
    #expect(notes.hiddenRows == 2 && notes.isFiltered && notes.filledCells == 0)
    #expect(notes.formulasWithoutValue.count == 1 && notes.formulasWithoutValue.first == ["A1"])
    #expect(notes.errors.count == 2 && notes.errors.first == ["B1", "C2"])
    #expect(try ReadWorkbook(MadeWorkbook(rows: "<row/>").bytes).notes == [SheetNotes()])
  }
}
