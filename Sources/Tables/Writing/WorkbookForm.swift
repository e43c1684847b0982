import Synchronization
package import Units

/// Rows as those of a workbook's sheet: ids, words and texts as texts, amounts and counts as exact numbers, days as days. A
/// number that has more digits than a spreadsheet keeps is a text. Nothing is ever a formula.
///
/// Rows and cells do not say where they stand: they follow one another.
final class WorkbookForm: RowForm {
  /// A column's cells: what stands before a text, before a number, and the cell without anything in it.
  private struct Marks {
    let text: [UInt8]
    let number: [UInt8]
    let empty: [UInt8]

    init(_ style: WorkbookStyle) {
      text = Array(#"<c s="\#(style.rawValue)" t="inlineStr"><is><t"#.utf8)
      number = Array(#"<c s="\#(style.rawValue)"><v>"#.utf8)
      empty = Array(#"<c s="\#(style.rawValue)"/>"#.utf8)
    }
  }

  let header: [UInt8]
  let table: TableOutline
  private let language: Language?
  private let marks: [Marks]
  /// Of amounts and counts in a column that may have either.
  private let (money, count) = (Marks(.money), Marks(.count))
  private let overlong = Atomic(false)

  /// The most characters that a cell holds, in units of UTF-16.
  private static let cellLimit = 32_767

  init(_ table: TableOutline, headings language: Language?) {
    self.table = table
    self.language = language
    marks = table.columns.map { Marks(WorkbookStyle($0.content)) }
    header = WorkbookForm.row(
      table.headings(in: language).map { heading in
        WorkbookForm.inline(heading, WorkbookStyle.heading)
      })
  }

  /// Whether a text had more characters than a cell holds.
  var hasOverlongCell: Bool { overlong.load(ordering: .relaxed) }

  func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    if column == 0 { unsafe CellWriter.copy(WorkbookForm.rowBegin, &place) }
  }

  func text(
    _ column: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let text = unsafe UnsafeBufferPointer(start: start, count: count)
    switch table.columns[column].content {
    case .id, .word, .text: break
    case .money, .count, .figure:
      if let number = unsafe PlainNumber(text), let marks = marks(column, number) {
        return unsafe writeNumber(marks, &place) { unsafe CellWriter.copy(start, count, &$0) }
      }
    case .day:
      if let day = unsafe Day(String(decoding: text, as: UTF8.self)),
        unsafe text.elementsEqual(day.description.utf8)
      {
        return unsafe self.day(column, day, &place)
      }
    }
    unsafe writeText(column, text, &place)
  }

  /// The marks of a number in a column, where it is one that the column is for.
  private func marks(_ column: Int, _ number: PlainNumber) -> Marks? {
    switch table.columns[column].content {
    case .money where number.isMoney: marks[column]
    case .count where !number.isMoney: marks[column]
    case .figure: number.isMoney ? money : count
    case .id, .word, .text, .day, .money, .count: nil
    }
  }

  func word(
    _ column: Int, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void
  ) {
    unsafe CellWriter.copy(marks[column].text, &place)
    unsafe CellWriter.put(UInt8(ascii: ">"), &place)
    unsafe write(&place)
    unsafe CellWriter.copy(WorkbookForm.textEnd, &place)
  }

  func money(_ column: Int, _ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    if fen < PlainNumber.limit {
      return unsafe writeNumber(marks[column], &place) { unsafe CellWriter.yuan(fen, &$0) }
    }
    unsafe word(column, &place) { unsafe CellWriter.yuan(fen, &$0) }
  }

  func day(_ column: Int, _ day: Day, _ place: inout UnsafeMutablePointer<UInt8>) {
    let number = day.serial - WorkbookForm.dayZero
    // Before March 1900 spreadsheets count a day that never was.
    guard number > 60 else {
      return unsafe word(column, &place) { unsafe CellWriter.copy(Array(day.description.utf8), &$0) }
    }
    unsafe self.number(column, number, &place)
  }

  /// The day that spreadsheets count as 0, from March 1900 on.
  private static let dayZero = 693_593

  func number(_ column: Int, _ number: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    let digits = Array(String(number).utf8)
    guard number.magnitude < PlainNumber.limit else {
      return unsafe word(column, &place) { unsafe CellWriter.copy(digits, &$0) }
    }
    unsafe writeNumber(marks[column], &place) { unsafe CellWriter.copy(digits, &$0) }
  }

  func missing(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.copy(marks[column].empty, &place)
  }

  func endRow(_ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe CellWriter.copy(WorkbookForm.rowEnd, &place)
  }

  private func writeNumber(
    _ marks: Marks, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void
  ) {
    unsafe CellWriter.copy(marks.number, &place)
    unsafe write(&place)
    unsafe CellWriter.copy(WorkbookForm.numberEnd, &place)
  }

  private func writeText(
    _ column: Int, _ text: UnsafeBufferPointer<UInt8>, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    if text.count > WorkbookForm.cellLimit,
      unsafe String(decoding: text, as: UTF8.self).utf16.count > WorkbookForm.cellLimit
    {
      overlong.store(true, ordering: .relaxed)
    }
    unsafe CellWriter.copy(marks[column].text, &place)
    unsafe CellWriter.copy(WorkbookForm.open(text), &place)
    unsafe SheetEscape.write(text, &place)
    unsafe CellWriter.copy(WorkbookForm.textEnd, &place)
  }

  // MARK: Marks

  private static let rowBegin = Array("<row>".utf8)
  private static let rowEnd = Array("</row>".utf8)
  private static let textEnd = Array("</t></is></c>".utf8)
  private static let numberEnd = Array("</v></c>".utf8)
  private static let plain = Array(">".utf8)
  private static let keepingBlanks = Array(#" xml:space="preserve">"#.utf8)

  /// The end of a text's tag, which says so where there are blanks at the ends.
  private static func open(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } ?? false }
    return unsafe isBlank(text.first) || isBlank(text.last) ? keepingBlanks : plain
  }

