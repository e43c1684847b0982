package import Units

/// How tables are read, as the user says.
public struct TableReading: Sendable {
  /// How the characters are stored; `nil` to tell it from the first bytes.
  public var encoding: TableEncoding?
  /// Headings that mean no column, though they look like one.
  public var ignored: [String]
  /// The sheets of workbooks.
  public var sheets: NamedSheets
  /// What headings mean that the lists have of their own.
  public var headings: OwnHeadings

  /// - Parameter ignored: headings that mean no column, though they look like one.
  public init(
    encoding: TableEncoding? = nil, ignoring ignored: [String] = [], sheets: NamedSheets = NamedSheets(),
    headings: OwnHeadings = OwnHeadings()
  ) {
    self.encoding = encoding
    self.ignored = ignored
    self.sheets = sheets
    self.headings = headings
  }
}

/// A row of a sheet.
public struct SheetRow: Hashable, Sendable {
  /// As on the sheet's tab.
  public let name: String
  /// From 1.
  public let row: Int
}

/// Where a row of a table begins.
public struct TableLine: Hashable, Sendable {
  /// Its line in the file, from 1. The rows of sheets that are read one after another are counted through.
  public let number: Int
  /// Where it stands in a workbook.
  public let sheet: SheetRow?

  package init(_ number: Int, _ sheet: SheetRow? = nil) {
    self.number = number
    self.sheet = sheet
  }

  /// Its line in the file, or its row in the sheet.
  public var row: Int { sheet?.row ?? number }

  /// The file as the user named it, with the sheet behind it: `claims.xlsx#January`.
  public func place(in file: String) -> String { sheet.map { "\(file)#\($0.name)" } ?? file }

  /// `claims.xlsx#January:7`.
  package func text(in file: String) -> String { "\(place(in: file)):\(row)" }

  /// `line 7`, for people.
  package var wording: Wording {
    guard let sheet else { return Wording(zh: "第 \(number) 行", en: "line \(number)") }
    return Wording(
      zh: "工作表“\(sheet.name)”第 \(sheet.row) 行", en: "sheet '\(sheet.name)', row \(sheet.row)")
  }
}
