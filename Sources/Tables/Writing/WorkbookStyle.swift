/// The formats of cells that our workbooks have. The raw value is their number there.
enum WorkbookStyle: Int, CaseIterable {
  case plain, text, money, count, day
  case heading
  case totalText, totalMoney, totalCount

  /// The format of a column's cells.
  init(_ content: ColumnContent) {
    switch content {
    case .id, .word: self = .text
    case .money: self = .money
    case .count: self = .count
    case .day: self = .day
    case .text, .figure: self = .plain
    }
  }

  /// How numbers are shown, by the standard's numbers and one of our own.
  private var numberFormat: Int {
    switch self {
    case .plain: 0
    case .text, .heading, .totalText: 49  // as text, also what somebody types there
    case .money, .totalMoney: 4  // 1,234.50
    case .count, .totalCount: 1  // 1234
    case .day: WorkbookStyle.dayFormat
    }
  }

  private var isBold: Bool {
    switch self {
    case .plain, .text, .money, .count, .day: false
    case .heading, .totalText, .totalMoney, .totalCount: true
    }
  }

  private static let dayFormat = 164

  /// The workbook's part about formats.
  static var part: String {
    let font = #"<sz val="11"/><name val="Calibri"/><family val="2"/>"#
    let formats = allCases.map { style in
      #"<xf numFmtId="\#(style.numberFormat)" fontId="\#(style.isBold ? 1 : 0)" fillId="0" borderId="0" xfId="0""#
        + #" applyNumberFormat="1" applyFont="1"/>"#
    }
    return WorkbookParts.declaration + #"<styleSheet xmlns="\#(WorkbookParts.main)">"#
      + #"<numFmts count="1"><numFmt numFmtId="\#(dayFormat)" formatCode="yyyy\-mm\-dd"/></numFmts>"#
      + #"<fonts count="2"><font>\#(font)</font><font><b/>\#(font)</font></fonts>"#
      + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
      + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
      + #"<cellXfs count="\#(formats.count)">\#(formats.joined())</cellXfs>"#
      + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
  }
}