  // MARK: The rows that are written once

  private static func row(_ cells: [[UInt8]]) -> [UInt8] { rowBegin + cells.joined() + rowEnd }

  /// A cell with words of ours, which need no escapes.
  private static func inline(_ words: String, _ style: WorkbookStyle) -> [UInt8] {
    Marks(style).text + plain + Array(words.utf8) + textEnd
  }

  /// The row below the others: what the cells of some columns add up to, as formulas, with what they come to.
  ///
  /// - Parameter count: how many rows there are, the header left out.
  func totals(_ sums: [Int: TableSum], below count: Int) -> [UInt8] {
    let word = Wording(zh: "合计", en: "Total")[language ?? .zh]
    return WorkbookForm.row(
      table.columns.indices.map { column in
        if column == 0 { return WorkbookForm.inline(word, .totalText) }
        guard let sum = sums[column] else { return Marks(.totalText).empty }
        let name = CellReference.name(row: 2, column: column + 1)
        let last = CellReference.name(row: count + 1, column: column + 1)
        guard sum.isKept else { return WorkbookForm.inline(sum.text, .totalText) }
        return Array(
          #"<c s="\#(sum.style.rawValue)"><f>SUM(\#(name):\#(last))</f><v>\#(sum.text)</v></c>"#.utf8)
      })
  }
}

/// What the cells of a column add up to.
package enum TableSum: Sendable {
  case money(Yuan)
  case count(Int)

  /// As the cell has it.
  fileprivate var text: String {
    switch self {
    case .money(let sum): sum.description
    case .count(let count): "\(count)"
    }
  }

  /// Whether a spreadsheet keeps all its digits.
  fileprivate var isKept: Bool {
    switch self {
    case .money(let sum): sum.fen.magnitude < PlainNumber.limit
    case .count(let count): count.magnitude < PlainNumber.limit
    }
  }

  fileprivate var style: WorkbookStyle {
    switch self {
    case .money: .totalMoney
    case .count: .totalCount
    }
  }
}
