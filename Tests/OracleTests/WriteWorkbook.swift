import TestKit
import WorkbookKit

/// Rows of a sheet, whose numbers and days are such.
struct WriteWorkbook: SheetShape {
  private var rows: [[OfficeWorkbook.Cell]] = []

  func file(_ dialect: Dialect) -> Bytes {
    let notes = OfficeWorkbook.Sheet("说明", [[.text("见申请表")]])
    return OfficeWorkbook([OfficeWorkbook.Sheet("表", rows), notes]).bytes
  }

  mutating func writeHeader(_ names: [String], using random: inout Seeded) {
    if random.chance(300) { writeBlankLine() }
    rows.append(names.map { .text($0) })
  }

  mutating func writeBlankLine() { rows.append([]) }

  mutating func write(_ cells: [SpelledCell], _ fault: RowFault?, isLast: Bool, using random: inout Seeded) {
    var row = cells.map { WriteWorkbook.cell($0, using: &random) }
    switch fault {
    case nil: break
    // It has no quotes, and no commas that could be taken for others: a row can only have a cell too many.
    case .moreCells: row += random.chance(500) ? [.number("1")] : [.empty, .empty, .text("more")]
    case .splitAmount, .badQuoting: row.append(.text("a\"b"))
    }
    rows.append(row)
  }

  mutating func end(using random: inout Seeded) {}

  /// What is written as a number or a day may be one, if it comes out as it was.
  private static func cell(_ spelled: SpelledCell, using random: inout Seeded) -> OfficeWorkbook.Cell {
    let text = spelled.text
    if text.isEmpty { return .empty }
    guard random.chance(800) else { return .text(text) }
    if case .answer = spelled.meant, text == "yes" || text == "no" { return .truth(text == "yes") }
    if case .day(let day) = spelled.meant, text.utf8.count == 10, text == day.isoText,
      (1901...2100).contains(day.year)
    {
      return .day(year: day.year, month: day.month, day: day.day)
    }
    return isNumber(Bytes(of: text)) ? .number(text) : .text(text)
  }

  /// Whether a spreadsheet keeps it as it stands: at most thirteen digits, then at most two that do not end in 0.
  private static func isNumber(_ text: Bytes) -> Bool {
    var scan = Scan(text)
    let isNegative = scan.take("-")
    guard let whole = scan.digits(1...13), whole.count == 1 || whole.first != 0x30 else { return false }
    if scan.isDone { return whole.first != 0x30 || !isNegative }
    guard scan.take("."), let decimals = scan.digits(1...2), scan.isDone else { return false }
    return decimals.last != 0x30
  }
}
