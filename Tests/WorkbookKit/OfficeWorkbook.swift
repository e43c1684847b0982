/// A workbook as an office's spreadsheet writes it: texts that sheets share, numbers as numbers, days as numbers that look
/// like days.
package struct OfficeWorkbook {
  /// What stands in a cell.
  package enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// Digits as they stand in the file: `24919`, `0.30000000000000004`.
    case number(String)
    case day(year: Int, month: Int, day: Int)
    case truth(Bool)
    /// With the value that was there when the file was written, if any.
    case formula(String, value: String?)
    case error(String)
  }

  /// A sheet.
  package struct Sheet {
    package var name: String
    package var isHidden = false
    package var rows: [[Cell]]
    /// Merged cells: `A1:C1`.
    package var merged: [String] = []
    /// Rows that are not shown, from 1.
    package var hiddenRows: Set<Int> = []

    package init(_ name: String, _ rows: [[Cell]]) { (self.name, self.rows) = (name, rows) }
  }

  package var sheets: [Sheet]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The file. Nothing in it is packed, so that it is the same whatever packs.
  package var bytes: [UInt8] {
    var archive = MadeWorkbook().archive
    archive.entries = parts.sorted { $0.key < $1.key }.map {
      var entry = MadeArchive.Entry(name: $0.key, content: Array($0.value.utf8))
      entry.isDeflated = false
      return entry
    }
    return archive.bytes
  }

  private var parts: [String: String] {
    var texts = Texts()
    var parts = MadeWorkbook(formats: ["0", "14", "57"]).parts
    var relations = [("rS", "styles", "styles.xml"), ("rT", "sharedStrings", "sharedStrings.xml")]
    var tabs = ""
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      parts["xl/worksheets/sheet\(number).xml"] = xml(sheet, &texts)
      relations.append(("r\(number)", "worksheet", "worksheets/sheet\(number).xml"))
      let name = OfficeWorkbook.escaped(sheet.name)
      tabs +=
        "<sheet name=\"\(name)\" sheetId=\"\(number)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"r\(number)\"/>"
    }
    parts["xl/workbook.xml"] = MadeWorkbook.book(tabs)
    parts["xl/_rels/workbook.xml.rels"] = MadeWorkbook.relations(relations)
    parts["xl/sharedStrings.xml"] =
      "<sst xmlns=\"\(MadeWorkbook.main)\">"
      + texts.all.map { "<si><t>\(OfficeWorkbook.escaped($0))</t></si>" }.joined()
      + "</sst>"
    return parts
  }

  /// The texts of all sheets, each once.
  private struct Texts {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of text: String) -> Int {
      if let place = places[text] { return place }
      all.append(text)
      places[text] = all.count - 1
      return all.count - 1
    }
  }

  private func xml(_ sheet: Sheet, _ texts: inout Texts) -> String {
    var rows = ""
    for (index, row) in sheet.rows.enumerated() {
      let number = index + 1
      rows += "<row r=\"\(number)\"\(sheet.hiddenRows.contains(number) ? " hidden=\"1\"" : "")>"
      for (column, cell) in row.enumerated() {
        rows += xml(cell, at: OfficeWorkbook.letters(column) + "\(number)", &texts)
      }
      rows += "</row>"
    }
    let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return MadeWorkbook.sheet(rows, behind: merged.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>")
  }

  private func xml(_ cell: Cell, at place: String, _ texts: inout Texts) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): "<c r=\"\(place)\" t=\"s\"><v>\(texts.place(of: text))</v></c>"
    case .number(let digits): "<c r=\"\(place)\"><v>\(digits)</v></c>"
    case .day(let year, let month, let day):
      "<c r=\"\(place)\" s=\"1\"><v>\(OfficeWorkbook.serial(year, month, day))</v></c>"
    case .truth(let isTrue): "<c r=\"\(place)\" t=\"b\"><v>\(isTrue ? 1 : 0)</v></c>"
    case .formula(let text, let value):
      "<c r=\"\(place)\"><f>\(OfficeWorkbook.escaped(text))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
    case .error(let text): "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>"
    }
  }

  private static func letters(_ column: Int) -> String {
    (column >= 26 ? letters(column / 26 - 1) : "") + String(UnicodeScalar(UInt8(65 + column % 26)))
  }

  /// Days from the end of 1899 on, 1900 counted as a leap year.
  private static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var days = 0
    for before in 1900..<year { days += isLeap(before) ? 366 : 365 }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    days += lengths.prefix(month - 1).reduce(0, +) + day
    return days > 59 ? days + 1 : days
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// A text as XML; what XML cannot hold stands there by its number, as spreadsheets write it.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
