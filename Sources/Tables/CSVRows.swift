import Units

/// A table as CSV: a header names the columns, in any order; commas, tabs or semicolons stand between them.
struct CSVRows: RowSource {
  let layout: ColumnLayout
  let headerLines: Int
  let titleRows: Int
  let bodyStart: Int
  let separator: UInt8?
  /// What the header calls the columns.
  let headings: [String]
  /// The lines that the header takes.
  let headerRows: ClosedRange<Int>
  private let isSheet: Bool

  /// Reads the header.
  init?(_ beginning: TableBeginning, _ meant: ColumnRoles, diagnostics: inout [Diagnostic]) {
    guard let header = HeaderSearch(beginning, meant).find(&diagnostics) else { return nil }
    self.init(header, isSheet: beginning.isSheet)
  }

  /// Rows below a header.
  init(_ header: HeaderSearch.Found, isSheet: Bool) {
    layout = header.layout
    headerLines = header.lines
    titleRows = header.titleRows
    bodyStart = header.length
    separator = header.separator
    headings = header.headings
    headerRows = header.rows
    self.isSheet = isSheet
  }

  func rewritesCells(of block: Block) -> Bool { block.hasQuotes }

  /// Quotes may hide a line feed.
  func isPlain(_ block: Block) -> Bool { block.traits.isDisjoint(with: [.controls, .beyondASCII, .quotes]) }

  func cursor(_ block: Block, _ room: RowRoom) -> any RowCursor {
    let scanner = unsafe scanner(block, room)
    return unsafe scanner as any RowCursor
  }

  /// The cursor by its own name: what reads the rows of ten million claims asks it itself.
  func scanner(_ block: Block, _ room: RowRoom) -> CSVScanner {
    unsafe CSVScanner(block, room, layout, separator: separator ?? UInt8(ascii: ","), isSheet: isSheet)
  }
}
