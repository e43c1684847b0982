import Units

/// The rows of one table, read in its format: cells by role, each with its place.
///
/// Chosen once, when a table is opened. Another format is one more file: its source and its cursor, and a line in
/// ``TableFormat/source(_:wanted:diagnostics:)``.
package protocol RowSource: Sendable {
  /// Which column holds what.
  var layout: ColumnLayout { get }
  /// How many lines stand before the first row.
  var headerLines: Int { get }
  /// How many rows above the header say something.
  var titleRows: Int { get }
  /// How many bytes stand before the first row.
  var bodyStart: Int { get }
  /// What stands between two cells; `nil` where quotes have no meaning, so that every line feed ends a row.
  var separator: UInt8? { get }

  /// Whether cells of a prepared block are written anew, as those in quotes are: there is room for them then.
  func rewritesCells(of block: Block) -> Bool
  /// Whether all cells of a prepared block are ASCII without control characters.
  func isPlain(_ block: Block) -> Bool
  /// Takes the rows of a prepared block apart.
  func cursor(_ block: Block, _ room: RowRoom) -> any RowCursor
}

/// What a reader keeps for the cursors of its blocks.
@unsafe
package struct RowRoom {
  /// For each column of the header its role, or ``ColumnLayout/ignored``.
  let roles: UnsafePointer<UInt8>
  /// For each column of the header how long its cell was in the row before.
  let lengths: UnsafeMutablePointer<Int>
  /// Room for as many bytes as the block has, kept as long as its cells are used.
  let scratch: UnsafeMutablePointer<UInt8>
}

/// The rows of one block, one after another.
package protocol RowCursor {
  /// The line in the block on which the row just handed out begins, from 0.
  var line: Int { get }
  /// How many lines the block has, once all its rows were handed out.
  var lineCount: Int { get }
  /// Where a fault in the shape of the row just handed out stands.
  var faultColumn: Int { get }
  /// The bytes of the row just handed out.
  var rowText: UnsafeBufferPointer<UInt8> { get }
  /// How many rows without anything in them were passed over.
  var emptyRows: Int { get }

  /// Takes the next row apart, into one place for each role.
  mutating func next(_ cells: UnsafeMutablePointer<Cell>) -> RowShape

  /// Where the cell of a role stands in the row just handed out, from 1; 0 where it has none.
  func column(of role: Int) -> Int
}

/// The beginning of a table's file, by which its format is told and its header read.
struct TableBeginning {
  /// The file as the user named it.
  let path: String
  let encoding: TableEncoding
  /// The first bytes of the file.
  let sample: [UInt8]
  /// How many of them are a byte order mark.
  let start: Int
  /// Whether it is a sheet of a workbook, which has rows for lines, and nothing but commas between its cells.
  let isSheet: Bool

  init(_ path: String, _ sample: [UInt8], _ encoding: TableEncoding, isSheet: Bool = false) {
    self.isSheet = isSheet
    self.path = path
    self.encoding = encoding
    self.sample = sample
    start = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Told from the first character: `{` begins NDJSON.
  var format: TableFormat { marks.first == UInt8(ascii: "{") ? .ndjson : .csv }

  /// Whether it is one array of JSON: told from its first two characters, as a title in brackets begins so too.
  var isJSONArray: Bool {
    marks.first == UInt8(ascii: "[")
      && marks.dropFirst().first.map { [UInt8]("{]".utf8).contains($0) } ?? true
  }

  /// The first characters that are no blanks.
  private var marks: [UInt8] {
    Array(sample[start...].lazy.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }.prefix(2))
  }
}

extension TableFormat {
  /// The rows of a table that begins so; `nil` where its header cannot be used, which `diagnostics` tells.
  func source(
    _ beginning: TableBeginning, _ meant: ColumnRoles, diagnostics: inout [Diagnostic]
  ) -> (any RowSource)? {
    switch self {
    case .csv: CSVRows(beginning, meant, diagnostics: &diagnostics)
    case .ndjson: NDJSONRows(beginning, meant)
    }
  }
}
