import Units

/// Rows as CSV for people who open it in a spreadsheet, which guesses what a cell is: ids stand in `="…"`, so that they
/// keep their zeros and all their digits, and a text that would be taken for a formula has a `'` before it. Our own reader
/// takes both off.
final class SpreadsheetCSVForm: RowForm {
  let header: [UInt8]
  private let contents: [ColumnContent]

  init(_ table: TableOutline, headings language: Language?) {
    // A spreadsheet takes a file without byte order mark for one in the encoding of its country.
    header = [0xEF, 0xBB, 0xBF] + CSVForm(table.headings(in: language)).header
    contents = table.columns.map(\.content)
  }

  func beginCell(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    if column > 0 { unsafe CellWriter.put(0x2C, &place) }
  }

  func text(
    _ column: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let text = unsafe UnsafeBufferPointer(start: start, count: count)
    switch contents[column] {
    case .id:
      // Within `="…"` a quote is two, and a spreadsheet has room for 255 characters.
      if unsafe text.count > 255 || text.contains(UInt8(ascii: "\"")) {
        return unsafe writeText(text, &place)
      }
      unsafe writeMarked(text, &place)
    case .money, .count, .figure:
      if unsafe PlainNumber(text) != nil { return unsafe CSVForm.quote(start, count, &place) }
      if unsafe text.allSatisfy({ SpreadsheetCSVForm.isOfNumber($0) }) {
        return unsafe writeMarked(text, &place)
      }
      unsafe writeText(text, &place)
    case .word, .text, .day: unsafe writeText(text, &place)
    }
  }

  func word(
    _ column: Int, _ place: inout UnsafeMutablePointer<UInt8>,
    _ write: (inout UnsafeMutablePointer<UInt8>) -> Void
  ) {
    let start = unsafe place
    unsafe write(&place)
    guard contents[column] == .id, unsafe place > start else { return }
    let word = unsafe Array(UnsafeBufferPointer(start: start, count: place - start))
    unsafe place = unsafe start
    unsafe writeMarked(word, &place)
  }

  func money(_ column: Int, _ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    if fen < PlainNumber.limit { return unsafe CellWriter.yuan(fen, &place) }
    // More digits than a spreadsheet keeps.
    unsafe writeMarked(Array(Yuan(fen: fen).description.utf8), &place)
  }

  func missing(_ column: Int, _ place: inout UnsafeMutablePointer<UInt8>) {}

  func endRow(_ place: inout UnsafeMutablePointer<UInt8>) { unsafe CellWriter.put(0x0A, &place) }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// As `="…"`; of a text without quotes.
  private func writeMarked(_ text: some Sequence<UInt8>, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe writeCell([UInt8(ascii: "="), UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")], &place)
  }

  private func writeText(_ text: UnsafeBufferPointer<UInt8>, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe writeCell(
      SpreadsheetCSVForm.looksLikeFormula(text) ? [UInt8(ascii: "'")] + text : Array(text), &place)
  }

  private func writeCell(_ bytes: [UInt8], _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe CSVForm.quote(base, bytes.count, &place)
    }
  }

  /// Whether a spreadsheet takes a text for a formula, in narrow or wide signs, or our own reader would take a `'` off it.
  private static func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe text.first else { return false }
    return "=+-@'\t\r\n".utf8.contains(first)
      || ["＝", "＋", "－", "＠"].contains { unsafe text.starts(with: $0.utf8) }
  }
}
